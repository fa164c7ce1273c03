// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/domain/routing_trace.h"

namespace segmoe::ui {

/// What a number of the map means.
enum class RoutingMeasure {
    AppliedWeight,  ///< of the expert where it was chosen, 0…1; over all steps: share of steps it was chosen in
    RelativeScore,  ///< raw score minus the layer's mean, in standard deviations of the layer's experts
};

/// The routing of one picture, growing step by step. Steps that are missing read as nothing.
class RoutingRun {
public:
    RoutingRun() = default;
    explicit RoutingRun(const RoutingTrace& trace);

    /// Adds what a step recorded; a step that does not fit the sites seen so far starts anew.
    void append(const RoutingStep& step);
    bool empty() const { return m_trace.empty(); }
    const RoutingTrace& trace() const { return m_trace; }
    int recordedSteps() const { return m_trace.steps; }
    int plannedSteps() const { return m_plannedSteps; }

    /// Weight or relative score of an expert at a site; nothing where it was not chosen. step -1 = all recorded steps.
    std::optional<double> value(int site, int expert, int step, RoutingMeasure measure) const;
    bool isChosen(int site, int expert, int step) const { return appliedWeight(site, expert, step).has_value(); }
    /// Mean applied weight of each expert over sites and the step (-1 = all). Sums to 1 where something was recorded.
    std::vector<double> load(const std::vector<int>& sites, int step) const;

private:
    std::optional<double> appliedWeight(int site, int expert, int step) const;
    double relativeScore(int site, int expert, int step) const;

    RoutingTrace m_trace;
    int m_plannedSteps = 0;
};

}  // namespace segmoe::ui
