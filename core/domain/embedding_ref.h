// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace segmoe {

/// A textual inversion embedding for the prompts of a render.
struct EmbeddingRef {
    std::string source;     ///< a .safetensors file
    std::string name = {};  ///< the word that calls it; empty = the file's name, or the word it was trained for
    bool operator==(const EmbeddingRef&) const = default;
};

}  // namespace segmoe
