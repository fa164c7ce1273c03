// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "ui/routing/capture.h"
#include "ui/routing/routing_layout.h"
#include "ui/routing/routing_selection.h"

namespace segmoe::ui {

/// Steps from first to one past the last.
struct StepSpan {
    int from = 0;
    int to = 0;
    int count() const { return to - from; }
};

/// Reads single numbers of a capture, whatever its level. Pure computation over an immutable record: cheap to copy,
/// usable on any thread. What several numbers say together is in routing_statistics.h and place_maps.h.
class RoutingModel {
public:
    RoutingModel() = default;
    explicit RoutingModel(CapturePtr capture);

    bool isEmpty() const { return !m_capture || m_capture->trace().empty(); }
    const CapturePtr& capture() const { return m_capture; }
    const RoutingTrace& trace() const { return m_capture->trace(); }
    const RoutingDetail* detail() const { return m_capture ? m_capture->detail() : nullptr; }
    const RoutingLayout& layout() const { return m_layout; }
    int experts() const { return isEmpty() ? 0 : trace().expertCount(); }
    int steps() const { return isEmpty() ? 0 : trace().steps; }
    int k() const { return isEmpty() ? 0 : trace().k; }

    /// Preference and entropy were recorded; else only the choices and their weights are known.
    bool hasMeans() const { return m_hasMeans; }
    bool hasMaps() const { return m_hasMaps; }
    /// The render had a negative half.
    bool hasNegative() const { return m_hasNegative; }
    const SiteDetail* detailOf(int site) const;

    /// A step, or all of them for -1.
    StepSpan span(int step) const;
    /// The sites that a selection is about, in execution order.
    std::vector<int> sites(const RoutingSelection& selection) const;
    /// Of one block: one site, or up to three when the mean of the kinds is wanted.
    std::vector<int> sitesOfBlock(int block, const std::optional<SiteKind>& kind) const;

    /// Mean over places of each expert's weight, sums to 1; mean over the steps. Empty where Preferred is asked for and
    /// was not recorded.
    std::vector<double> weights(int site, StepSpan steps, ValueKind value, GuidanceHalf half) const;
    /// The mean of weights() over several sites.
    std::vector<double> weights(const std::vector<int>& sites, StepSpan steps, ValueKind value,
                                GuidanceHalf half) const;
    /// Entropy of the preference ÷ log E, 0…1, mean over places; nothing where it was not recorded.
    std::optional<double> entropy(int site, int step, GuidanceHalf half) const;
    /// The chosen experts of a decision, best first.
    std::vector<int> chosen(int site, int step) const;
    bool isChosen(int site, int step, int expert) const { return appliedWeight(site, step, expert).has_value(); }
    /// Nothing where the expert was not chosen.
    std::optional<double> appliedWeight(int site, int step, int expert) const;
    /// Raw score minus the mean over the experts, in their standard deviations; 0 where all are equal.
    double relativeScore(int site, int step, int expert) const;
    /// What would have been chosen before any rule; empty where it was not recorded.
    std::vector<int> preferredSet(int site, int step) const;

private:
    CapturePtr m_capture;
    RoutingLayout m_layout;
    bool m_hasMeans = false;
    bool m_hasMaps = false;
    bool m_hasNegative = false;
};

}  // namespace segmoe::ui
