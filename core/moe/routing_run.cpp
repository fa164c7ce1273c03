// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/routing_run.h"

#include <algorithm>
#include <cmath>

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/moe/routing_detail_recorder.h"

namespace segmoe::moe {

namespace {

/// Contexts whose decisions are remembered: both halves of a few pictures run one after another.
constexpr std::size_t kMaxPrompts = 8;

bool isSameContext(const at::Tensor& a, const at::Tensor& b) {
    if (a.is_same(b)) return true;
    return a.scalar_type() == b.scalar_type() && a.sizes() == b.sizes() && a.device() == b.device() && at::equal(a, b);
}

}  // namespace

RoutingRun::RoutingRun(std::shared_ptr<const RoutingTable> table, RoutingPolicy policy, int steps,
                       std::vector<std::string> expertNames)
    : m_table(std::move(table)), m_policy(std::move(policy)), m_steps(std::max(1, steps)) {
    m_policy.validate(m_table->experts());
    if (m_policy.compat) m_policy.group = RoutingGroup::Batch;
    if (m_policy.compat) m_policy.condOnly = false;
    checkAllSteps();
    m_controls.resize(m_table->sites().size());
    for (const RoutingSite& site : m_table->sites())
        m_controls[static_cast<std::size_t>(site.index)] = controls(site, 0);
    m_records.resize(m_controls.size());
    m_isNoted.assign(m_controls.size(), false);

    for (int e = static_cast<int>(expertNames.size()); e < m_table->experts(); ++e)
        expertNames.push_back("expert " + std::to_string(e));
    expertNames.resize(static_cast<std::size_t>(m_table->experts()));
    m_trace.k = m_maxK;
    m_trace.sites = m_table->labels();
    m_trace.experts = std::move(expertNames);
}

DecisionControls RoutingRun::controls(const RoutingSite& site, int step) const {
    return controlsAt(m_policy, site.kind, site.label, site.mergedLabel, step, m_steps, m_table->experts(),
                      m_table->expertsPerToken());
}

void RoutingRun::checkAllSteps() {
    // without rules all steps are alike
    const int steps = m_policy.rules.empty() ? 1 : m_steps;
    for (const RoutingSite& site : m_table->sites()) {
        const DecisionControls first = controls(site, 0);
        for (int step = 0; step < steps; ++step) {
            const DecisionControls now = controls(site, step);
            m_maxK = std::max(m_maxK, now.k);
            if (site.isPerPrompt() && now != first) m_isPromptConstant = false;
            if (!now.allowed.empty() && std::ranges::none_of(now.allowed, [](bool isAllowed) { return isAllowed; }))
                throw Error(ErrorCode::RequestInvalid, "All experts are muted at '" + site.label + "' in step " +
                                                           std::to_string(step + 1) + "; leave at least one.");
        }
    }
}

void RoutingRun::beginStep(int step, float timestep) {
    m_step = step;
    m_timestep = timestep;
    if (!m_policy.rules.empty())
        for (const RoutingSite& site : m_table->sites())
            m_controls[static_cast<std::size_t>(site.index)] = controls(site, step);
    m_isNoted.assign(m_isNoted.size(), false);
}

void RoutingRun::endStep() {
    RoutingTrace one;
    one.steps = 1;
    one.k = m_maxK;
    one.sites = m_trace.sites;
    one.experts = m_trace.experts;
    one.timesteps = {m_timestep};
    const auto experts = m_trace.experts.size();
    for (const SiteRecord& record : m_records) {
        for (std::size_t rank = 0; rank < static_cast<std::size_t>(m_maxK); ++rank) {
            const bool isUsed = record.isSet && rank < record.chosen.size();
            one.chosen.push_back(isUsed ? record.chosen[rank] : -1);
            one.weights.push_back(isUsed ? record.weights[rank] : 0.0F);
        }
        for (std::size_t e = 0; e < experts; ++e) one.scores.push_back(record.isSet ? record.scores[e] : 0.0F);
    }
    const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    append(m_trace.timesteps, one.timesteps);
    append(m_trace.chosen, one.chosen);
    append(m_trace.weights, one.weights);
    append(m_trace.scores, one.scores);
    ++m_trace.steps;
    if (m_sink) m_sink(one);
}

std::vector<std::vector<float>> RoutingRun::groupScores(const RoutingSite& site, const at::Tensor& x,
                                                        const std::vector<RowGroup>& groups) const {
    const auto tokens = static_cast<double>(x.size(1));
    at::Tensor rowScores;  // [B, E], per row of the batch: mean (or, for compat, sum) over its tokens
    if (m_policy.compat)
        rowScores = at::linear(x, site.gate.to(x.scalar_type())).sum(at::IntArrayRef{1}, false, at::kFloat);
    else
        rowScores = at::linear(x.mean(at::IntArrayRef{1}, false, at::kFloat), site.gate);
    rowScores = rowScores.to(at::kCPU).contiguous();
    const auto values = rowScores.accessor<float, 2>();
    std::vector<std::vector<float>> scores;
    for (const RowGroup& group : groups) {
        std::vector<float> own;
        for (std::int64_t e = 0; e < rowScores.size(1); ++e) {
            double sum = 0.0;
            for (std::int64_t row : group.scoreRows) sum += static_cast<double>(values[row][e]);
            own.push_back(static_cast<float>(
                sum / (static_cast<double>(group.scoreRows.size()) * (m_policy.compat ? tokens : 1.0))));
        }
        scores.push_back(std::move(own));
    }
    return scores;
}

SiteChoice RoutingRun::choose(const RoutingSite& site, const at::Tensor& x, const nn::RunContext& run) const {
    const std::vector<RowGroup> groups =
        rowGroups(m_policy.group, m_policy.condOnly, x.size(0), run.uncondRows, run.images);
    const std::vector<std::vector<float>> scores = groupScores(site, x, groups);
    SiteChoice choice;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (!std::ranges::all_of(scores[g], [](float score) { return std::isfinite(score); }))
            throw Error(ErrorCode::RenderNotFinite,
                        "The input of '" + site.label + "' holds values that are no numbers; try another precision.");
        choice.groups.push_back(
            {groups[g].rows, moe::decide(scores[g], m_controls[static_cast<std::size_t>(site.index)])});
    }
    return choice;
}

const SiteChoice& RoutingRun::choosePrompt(const RoutingSite& site, const at::Tensor& context,
                                           const nn::RunContext& run) {
    auto prompt = std::ranges::find_if(
        m_prompts, [&](const PromptChoices& known) { return isSameContext(known.context, context); });
    if (prompt == m_prompts.end()) {
        if (m_prompts.size() == kMaxPrompts) m_prompts.erase(m_prompts.begin());
        prompt = m_prompts.insert(m_prompts.end(), {context, {}});
    }
    const DecisionControls& now = m_controls[static_cast<std::size_t>(site.index)];
    for (auto& [index, decided] : prompt->bySite) {
        if (index != site.index) continue;
        if (decided.first != now) decided = {now, choose(site, context, run)};
        return decided.second;
    }
    return prompt->bySite.emplace_back(site.index, std::pair(now, choose(site, context, run))).second.second;
}

const SiteChoice& RoutingRun::decide(const RoutingSite& site, const at::Tensor& x, const nn::RunContext& run) {
    if (site.isPerPrompt()) {
        const SiteChoice& choice = choosePrompt(site, x, run);
        note(site, choice);
        return choice;
    }
    m_last = choose(site, x, run);
    note(site, m_last);
    return m_last;
}

void RoutingRun::note(const RoutingSite& site, const SiteChoice& choice) {
    const auto index = static_cast<std::size_t>(site.index);
    if (m_isNoted[index]) return;
    const RoutingDecision& first = choice.groups.front().decision;
    const auto count = first.chosen.size();
    m_records[index] = {true, first.chosen, std::vector<float>(count, 1.0F / static_cast<float>(count)), first.scores};
}

void RoutingRun::noteDetail(const RoutingSite& site, const at::Tensor& x, const SiteChoice& choice,
                            const nn::RunContext& run) const {
    if (m_recorder) m_recorder->note(m_trace.steps, site, x, choice, run, m_policy.temperature);
}

void RoutingRun::noteWeights(const RoutingSite& site, const std::vector<float>& weights) {
    const auto index = static_cast<std::size_t>(site.index);
    if (!m_isNoted[index] && weights.size() == m_records[index].chosen.size()) m_records[index].weights = weights;
    m_isNoted[index] = true;
}

}  // namespace segmoe::moe
