// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace segmoe::test {

/// What a made-up network holds.
struct MadeUpWeights {
    /// Holes: a file of the right size without blocks on the disk; every weight reads as zero. Random: normal numbers
    /// whose spread keeps activations near one, so that a network of them computes what a real one does.
    enum class Fill { Holes, Random } fill = Fill::Random;
    std::uint64_t seed = 0;
    /// Channels of the UNet are divided by this: 2 gives a quarter of the weights.
    int widthDivisor = 1;
};

/// Writes FOLDER/unet (config.json and fp16 weights) with the names and shapes of a recorded layout ("SD1.x").
void writeMadeUpUnet(const std::filesystem::path& folder, const std::string& layout, const MadeUpWeights& weights);

/// A whole SD 1 pipeline as a diffusers folder: UNet as above, VAE and text encoder of the true size, scheduler and the
/// small tokenizer of the golden models. fp16.
void writeMadeUpPipeline(const std::filesystem::path& folder, const MadeUpWeights& weights);

/// Another pipeline that shares all but the UNet with the one in `base`, by links.
void writeMadeUpSibling(const std::filesystem::path& folder, const std::filesystem::path& base,
                        const MadeUpWeights& weights);

}  // namespace segmoe::test
