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

/// A GEGLU feed-forward with E experts behind one decision.
class SparseFeedForward final : public nn::TokenLayer {
public:
    /// Scope of the block; inner width 4 C. Shapes are checked and noted in the scope's loader, no weight is read.
    SparseFeedForward(const WeightScope& block, std::int64_t channels, std::shared_ptr<const RoutingTable> table,
                      std::shared_ptr<ExpertCache> cache);

    /// x [B, N, C] → one tensor [B, N, C].
    std::vector<at::Tensor> forward(const at::Tensor& x, nn::RunContext& run) const override;

private:
    std::shared_ptr<const RoutingTable> m_table;
    std::shared_ptr<ExpertCache> m_cache;
    const RoutingSite* m_site = nullptr;
    std::vector<std::vector<std::string>> m_weightNames;  ///< [E]: in weight, in bias, out weight, out bias
};

}  // namespace segmoe::moe
