// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/token_layer.h"

#include <string_view>

#include "core/nn/feed_forward.h"
#include "core/nn/linear.h"

namespace segmoe::nn {
namespace {

/// Projections without bias that share one input.
class DenseProjections final : public TokenLayer {
public:
    DenseProjections(const WeightScope& attention, std::initializer_list<std::string_view> names, std::int64_t in,
                     std::int64_t out) {
        for (std::string_view name : names)
            m_projections.emplace_back(attention.child(name), in, out, Linear::Bias::No);
    }

    std::vector<at::Tensor> forward(const at::Tensor& x, RunContext&) const override {
        std::vector<at::Tensor> outputs;
        for (const Linear& projection : m_projections) outputs.push_back(projection.forward(x));
        return outputs;
    }

private:
    std::vector<Linear> m_projections;
};

class DenseFeedForward final : public TokenLayer {
public:
    DenseFeedForward(const WeightScope& scope, std::int64_t channels) : m_feedForward(scope, channels) {}

    std::vector<at::Tensor> forward(const at::Tensor& x, RunContext&) const override {
        return {m_feedForward.forward(x)};
    }

private:
    FeedForward m_feedForward;
};

}  // namespace

TokenLayerPtr TokenLayerFactory::selfQkv(const WeightScope& block, const BlockPlace&, std::int64_t channels) {
    return std::make_unique<DenseProjections>(
        block.child("attn1"), std::initializer_list<std::string_view>{"to_q", "to_k", "to_v"}, channels, channels);
}

TokenLayerPtr TokenLayerFactory::crossQuery(const WeightScope& block, const BlockPlace&, std::int64_t channels) {
    return std::make_unique<DenseProjections>(block.child("attn2"), std::initializer_list<std::string_view>{"to_q"},
                                              channels, channels);
}

TokenLayerPtr TokenLayerFactory::crossKeyValue(const WeightScope& block, const BlockPlace&, std::int64_t channels,
                                               std::int64_t contextChannels) {
    return std::make_unique<DenseProjections>(
        block.child("attn2"), std::initializer_list<std::string_view>{"to_k", "to_v"}, contextChannels, channels);
}

TokenLayerPtr TokenLayerFactory::feedForward(const WeightScope& block, const BlockPlace&, std::int64_t channels) {
    return std::make_unique<DenseFeedForward>(block.child("ff"), channels);
}

}  // namespace segmoe::nn
