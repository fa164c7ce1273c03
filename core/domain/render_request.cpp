// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/domain/render_request.h"

#include "core/base/error.h"

namespace segmoe {

namespace {

void require(bool ok, ErrorCode code, const std::string& message) {
    if (!ok) throw Error(code, message);
}

}  // namespace

std::string_view weightRuleName(WeightRule rule) {
    switch (rule) {
        case WeightRule::KeepMean: return "keepMean";
        case WeightRule::Plain: return "plain";
        case WeightRule::FromEmpty: return "fromEmpty";
    }
    return "keepMean";
}

void RenderRequest::validate() const {
    for (int side : {width, height})
        require(side == 0 || (side >= 64 && side <= 4096 && side % 8 == 0), ErrorCode::SizeUnsupported,
                std::to_string(width) + "×" + std::to_string(height) +
                    " is not possible: width and height must be multiples of 8 from 64 to 4096.");
    require(steps >= 0 && steps <= 1000, ErrorCode::RequestInvalid,
            "The number of steps must be 1 to 1000, not " + std::to_string(steps) + ".");
    require(guidanceScale <= 100.0, ErrorCode::RequestInvalid, "The guidance scale must be at most 100.");
    require(guidanceRescale >= 0.0 && guidanceRescale <= 1.0, ErrorCode::RequestInvalid,
            "The guidance rescale must lie between 0 and 1.");
    require(images >= 1 && images <= 1000, ErrorCode::RequestInvalid,
            "The number of pictures must be 1 to 1000, not " + std::to_string(images) + ".");
    require(imagesAtOnce >= 1 && imagesAtOnce <= 8, ErrorCode::RequestInvalid,
            "Pictures at once must be 1 to 8, not " + std::to_string(imagesAtOnce) + ".");
    require(clipSkip >= 0 && clipSkip <= 12, ErrorCode::RequestInvalid,
            "CLIP skip must be 0 to 12, not " + std::to_string(clipSkip) + ".");
    require(variationStrength >= 0.0 && variationStrength <= 1.0, ErrorCode::RequestInvalid,
            "The strength of the variation must lie between 0 and 1.");
    if (start) {
        require(!start->file.empty(), ErrorCode::RequestInvalid, "The start image is missing.");
        require(start->strength > 0.0 && start->strength <= 1.0, ErrorCode::RequestInvalid,
                "The strength must be above 0 and at most 1: 1 replaces the start image.");
        require(start->maskBlur >= 0 && start->maskBlur <= 512 && start->onlyMaskedPadding <= 4096,
                ErrorCode::RequestInvalid, "The blur of the mask must be 0 to 512 pixels, its margin at most 4096.");
    }
    require(seed >= -1, ErrorCode::RequestInvalid, "The seed must be -1 (random) or a non-negative number.");
    require(isPossible(sampler, schedule), ErrorCode::SamplerUnsupported,
            "The sampler '" + std::string(samplerName(sampler)) + "' cannot use the schedule '" +
                std::string(scheduleName(schedule)) + "'; use --schedule normal.");
}

}  // namespace segmoe
