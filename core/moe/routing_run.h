// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/domain/routing_policy.h"
#include "core/domain/routing_trace.h"
#include "core/moe/routing_decision.h"
#include "core/moe/routing_groups.h"
#include "core/moe/routing_table.h"
#include "core/nn/run_context.h"

namespace segmoe::moe {

class RoutingDetailRecorder;

/// The decision of one group of rows.
struct GroupChoice {
    std::vector<std::int64_t> rows;
    RoutingDecision decision;
};

/// What a site decided in one call: a partition of the rows of the batch.
struct SiteChoice {
    std::vector<GroupChoice> groups;
};

/// All that routing changes during one run: the policy, the step, the decisions taken, and the record of them. One run
/// belongs to one thread; the table is shared. Without beginStep the step is 0 of 1.
///
/// Between two beginStep the first visit of a site is recorded (solvers that call the network twice in a step record
/// their first call). The prompt's site is decided once per context tensor; its record stays for the steps that do not
/// ask.
class RoutingRun {
public:
    /// Checks the policy against the mixture and all steps. Throws Error{RequestInvalid} as RoutingPolicy::validate,
    /// and when some site has no expert left at some step, naming both.
    RoutingRun(std::shared_ptr<const RoutingTable> table, RoutingPolicy policy, int steps = 1,
               std::vector<std::string> expertNames = {});

    void beginStep(int step, float timestep);
    /// Closes the record of the step and calls the step sink.
    void endStep();
    /// Called at the end of each step with a trace of that step alone; for live views.
    void onStep(std::function<void(const RoutingTrace&)> sink) { m_sink = std::move(sink); }

    /// For layers: chooses experts for the input x [B, N, Cin] of a site. Scores are fp32: the mean over a group's rows
    /// and tokens times the gate; with compat the fp32 sum of logits in x's type over the whole batch (segmoe.md §3.7).
    const SiteChoice& decide(const RoutingSite& site, const at::Tensor& x, const nn::RunContext& run);
    /// Records what the inspector shows, beyond the trace; borrowed, must outlive the run.
    void record(RoutingDetailRecorder* recorder) { m_recorder = recorder; }
    /// For layers: notes the detail of a decision that was just taken.
    void noteDetail(const RoutingSite& site, const at::Tensor& x, const SiteChoice& choice,
                    const nn::RunContext& run) const;
    /// For layers: whether the step's record of the site is complete, so that mean weights need not be computed.
    bool isNoted(const RoutingSite& site) const { return m_isNoted[static_cast<std::size_t>(site.index)]; }
    /// For layers: mean applied weights of the first group's chosen experts, in their order; completes the record.
    void noteWeights(const RoutingSite& site, const std::vector<float>& weights);

    const RoutingPolicy& policy() const { return m_policy; }
    const RoutingTable& table() const { return *m_table; }
    /// Whether the choice for the prompt is the same at all steps, so that keys and values may be kept for the run.
    bool areCrossKeyValuesConstant() const { return m_isPromptConstant; }
    /// Largest number of experts any site may choose.
    int maxK() const { return m_maxK; }
    /// All closed steps.
    RoutingTrace trace() const { return m_trace; }

private:
    struct SiteRecord {
        bool isSet = false;
        std::vector<int> chosen;
        std::vector<float> weights;
        std::vector<float> scores;
    };
    struct PromptChoices {
        at::Tensor context;
        std::vector<std::pair<int, std::pair<DecisionControls, SiteChoice>>> bySite;
    };

    DecisionControls controls(const RoutingSite& site, int step) const;
    void checkAllSteps();
    SiteChoice choose(const RoutingSite& site, const at::Tensor& x, const nn::RunContext& run) const;
    std::vector<std::vector<float>> groupScores(const RoutingSite& site, const at::Tensor& x,
                                                const std::vector<RowGroup>& groups) const;
    const SiteChoice& choosePrompt(const RoutingSite& site, const at::Tensor& context, const nn::RunContext& run);
    void note(const RoutingSite& site, const SiteChoice& choice);

    std::shared_ptr<const RoutingTable> m_table;
    RoutingPolicy m_policy;
    int m_steps = 1;
    int m_step = 0;
    int m_maxK = 1;
    bool m_isPromptConstant = true;
    float m_timestep = 0.0F;
    std::vector<DecisionControls> m_controls;  ///< of this step, by site
    std::vector<SiteRecord> m_records;         ///< of this step, by site
    std::vector<bool> m_isNoted;               ///< visited in this step
    std::vector<PromptChoices> m_prompts;
    SiteChoice m_last;
    RoutingTrace m_trace;
    std::function<void(const RoutingTrace&)> m_sink;
    RoutingDetailRecorder* m_recorder = nullptr;
};

}  // namespace segmoe::moe
