// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/token_weighting.h"

#include <ATen/ATen.h>

#include "core/base/error.h"

namespace segmoe {

namespace {

at::Tensor weighted(const at::Tensor& states, const at::Tensor& factors, WeightRule rule,
                    const at::Tensor& emptyStates) {
    switch (rule) {
        case WeightRule::Plain: return states * factors;
        case WeightRule::FromEmpty: return emptyStates + (states - emptyStates) * factors;
        case WeightRule::KeepMean: break;
    }
    const at::Tensor scaled = states * factors;                                      // [N, 77, D]
    const at::Tensor ratio = states.mean({1, 2}, true) / scaled.mean({1, 2}, true);  // [N, 1, 1]
    // A mean of zero (all weights zero) has nothing to restore.
    return scaled * at::where(at::isfinite(ratio), ratio, at::ones_like(ratio));
}

}  // namespace

at::Tensor applyTokenWeights(const at::Tensor& states, const at::Tensor& weights, WeightRule rule,
                             const at::Tensor& emptyStates) {
    const bool fits = states.dim() == 3 && weights.dim() == 2 && weights.size(0) == states.size(0) &&
                      weights.size(1) == states.size(1);
    const bool emptyFits = rule != WeightRule::FromEmpty ||
                           (emptyStates.defined() && emptyStates.dim() == 3 && emptyStates.size(0) == 1 &&
                            emptyStates.size(1) == states.size(1) && emptyStates.size(2) == states.size(2));
    if (!fits || !emptyFits)
        throw Error(ErrorCode::InternalError, "Token weights do not fit the states of the text encoder.");
    const at::Tensor factors = weights.to(states.device(), at::kFloat).unsqueeze(2);  // [N, 77, 1]
    const at::Tensor empty = rule == WeightRule::FromEmpty ? emptyStates.to(states.device(), at::kFloat) : at::Tensor();
    const at::Tensor result = weighted(states.to(at::kFloat), factors, rule, empty).to(states.scalar_type());
    const at::Tensor untouched = factors.eq(1.0).flatten(1).all(1).view({-1, 1, 1});
    return at::where(untouched, states, result);
}

}  // namespace segmoe
