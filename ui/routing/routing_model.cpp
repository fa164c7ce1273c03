// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_model.h"

#include <algorithm>
#include <cmath>

namespace segmoe::ui {

namespace {

constexpr std::size_t kPrompt = 0;
constexpr std::size_t kNegative = 1;

/// Calls with each half that a choice means and that was recorded.
template <class Values, class Use>
void forHalves(const Values& values, GuidanceHalf half, Use&& use) {
    if (half != GuidanceHalf::Negative || values[kNegative].empty()) use(values[kPrompt]);
    if (half != GuidanceHalf::Prompt && !values[kNegative].empty()) use(values[kNegative]);
}

}  // namespace

RoutingModel::RoutingModel(CapturePtr capture) : m_capture(std::move(capture)) {
    if (isEmpty()) return;
    m_layout = RoutingLayout(trace(), detail());
    for (int site = 0; site < trace().siteCount(); ++site) {
        const SiteDetail* record = detailOf(site);
        if (!record) continue;
        m_hasMeans = m_hasMeans || !record->preferredMean[kPrompt].empty();
        m_hasMaps = m_hasMaps || !record->preferredMaps[kPrompt].empty();
        m_hasNegative = m_hasNegative || !record->preferredMean[kNegative].empty();
    }
}

const SiteDetail* RoutingModel::detailOf(int site) const {
    const int index = m_layout.detailOfSite[static_cast<std::size_t>(site)];
    return index < 0 ? nullptr : &detail()->sites[static_cast<std::size_t>(index)];
}

StepSpan RoutingModel::span(int step) const {
    if (step < 0) return {0, steps()};
    const int inside = std::min(step, steps() - 1);
    return {inside, inside + 1};
}

std::vector<int> RoutingModel::sitesOfBlock(int block, const std::optional<SiteKind>& kind) const {
    std::vector<int> sites;
    for (SiteKind each : m_layout.kinds)
        if (!kind || *kind == each)
            if (const int site = m_layout.siteOf(block, each); site >= 0) sites.push_back(site);
    return sites;
}

std::vector<int> RoutingModel::sites(const RoutingSelection& selection) const {
    std::vector<int> sites;
    const auto add = [&](int block) {
        const std::vector<int> more = sitesOfBlock(block, selection.kind);
        sites.insert(sites.end(), more.begin(), more.end());
    };
    if (selection.blocks.empty())
        for (int block = 0; block < m_layout.blockCount(); ++block) add(block);
    else
        for (int block : selection.blocks)
            if (block < m_layout.blockCount()) add(block);
    return sites;
}

std::vector<double> RoutingModel::weights(int site, StepSpan span, ValueKind value, GuidanceHalf half) const {
    const auto count = static_cast<std::size_t>(experts());
    std::vector<double> sum(count, 0.0);
    int parts = 0;
    const SiteDetail* record = detailOf(site);
    const bool recorded = record && !record->preferredMean[kPrompt].empty();
    if (recorded) {
        forHalves(value == ValueKind::Preferred ? record->preferredMean : record->appliedMean, half,
                  [&](const std::vector<float>& values) {
                      for (int step = span.from; step < span.to; ++step, ++parts)
                          for (std::size_t e = 0; e < count; ++e)
                              sum[e] += static_cast<double>(values[static_cast<std::size_t>(step) * count + e]);
                  });
    } else if (value == ValueKind::Applied) {
        for (int step = span.from; step < span.to; ++step, ++parts)
            for (int rank = 0; rank < k(); ++rank)
                if (const int expert = trace().chosenAt(step, site, rank); expert >= 0 && expert < experts())
                    sum[static_cast<std::size_t>(expert)] += static_cast<double>(trace().weightAt(step, site, rank));
    }
    if (parts == 0) return {};
    for (double& weight : sum) weight /= parts;
    return sum;
}

std::vector<double> RoutingModel::weights(const std::vector<int>& sites, StepSpan span, ValueKind value,
                                          GuidanceHalf half) const {
    std::vector<double> sum;
    int parts = 0;
    for (int site : sites) {
        const std::vector<double> one = weights(site, span, value, half);
        if (one.empty()) continue;
        sum.resize(one.size(), 0.0);
        for (std::size_t e = 0; e < one.size(); ++e) sum[e] += one[e];
        ++parts;
    }
    for (double& weight : sum) weight /= parts;
    return sum;
}

std::optional<double> RoutingModel::entropy(int site, int step, GuidanceHalf half) const {
    const SiteDetail* record = detailOf(site);
    if (!record || record->entropy[kPrompt].empty()) return std::nullopt;
    double sum = 0.0;
    int parts = 0;
    forHalves(record->entropy, half, [&](const std::vector<float>& values) {
        sum += static_cast<double>(values[static_cast<std::size_t>(step)]);
        ++parts;
    });
    return sum / parts;
}

std::vector<int> RoutingModel::chosen(int site, int step) const {
    std::vector<int> set;
    for (int rank = 0; rank < k(); ++rank)
        if (const int expert = trace().chosenAt(step, site, rank); expert >= 0) set.push_back(expert);
    return set;
}

std::optional<double> RoutingModel::appliedWeight(int site, int step, int expert) const {
    for (int rank = 0; rank < k(); ++rank)
        if (trace().chosenAt(step, site, rank) == expert) return trace().weightAt(step, site, rank);
    return std::nullopt;
}

double RoutingModel::relativeScore(int site, int step, int expert) const {
    double mean = 0.0;
    for (int e = 0; e < experts(); ++e) mean += trace().scoreAt(step, site, e) / static_cast<double>(experts());
    double variance = 0.0;
    for (int e = 0; e < experts(); ++e) {
        const double difference = trace().scoreAt(step, site, e) - mean;
        variance += difference * difference / experts();
    }
    return variance > 0.0 ? (trace().scoreAt(step, site, expert) - mean) / std::sqrt(variance) : 0.0;
}

std::vector<int> RoutingModel::preferredSet(int site, int step) const {
    const SiteDetail* record = detailOf(site);
    if (!record || record->preferredSet.empty()) return {};
    const auto per = record->preferredSet.size() / static_cast<std::size_t>(steps());
    const auto first = record->preferredSet.begin() + static_cast<std::ptrdiff_t>(per * static_cast<std::size_t>(step));
    return {first, first + static_cast<std::ptrdiff_t>(per)};
}

}  // namespace segmoe::ui
