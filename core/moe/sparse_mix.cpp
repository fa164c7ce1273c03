// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/sparse_mix.h"

#include <algorithm>

#include <ATen/ATen.h>

#include "core/base/error.h"

namespace segmoe::moe {

namespace {

/// Rows of the batch that run with the same experts.
struct RowSet {
    std::vector<int> chosen;
    std::vector<std::int64_t> rows;
    std::vector<std::int64_t> firstGroupRows;  ///< of these, the ones whose weights are recorded
};

/// Groups that chose the same experts in the same order, merged.
std::vector<RowSet> distinctSets(const SiteChoice& choice) {
    std::vector<RowSet> sets;
    for (const GroupChoice& group : choice.groups) {
        auto set =
            std::ranges::find_if(sets, [&](const RowSet& known) { return known.chosen == group.decision.chosen; });
        if (set == sets.end()) set = sets.insert(sets.end(), {group.decision.chosen, {}, {}});
        set->rows.insert(set->rows.end(), group.rows.begin(), group.rows.end());
    }
    sets.front().firstGroupRows = choice.groups.front().rows;
    for (RowSet& set : sets) std::ranges::sort(set.rows);
    return sets;
}

at::Tensor indexTensor(const std::vector<std::int64_t>& values, at::Device device) {
    return at::tensor(at::ArrayRef<std::int64_t>(values), at::dtype(at::kLong)).to(device);
}

/// softmax over the chosen experts for every token: [b, N, k] fp32.
at::Tensor tokenWeights(const at::Tensor& x, const RoutingSite& site, const std::vector<int>& chosen,
                        double temperature) {
    const at::Tensor gate = site.gate.index_select(0, indexTensor({chosen.begin(), chosen.end()}, site.gate.device()));
    at::Tensor logits = at::linear(x.to(at::kFloat), gate);
    if (temperature != 1.0) logits.div_(temperature);
    return at::softmax(logits, -1);
}

std::vector<float> meanWeights(const at::Tensor& weights, const RowSet& set) {
    std::vector<std::int64_t> local;
    for (std::int64_t row : set.firstGroupRows)
        local.push_back(std::ranges::lower_bound(set.rows, row) - set.rows.begin());
    const at::Tensor mean = weights.index_select(0, indexTensor(local, weights.device()))
                                .mean(at::IntArrayRef{0, 1})
                                .to(at::kCPU)
                                .contiguous();
    return {mean.const_data_ptr<float>(), mean.const_data_ptr<float>() + mean.numel()};
}

/// Outputs of one set of experts for x [b, N, Cin]; weights [b, N, k] or undefined for k = 1.
std::vector<at::Tensor> runSet(const at::Tensor& x, const std::vector<int>& chosen, const at::Tensor& weights,
                               nn::RunContext& run, const ExpertForward& expert) {
    if (chosen.size() == 1) return expert(chosen.front(), x);
    std::vector<at::Tensor> sums;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        run.cancel.check();
        const at::Tensor weight = weights.narrow(2, static_cast<std::int64_t>(i), 1);  // [b, N, 1]
        std::vector<at::Tensor> outputs = expert(chosen[i], x);
        sums.resize(outputs.size());
        for (std::size_t out = 0; out < outputs.size(); ++out) {
            const at::Tensor wide = outputs[out].to(at::kFloat);
            if (i == 0)
                sums[out] = wide * weight;
            else
                sums[out].addcmul_(wide, weight);
        }
    }
    for (at::Tensor& sum : sums) sum = sum.to(x.scalar_type());
    return sums;
}

}  // namespace

const RoutingSite& currentSite(const RoutingSite& built, const nn::RunContext& run) {
    return run.routing ? run.routing->table().sites()[static_cast<std::size_t>(built.index)] : built;
}

std::vector<at::Tensor> mixExperts(const at::Tensor& x, const RoutingSite& site, nn::RunContext& run,
                                   const ExpertForward& expert) {
    if (run.routing == nullptr)
        throw Error(ErrorCode::InternalError, "A mixture was run without routing ('" + site.label + "').");
    RoutingRun& routing = *run.routing;
    const SiteChoice& choice = routing.decide(site, x, run);
    routing.noteDetail(site, x, choice, run);
    const std::vector<RowSet> sets = distinctSets(choice);
    std::vector<at::Tensor> result;
    for (std::size_t s = 0; s < sets.size(); ++s) {
        const RowSet& set = sets[s];
        const bool isWhole = sets.size() == 1;
        const at::Tensor rows = isWhole ? at::Tensor() : indexTensor(set.rows, x.device());
        const at::Tensor own = isWhole ? x : x.index_select(0, rows);
        const at::Tensor weights =
            set.chosen.size() > 1 ? tokenWeights(own, site, set.chosen, routing.policy().temperature) : at::Tensor();
        if (s == 0 && !routing.isNoted(site))
            routing.noteWeights(site, weights.defined() ? meanWeights(weights, set) : std::vector<float>{1.0F});
        std::vector<at::Tensor> outputs = runSet(own, set.chosen, weights, run, expert);
        if (isWhole) return outputs;
        result.resize(outputs.size());
        for (std::size_t out = 0; out < outputs.size(); ++out) {
            if (!result[out].defined())
                result[out] = at::empty({x.size(0), x.size(1), outputs[out].size(2)}, outputs[out].options());
            result[out].index_copy_(0, rows, outputs[out]);
        }
    }
    return result;
}

}  // namespace segmoe::moe
