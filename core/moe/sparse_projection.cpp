// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/sparse_projection.h"

#include <algorithm>
#include <array>

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/moe/sparse_mix.h"

namespace segmoe::moe {

SparseProjection::SparseProjection(const WeightScope& block, const std::vector<std::string>& locals, std::int64_t in,
                                   std::int64_t out, std::shared_ptr<const RoutingTable> table,
                                   std::shared_ptr<ExpertCache> cache)
    : m_table(std::move(table)), m_cache(std::move(cache)), m_outputs(locals.size()) {
    const int experts = m_table->experts();
    for (std::size_t output = 0; output < locals.size(); ++output) {
        const std::string module = block.fullName(locals[output]);
        const RoutingSite* site = m_table->siteOf(module);
        if (site == nullptr)
            throw Error(ErrorCode::ArchitectureMismatch, "'" + module +
                                                             "' has no experts while its neighbours have; this mixture "
                                                             "was not built by SegMoE. Build it again.");
        auto own = std::ranges::find_if(m_sites, [&](const SiteProjections& known) { return known.site == site; });
        if (own == m_sites.end())
            own = m_sites.insert(m_sites.end(),
                                 {site, {}, std::vector<std::vector<std::string>>(static_cast<std::size_t>(experts))});
        own->outputs.push_back(output);
        block.loader().expect(module + ".gate.weight", std::array<std::int64_t, 2>{experts, in});
        for (int e = 0; e < experts; ++e) {
            std::string name = module + ".experts." + std::to_string(e) + ".weight";
            block.loader().expect(name, std::array<std::int64_t, 2>{out, in});
            own->weightNames[static_cast<std::size_t>(e)].push_back(std::move(name));
        }
    }
}

std::vector<at::Tensor> SparseProjection::forward(const at::Tensor& x, nn::RunContext& run) const {
    std::vector<at::Tensor> result(m_outputs);
    for (const SiteProjections& own : m_sites) {
        // kept keys and values are computed once in a run: their weights would only stand in the way afterwards
        const bool isLastUse = own.site->isPerPrompt() && run.keepCrossKeyValues;
        const auto project = [&](int expert, const at::Tensor& rows) {
            const std::vector<std::string>& names = own.weightNames[static_cast<std::size_t>(expert)];
            const auto weights = m_cache->fetch(names);
            if (isLastUse) m_cache->discard(names);
            std::vector<at::Tensor> outputs;
            for (const at::Tensor& weight : *weights) outputs.push_back(at::linear(rows, weight));  // [b, N, out]
            return outputs;
        };
        std::vector<at::Tensor> outputs = mixExperts(x, currentSite(*own.site, run), run, project);
        for (std::size_t i = 0; i < outputs.size(); ++i) result[own.outputs[i]] = std::move(outputs[i]);
    }
    return result;
}

}  // namespace segmoe::moe
