// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace segmoe {

/// Families by the way text reaches the UNet; the layout inside a family is data (UnetConfig).
enum class ModelFamily { Sd1, Sd2, Sdxl, Custom };

std::string_view familyName(ModelFamily family);

/// What people call a model's structure, found from its header.
struct Architecture {
    ModelFamily family = ModelFamily::Custom;
    std::string name;           ///< "SD1.x", "SD2.x", "SDXL", "SSD-1B", "Vega", or "custom layout"
    int inChannels = 4;         ///< 4 text to image, 9 inpaint, 8 pix2pix
    int crossAttentionDim = 0;  ///< X
    int nativeSize = 512;       ///< pixels of a side the model was trained for
    bool isMixture = false;
    int experts = 0;  ///< E of a mixture, else 0
    bool operator==(const Architecture&) const = default;
};

}  // namespace segmoe
