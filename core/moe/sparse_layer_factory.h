// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/moe/expert_cache.h"
#include "core/moe/routing_table.h"
#include "core/nn/token_layer.h"

namespace segmoe::moe {

/// Makes sparse layers wherever the UNet's source holds experts and plain ones elsewhere (the middle, modules that are
/// not mixed). Sparse layers keep the table and the cache alive; the factory itself may go after loading.
class SparseLayerFactory final : public nn::TokenLayerFactory {
public:
    /// The source is the one the network is loaded from. Throws as RoutingTable::fromSource;
    /// Error{ArchitectureMismatch} when the source has no experts.
    SparseLayerFactory(TensorSourcePtr unet, int expertsPerToken, Placement placement,
                       std::int64_t cacheBudgetBytes = 0);

    nn::TokenLayerPtr selfQkv(const WeightScope& block, const nn::BlockPlace& place, std::int64_t channels) override;
    nn::TokenLayerPtr crossQuery(const WeightScope& block, const nn::BlockPlace& place, std::int64_t channels) override;
    nn::TokenLayerPtr crossKeyValue(const WeightScope& block, const nn::BlockPlace& place, std::int64_t channels,
                                    std::int64_t contextChannels) override;
    nn::TokenLayerPtr feedForward(const WeightScope& block, const nn::BlockPlace& place,
                                  std::int64_t channels) override;

    const std::shared_ptr<const RoutingTable>& table() const { return m_table; }
    const std::shared_ptr<ExpertCache>& cache() const { return m_cache; }

private:
    bool hasExperts(const WeightScope& block, const char* local) const {
        return m_table->siteOf(block.fullName(local)) != nullptr;
    }

    std::shared_ptr<const RoutingTable> m_table;
    std::shared_ptr<ExpertCache> m_cache;
};

}  // namespace segmoe::moe
