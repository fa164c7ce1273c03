// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/moe/expert_cache.h"
#include "core/moe/routing_table.h"
#include "core/nn/token_layer.h"

namespace segmoe::moe {

/// Projections without bias that share one input, each with E experts: q, k, v of a self-attention, q or k, v of a
/// cross-attention. Projections with the same site share its decision and its weights; the usual case is one site for
/// all.
class SparseProjection final : public nn::TokenLayer {
public:
    /// Names of the modules in the order of the outputs; all must have a site. Shapes are checked and noted in the
    /// scope's loader, no weight is read. Each expert weight is [out, in].
    SparseProjection(const WeightScope& block, const std::vector<std::string>& locals, std::int64_t in,
                     std::int64_t out, std::shared_ptr<const RoutingTable> table, std::shared_ptr<ExpertCache> cache);

    std::vector<at::Tensor> forward(const at::Tensor& x, nn::RunContext& run) const override;

private:
    struct SiteProjections {
        const RoutingSite* site = nullptr;
        std::vector<std::size_t> outputs;                   ///< positions among the layer's outputs
        std::vector<std::vector<std::string>> weightNames;  ///< [E][projection of this site]
    };

    std::shared_ptr<const RoutingTable> m_table;
    std::shared_ptr<ExpertCache> m_cache;
    std::vector<SiteProjections> m_sites;
    std::size_t m_outputs = 0;
};

}  // namespace segmoe::moe
