// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/sparse_layer_factory.h"

#include "core/base/error.h"
#include "core/moe/sparse_feed_forward.h"
#include "core/moe/sparse_projection.h"

namespace segmoe::moe {

SparseLayerFactory::SparseLayerFactory(TensorSourcePtr unet, int expertsPerToken, Placement placement,
                                       std::int64_t cacheBudgetBytes)
    : m_table(RoutingTable::fromSource(*unet, expertsPerToken, placement.device)) {
    if (!m_table)
        throw Error(ErrorCode::ArchitectureMismatch,
                    "'" + unet->describe() + "' holds no experts; load it as a plain model.");
    m_cache = std::make_shared<ExpertCache>(std::move(unet), placement, cacheBudgetBytes);
}

nn::TokenLayerPtr SparseLayerFactory::selfQkv(const WeightScope& block, const nn::BlockPlace& place,
                                              std::int64_t channels) {
    if (!hasExperts(block, "attn1.to_q")) return TokenLayerFactory::selfQkv(block, place, channels);
    return std::make_unique<SparseProjection>(block, std::vector<std::string>{"attn1.to_q", "attn1.to_k", "attn1.to_v"},
                                              channels, channels, m_table, m_cache);
}

nn::TokenLayerPtr SparseLayerFactory::crossQuery(const WeightScope& block, const nn::BlockPlace& place,
                                                 std::int64_t channels) {
    if (!hasExperts(block, "attn2.to_q")) return TokenLayerFactory::crossQuery(block, place, channels);
    return std::make_unique<SparseProjection>(block, std::vector<std::string>{"attn2.to_q"}, channels, channels,
                                              m_table, m_cache);
}

nn::TokenLayerPtr SparseLayerFactory::crossKeyValue(const WeightScope& block, const nn::BlockPlace& place,
                                                    std::int64_t channels, std::int64_t contextChannels) {
    if (!hasExperts(block, "attn2.to_k"))
        return TokenLayerFactory::crossKeyValue(block, place, channels, contextChannels);
    return std::make_unique<SparseProjection>(block, std::vector<std::string>{"attn2.to_k", "attn2.to_v"},
                                              contextChannels, channels, m_table, m_cache);
}

nn::TokenLayerPtr SparseLayerFactory::feedForward(const WeightScope& block, const nn::BlockPlace& place,
                                                  std::int64_t channels) {
    if (!hasExperts(block, "ff")) return TokenLayerFactory::feedForward(block, place, channels);
    return std::make_unique<SparseFeedForward>(block, channels, m_table, m_cache);
}

}  // namespace segmoe::moe
