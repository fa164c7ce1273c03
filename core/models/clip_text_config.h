// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace segmoe {

/// Structure of a CLIP text encoder (CLIPTextConfig of transformers; segmoe.md §1.4). Defaults are CLIP ViT-L's.
struct ClipTextConfig {
    enum class Activation { QuickGelu, Gelu };

    std::int64_t vocabularySize = 49408;
    std::int64_t width = 768;
    std::int64_t innerWidth = 3072;
    int layers = 12;
    std::int64_t heads = 12;
    std::int64_t positions = 77;
    double normEps = 1e-5;
    Activation activation = Activation::QuickGelu;
    std::int64_t projectionDim = 768;  ///< used only where there is a projection
    bool withProjection = false;       ///< CLIPTextModelWithProjection: the tensor text_projection.weight is required
    bool operator==(const ClipTextConfig&) const = default;
};

/// Reads text_encoder/config.json; absent keys take the defaults of transformers. where: the file, for messages.
/// Throws Error{ConfigInvalid} naming the key.
ClipTextConfig parseClipTextConfig(const nlohmann::json& json, const std::string& where);

}  // namespace segmoe
