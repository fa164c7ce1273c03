// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/remedied_request.h"

#include <algorithm>

namespace segmoe::ui {

namespace {

constexpr int kSmallestSide = 64;

int halfOf(int side) { return std::max(kSmallestSide, side / 2 / 8 * 8); }

}  // namespace

std::optional<RenderRequest> remediedRequest(RenderRequest request, Remedy remedy) {
    switch (remedy) {
        case Remedy::Retry: return request;
        case Remedy::HalfSize:
            request.width = halfOf(request.width);
            request.height = halfOf(request.height);
            return request;
        case Remedy::UseCpu: request.device = "cpu"; return request;
        case Remedy::UseAutomaticPrecision: request.precision = Precision::Auto; return request;
        case Remedy::UseFullPrecision: request.precision = Precision::Fp32; return request;
        case Remedy::TiledDecode: request.tiledDecode = Toggle::On; return request;
        case Remedy::HalvesInTurn: request.sequentialGuidance = true; return request;
        case Remedy::UseHalfPrecision: request.precision = Precision::Bf16; return request;
        case Remedy::OneAtATime: request.imagesAtOnce = 1; return request;
        case Remedy::OneExpert: request.routing.topK = 1; return request;
        default: return std::nullopt;
    }
}

}  // namespace segmoe::ui
