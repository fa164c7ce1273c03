// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_run.h"

#include <algorithm>
#include <cmath>

namespace segmoe::ui {

namespace {

template <class T>
void appendTo(std::vector<T>& all, const std::vector<T>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

RoutingRun::RoutingRun(const RoutingTrace& trace) : m_trace(trace), m_plannedSteps(trace.steps) {}

void RoutingRun::append(const RoutingStep& step) {
    m_plannedSteps = step.steps;
    const bool fits = step.record.sites == m_trace.sites && step.record.k == m_trace.k && step.step == m_trace.steps;
    if (!fits) {
        m_trace = step.record;
        return;
    }
    m_trace.steps += step.record.steps;
    appendTo(m_trace.timesteps, step.record.timesteps);
    appendTo(m_trace.chosen, step.record.chosen);
    appendTo(m_trace.weights, step.record.weights);
    appendTo(m_trace.scores, step.record.scores);
}

std::optional<double> RoutingRun::value(int site, int expert, int step, RoutingMeasure measure) const {
    if (empty() || step >= m_trace.steps) return std::nullopt;
    if (measure == RoutingMeasure::AppliedWeight && step >= 0) return appliedWeight(site, expert, step);
    double sum = 0.0;
    int steps = 0;
    for (int s = step >= 0 ? step : 0; s < (step >= 0 ? step + 1 : m_trace.steps); ++s, ++steps)
        sum += measure == RoutingMeasure::AppliedWeight ? (appliedWeight(site, expert, s) ? 1.0 : 0.0)
                                                        : relativeScore(site, expert, s);
    const double mean = sum / steps;
    if (measure == RoutingMeasure::AppliedWeight && mean == 0.0) return std::nullopt;
    return mean;
}

std::optional<double> RoutingRun::appliedWeight(int site, int expert, int step) const {
    for (int rank = 0; rank < m_trace.k; ++rank)
        if (m_trace.chosenAt(step, site, rank) == expert) return m_trace.weightAt(step, site, rank);
    return std::nullopt;
}

double RoutingRun::relativeScore(int site, int expert, int step) const {
    const int experts = m_trace.expertCount();
    double mean = 0.0;
    for (int e = 0; e < experts; ++e) mean += m_trace.scoreAt(step, site, e) / static_cast<double>(experts);
    double variance = 0.0;
    for (int e = 0; e < experts; ++e) {
        const double difference = m_trace.scoreAt(step, site, e) - mean;
        variance += difference * difference / experts;
    }
    return variance > 0.0 ? (m_trace.scoreAt(step, site, expert) - mean) / std::sqrt(variance) : 0.0;
}

std::vector<double> RoutingRun::load(const std::vector<int>& sites, int step) const {
    std::vector<double> loads(static_cast<std::size_t>(m_trace.expertCount()), 0.0);
    const int from = step >= 0 ? step : 0;
    const int to = step >= 0 ? std::min(step + 1, m_trace.steps) : m_trace.steps;
    double total = 0.0;
    for (int s = from; s < to; ++s) {
        for (int site : sites) {
            for (int rank = 0; rank < m_trace.k; ++rank) {
                const int expert = m_trace.chosenAt(s, site, rank);
                if (expert < 0 || expert >= m_trace.expertCount()) continue;
                loads[static_cast<std::size_t>(expert)] += m_trace.weightAt(s, site, rank);
                total += m_trace.weightAt(s, site, rank);
            }
        }
    }
    if (total > 0.0)
        for (double& load : loads) load /= total;
    return loads;
}

}  // namespace segmoe::ui
