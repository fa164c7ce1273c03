// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/domain/render_result.h"
#include "core/domain/routing_detail.h"

namespace segmoe::ui::sample {

/// A record of routing made from smooth fields over the picture, for the program's screenshots and for tests of the
/// window: no model, no chance, but numbers that belong together (weights sum to 1, the choice follows the scores).
struct CaptureSpec {
    struct Stage {
        std::string name;      ///< "D1"
        int blocks = 2;        ///< transformer blocks
        int perAttention = 1;  ///< of them in one attention: "D1.A0.T0…"
        int grid = 16;         ///< tokens along a side
        bool mixed = true;
    };
    std::vector<Stage> stages;
    std::vector<std::string> experts;
    int steps = 20;
    int k = 2;
    CaptureLevel level = CaptureLevel::Maps;
    bool guided = true;  ///< a negative half
    int muted = -1;      ///< this expert is never chosen, as with a rule
    int side = 512;      ///< of the picture, pixels
    std::string prompt = "a red flower on a blue background";
};

/// 60 blocks, 4 experts, 25 steps, k = 2.
CaptureSpec sdxlCapture();
/// The layout of the starter mixture: 15 mixed blocks, the middle one not, 20 steps, k = 1.
CaptureSpec starterCapture();

/// Picture, trace and detail.
RenderedImage captured(const CaptureSpec& spec);

}  // namespace segmoe::ui::sample
