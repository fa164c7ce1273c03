// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/domain/render_request.h"

namespace segmoe {

/// Which rows of a guided pass a number was averaged over.
enum class GuidanceHalf { Prompt, Negative, Mean };

/// What the inspector shows of one routing site, beyond the tables of RoutingTrace. Indices as there. "Preferred" is
/// the softmax over all experts of a place's own logits, "applied" the weights really used after the choice.
struct SiteDetail {
    std::string label;  ///< "D1.A0.T3.self"
    int gridWidth = 0;  ///< tokens of the layer as a grid; 0 where the shape is unknown
    int gridHeight = 0;
    int mapWidth = 0;  ///< stored maps; 0 = none
    int mapHeight = 0;
    /// [half: prompt, negative][step, expert]; the second is empty without guidance.
    std::array<std::vector<float>, 2> preferredMean;
    std::array<std::vector<float>, 2> appliedMean;
    std::array<std::vector<float>, 2> appliedSpread;  ///< standard deviation over places
    std::array<std::vector<float>, 2> entropy;        ///< [step], of the preference ÷ log E, mean over places
    std::vector<float> margin;                        ///< [step], score of the last chosen minus the first not chosen
    std::vector<std::uint8_t> preferredSet;           ///< [step, k], top-k before any rule
    /// [half][step, expert, mapHeight, mapWidth], preference · 65535 (Full) or · 255 scaled up to 16 bit (Maps).
    std::array<std::vector<std::uint16_t>, 2> preferredMaps;
};

/// The text path: one strip for the whole model and render (or one per layer where gates differ).
struct TextPath {
    std::string label;                ///< "cross_kv", or the layer's
    std::vector<std::string> tokens;  ///< of the prompt, in order, with start and end
    std::vector<std::string> negativeTokens;
    std::array<std::vector<float>, 2> preferred;  ///< [half][token, expert]
    std::array<std::vector<float>, 2> applied;    ///< [half][token, expert]; 0 where not chosen
    std::vector<std::int32_t> chosen;             ///< [k]
    int partLength = 77;                          ///< tokens of a part
};

/// One picture's recorded routing for the inspector. Plain value; made by core/moe, kept and read by core/engine.
struct RoutingDetail {
    CaptureLevel level = CaptureLevel::Summary;
    int steps = 0;
    int imageWidth = 0;
    int imageHeight = 0;
    std::vector<SiteDetail> sites;  ///< in the order of the trace, without the text path
    std::vector<TextPath> textPaths;
    /// Blocks of the model that are not mixed, "D0.A1.T0", in execution order with the mixed ones: drawn hatched.
    std::vector<std::string> allBlocks;
};

}  // namespace segmoe
