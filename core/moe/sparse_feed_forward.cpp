// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/sparse_feed_forward.h"

#include <array>

#include <ATen/ATen.h>

#include "core/moe/sparse_mix.h"
#include "core/nn/feed_forward.h"

namespace segmoe::moe {

SparseFeedForward::SparseFeedForward(const WeightScope& block, std::int64_t channels,
                                     std::shared_ptr<const RoutingTable> table, std::shared_ptr<ExpertCache> cache)
    : m_table(std::move(table)), m_cache(std::move(cache)) {
    const std::string module = block.fullName("ff");
    m_site = m_table->siteOf(module);
    WeightLoader& loader = block.loader();
    loader.expect(module + ".gate.weight", std::array<std::int64_t, 2>{m_table->experts(), channels});
    for (int e = 0; e < m_table->experts(); ++e) {
        const std::string expert = module + ".experts." + std::to_string(e);
        m_weightNames.push_back({expert + ".net.0.proj.weight", expert + ".net.0.proj.bias", expert + ".net.2.weight",
                                 expert + ".net.2.bias"});
        loader.expect(m_weightNames.back()[0], std::array<std::int64_t, 2>{8 * channels, channels});
        loader.expect(m_weightNames.back()[1], std::array<std::int64_t, 1>{8 * channels});
        loader.expect(m_weightNames.back()[2], std::array<std::int64_t, 2>{channels, 4 * channels});
        loader.expect(m_weightNames.back()[3], std::array<std::int64_t, 1>{channels});
    }
}

std::vector<at::Tensor> SparseFeedForward::forward(const at::Tensor& x, nn::RunContext& run) const {
    return mixExperts(x, currentSite(*m_site, run), run, [&](int expert, const at::Tensor& rows) {
        const auto weights = m_cache->fetch(m_weightNames[static_cast<std::size_t>(expert)]);
        const at::Tensor inner = nn::geglu(rows, (*weights)[0], (*weights)[1]);  // [b, N, 4 C]
        return std::vector<at::Tensor>{at::linear(inner, (*weights)[2], (*weights)[3])};
    });
}

}  // namespace segmoe::moe
