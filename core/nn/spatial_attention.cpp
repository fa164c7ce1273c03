// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/spatial_attention.h"

#include <string_view>

#include "core/nn/attention.h"

namespace segmoe::nn {
namespace {

// The name and the shape of a projection depend on the age of the file.
Linear takeProjection(const WeightScope& scope, std::string_view name, std::string_view oldName,
                      std::int64_t channels) {
    const WeightScope projection = scope.child(scope.child(oldName).has("weight") ? oldName : name);
    const auto stored = projection.find("weight");
    if (stored && stored->shape.size() == 4) return Linear::fromPointwiseConv(projection, channels, channels);
    return Linear(projection, channels, channels);
}

}  // namespace

SpatialAttention::SpatialAttention(const WeightScope& scope, std::int64_t channels, std::int64_t groups, double eps)
    : norm(scope.child("group_norm"), channels, groups, eps),
      query(takeProjection(scope, "to_q", "query", channels)),
      key(takeProjection(scope, "to_k", "key", channels)),
      value(takeProjection(scope, "to_v", "value", channels)),
      out(takeProjection(scope, "to_out.0", "proj_attn", channels)) {}

at::Tensor SpatialAttention::forward(const at::Tensor& x) const {
    const at::Tensor tokens = norm.forward(x).flatten(2).transpose(1, 2);  // [B, N, C]
    const at::Tensor mixed = attend(query.forward(tokens), key.forward(tokens), value.forward(tokens), /*heads=*/1);
    return out.forward(mixed).transpose(1, 2).reshape(x.sizes()) + x;
}

}  // namespace segmoe::nn
