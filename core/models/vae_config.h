// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace segmoe {

/// Structure and scaling of an image autoencoder (AutoencoderKL of diffusers; segmoe.md §1.5). Defaults are SD1's.
struct VaeConfig {
    std::int64_t imageChannels = 3;
    std::int64_t latentChannels = 4;
    std::vector<std::int64_t> channels{128, 256, 512, 512};  ///< from the highest to the lowest resolution
    int layersPerBlock = 2;                                  ///< of the encoder; the decoder has one more
    std::int64_t normGroups = 32;
    bool midAttention = true;
    bool quantConv = true;
    bool postQuantConv = true;
    int sampleSize = 512;  ///< pixels of a side it was trained for; decides diffusers' tile size
    double scalingFactor = 0.18215;
    double shiftFactor = 0.0;
    std::vector<double> latentsMean;  ///< per channel; empty = none
    std::vector<double> latentsStd;
    bool forceUpcast = true;  ///< does not survive fp16

    /// Pixels per latent position: 8 for all published ones.
    int scale() const { return 1 << (channels.size() - 1); }
    bool operator==(const VaeConfig&) const = default;
};

/// Reads vae/config.json; absent keys take the reference's defaults. where: the file, for messages.
/// Throws Error{ConfigInvalid} naming the key.
VaeConfig parseVaeConfig(const nlohmann::json& json, const std::string& where);

}  // namespace segmoe
