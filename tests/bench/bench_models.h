// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "tests/bench/bench_options.h"

namespace segmoe::bench {

/// What a size stands for on the disk, made on first use in the work folder.
struct BenchModels {
    std::filesystem::path base;    ///< a diffusers folder
    std::filesystem::path recipe;  ///< a mixture of E experts of its kind, gates random
    std::string words;             ///< "SD 1.5 at half its width, random weights"
};
/// Throws std::runtime_error for a size that does not exist.
BenchModels makeModels(const BenchOptions& options);

/// The mixture of the recipe as a folder, built once by our own `mix`; its k set to the given one.
std::filesystem::path makeMixture(const BenchModels& models, const BenchOptions& options, int k);

}  // namespace segmoe::bench
