// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace segmoe {

/// What the header of a .safetensors file says. Texts are the file's own: foreign, not trusted.
struct ModelHeader {
    std::filesystem::path file;  ///< which one was read
    int tensors = 0;
    std::vector<std::pair<std::string, int>> types;          ///< "F16" and how many tensors have it; most first
    std::vector<std::pair<std::string, std::string>> texts;  ///< its metadata, sorted by key
};

/// Of a file; of a diffusers folder, of its UNet's weights (of shards the last). Nothing is loaded. Throws Error.
ModelHeader readModelHeader(const std::filesystem::path& model);

}  // namespace segmoe
