// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "core/domain/architecture.h"
#include "core/models/unet_config.h"

namespace segmoe {

/// A published UNet layout (the table of segmoe.md §1.1).
struct KnownLayout {
    std::string_view name;
    ModelFamily family = ModelFamily::Custom;
    UnetConfig config;
};

const std::vector<KnownLayout>& knownLayouts();

/// The known layout whose tensors have the same names and shapes, apart from the input channels and a guidance
/// embedding; nullptr for a custom layout.
const KnownLayout* findKnownLayout(const UnetConfig& config);

}  // namespace segmoe
