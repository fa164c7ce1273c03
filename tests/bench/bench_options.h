// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace segmoe::bench {

struct BenchOptions {
    std::string size = "half";         ///< "starter", "half" or "sd15"
    int pixels = 256;                  ///< width and height of the picture a step works on
    int experts = 4;                   ///< E
    std::vector<int> chosen = {1, 2};  ///< k, one case for each
    std::string precision = "fp32";    ///< or "bf16"
    int pairs = 5;                     ///< rounds; every round runs every contestant once
    int threads = 0;                   ///< 0 = as LibTorch chooses
    std::string python;                ///< interpreter that has the peers; empty = ours alone
    bool channelsLast = false;         ///< the dense reference in this memory format
    std::filesystem::path work;        ///< folder for the made-up models
};

/// One UNet step with both guidance halves: dense, and E experts with each k.
void benchStep(const BenchOptions& options);
/// From files on the disk to the end of a first small step, text encoder and decoder loaded too: base and mixture.
void benchLoad(const BenchOptions& options);
/// Building a mixture: time against copying its bytes and against the reference, and the most memory each took.
void benchMerge(const BenchOptions& options);
/// A download over loopback with its digest, against curl and sha256sum.
void benchDownload(const BenchOptions& options);

}  // namespace segmoe::bench
