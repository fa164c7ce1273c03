// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/choice_prediction.h"

#include <algorithm>
#include <cmath>

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/moe/routing_decision.h"

namespace segmoe::moe {

namespace {

std::vector<float> softmaxOf(const std::vector<int>& chosen, const std::vector<float>& scores) {
    float largest = scores[static_cast<std::size_t>(chosen.front())];
    for (int expert : chosen) largest = std::max(largest, scores[static_cast<std::size_t>(expert)]);
    std::vector<float> weights;
    float sum = 0.0F;
    for (int expert : chosen) {
        weights.push_back(std::exp(scores[static_cast<std::size_t>(expert)] - largest));
        sum += weights.back();
    }
    for (float& weight : weights) weight /= sum;
    return weights;
}

}  // namespace

std::string inputNameOf(SiteKind kind, const std::string& module) {
    switch (kind) {
        case SiteKind::CrossKeyValue: return "context";
        case SiteKind::SelfAttention: return module.substr(0, module.rfind('.'));
        case SiteKind::CrossQuery:
        case SiteKind::FeedForward: break;
    }
    return module;
}

std::vector<PredictedChoice> predictChoices(const RoutingTable& table, const InputMeans& means) {
    std::vector<PredictedChoice> predictions;
    DecisionControls controls;
    controls.k = table.expertsPerToken();
    for (const RoutingSite& site : table.sites()) {
        const auto mean = means.find(inputNameOf(site.kind, site.modules.front()));
        if (mean == means.end()) throw Error(ErrorCode::GateFailed, "No input of '" + site.label + "' was measured.");
        const at::Tensor logits = at::mv(site.gate.to(at::kCPU), mean->second).contiguous();
        const std::vector<float> scores(logits.const_data_ptr<float>(),
                                        logits.const_data_ptr<float>() + logits.numel());
        PredictedChoice own;
        own.chosen = decide(scores, controls).chosen;
        own.weights = softmaxOf(own.chosen, scores);
        predictions.push_back(std::move(own));
    }
    return predictions;
}

}  // namespace segmoe::moe
