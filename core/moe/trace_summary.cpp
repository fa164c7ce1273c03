// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/trace_summary.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "core/base/error.h"

namespace segmoe::moe {

namespace {

std::size_t sizeOf(int count) { return static_cast<std::size_t>(std::max(0, count)); }

std::set<int> chosenSet(const RoutingTrace& trace, int step, int site) {
    std::set<int> chosen;
    for (int rank = 0; rank < trace.k; ++rank)
        if (const int expert = trace.chosenAt(step, site, rank); expert >= 0) chosen.insert(expert);
    return chosen;
}

double mean(const std::vector<double>& values) {
    return values.empty() ? 0.0
                          : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

void normalise(std::vector<double>& values) {
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    if (sum > 0.0)
        for (double& value : values) value /= sum;
}

/// Entropy of a distribution over E experts, in units of ln E.
double entropyOf(std::vector<double> load) {
    if (load.size() < 2) return 0.0;
    normalise(load);
    double entropy = 0.0;
    for (double p : load)
        if (p > 0.0) entropy -= p * std::log(p);
    return entropy / std::log(static_cast<double>(load.size()));
}

/// How far the worst chosen score lies above the best other one, in units of the spread of all.
double marginOf(const RoutingTrace& trace, int step, int site) {
    std::vector<double> scores;
    for (int e = 0; e < trace.expertCount(); ++e) scores.push_back(static_cast<double>(trace.scoreAt(step, site, e)));
    const std::size_t k = chosenSet(trace, step, site).size();
    if (k == 0 || k >= scores.size()) return 0.0;
    const double average = mean(scores);
    double variance = 0.0;
    for (double score : scores) variance += (score - average) * (score - average) / static_cast<double>(scores.size());
    std::sort(scores.begin(), scores.end(), std::greater<>());
    return (scores[k - 1] - scores[k]) / std::max(std::sqrt(variance), 1e-6);
}

void addLoads(const RoutingTrace& trace, TraceSummary& summary) {
    const std::size_t experts = sizeOf(trace.expertCount());
    summary.loadOverall.assign(experts, 0.0);
    summary.weightShare.assign(experts, 0.0);
    for (int site = 0; site < trace.siteCount(); ++site) {
        std::vector<double> load(experts, 0.0);
        double margin = 0.0;
        for (int step = 0; step < trace.steps; ++step) {
            for (int rank = 0; rank < trace.k; ++rank) {
                const int expert = trace.chosenAt(step, site, rank);
                if (expert < 0) continue;
                load[sizeOf(expert)] += 1.0 / trace.steps;
                summary.weightShare[sizeOf(expert)] += static_cast<double>(trace.weightAt(step, site, rank));
            }
            margin += marginOf(trace, step, site) / trace.steps;
        }
        std::vector<double>& kind = summary.loadByKind[kindOfLabel(trace.sites[sizeOf(site)])];
        kind.resize(experts, 0.0);
        for (std::size_t e = 0; e < experts; ++e) {
            summary.loadOverall[e] += load[e];
            kind[e] += load[e];
        }
        summary.entropy.push_back(entropyOf(load));
        summary.margin.push_back(margin);
        summary.load.push_back(std::move(load));
    }
    normalise(summary.loadOverall);
    normalise(summary.weightShare);
    for (auto& entry : summary.loadByKind) normalise(entry.second);
    summary.meanEntropy = mean(summary.entropy);
}

void addCurves(const RoutingTrace& trace, TraceSummary& summary) {
    const double sites = trace.siteCount();
    for (int step = 0; step < trace.steps; ++step) {
        double flips = 0.0, same = 0.0, overlap = 0.0;
        for (int site = 0; site < trace.siteCount(); ++site) {
            const std::set<int> now = chosenSet(trace, step, site);
            const std::set<int> last = chosenSet(trace, trace.steps - 1, site);
            if (step > 0 && now != chosenSet(trace, step - 1, site)) flips += 1.0;
            if (now == last) same += 1.0;
            const auto shared =
                std::count_if(last.begin(), last.end(), [&](int expert) { return now.contains(expert); });
            overlap += last.empty() ? 1.0 : static_cast<double>(shared) / static_cast<double>(last.size());
        }
        summary.flipRate.push_back(flips / sites);
        summary.saturation.push_back(same / sites);
        summary.overlap.push_back(overlap / sites);
    }
    if (trace.steps > 1)
        summary.meanFlipRate =
            std::accumulate(summary.flipRate.begin() + 1, summary.flipRate.end(), 0.0) / (trace.steps - 1);
}

}  // namespace

std::string kindOfLabel(std::string_view label) {
    const std::string_view last = label.substr(label.rfind('.') == std::string_view::npos ? 0 : label.rfind('.') + 1);
    if (last.starts_with("self")) return "self";
    if (last == "cross_k" || last == "cross_v") return "cross_kv";
    return std::string(last);
}

TraceSummary summarize(const RoutingTrace& trace) {
    TraceSummary summary;
    if (trace.empty()) return summary;
    addLoads(trace, summary);
    addCurves(trace, summary);
    return summary;
}

TraceAgreement compare(const RoutingTrace& a, const RoutingTrace& b) {
    if (a.sites != b.sites)
        throw Error(ErrorCode::RequestInvalid,
                    "The two traces have different routing sites; only traces of the same mixture can be compared.");
    if (a.expertCount() != b.expertCount())
        throw Error(ErrorCode::RequestInvalid, "The two traces have different numbers of experts.");
    if (a.steps != b.steps)
        throw Error(ErrorCode::RequestInvalid, "The two traces have different numbers of steps, " +
                                                   std::to_string(a.steps) + " and " + std::to_string(b.steps) + ".");
    TraceAgreement agreement;
    agreement.bySite.assign(sizeOf(a.siteCount()), 0.0);
    agreement.byStep.assign(sizeOf(a.steps), 0.0);
    if (a.empty()) return agreement;
    for (int step = 0; step < a.steps; ++step)
        for (int site = 0; site < a.siteCount(); ++site)
            if (chosenSet(a, step, site) == chosenSet(b, step, site)) {
                agreement.bySite[sizeOf(site)] += 1.0 / a.steps;
                agreement.byStep[sizeOf(step)] += 1.0 / a.siteCount();
            }
    agreement.share = mean(agreement.byStep);
    return agreement;
}

nlohmann::ordered_json summaryJson(const RoutingTrace& trace, const TraceSummary& summary) {
    nlohmann::ordered_json json = {
        {"steps", trace.steps},     {"sites", trace.siteCount()},  {"k", trace.k},
        {"experts", trace.experts}, {"load", summary.loadOverall}, {"weight_share", summary.weightShare}};
    for (const auto& [kind, load] : summary.loadByKind) json["load_by_kind"][kind] = load;
    json["mean_entropy"] = summary.meanEntropy;
    json["mean_flip_rate"] = summary.meanFlipRate;
    json["flip_rate"] = summary.flipRate;
    json["saturation"] = summary.saturation;
    json["overlap"] = summary.overlap;
    json["by_site"] = nlohmann::ordered_json::array();
    for (std::size_t site = 0; site < summary.load.size(); ++site)
        json["by_site"].push_back({{"site", trace.sites[site]},
                                   {"load", summary.load[site]},
                                   {"entropy", summary.entropy[site]},
                                   {"margin", summary.margin[site]}});
    return json;
}

nlohmann::ordered_json agreementJson(const RoutingTrace& a, const TraceAgreement& agreement) {
    nlohmann::ordered_json json = {{"agreement", agreement.share}, {"by_step", agreement.byStep}};
    std::vector<std::size_t> order(agreement.bySite.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t x, std::size_t y) { return agreement.bySite[x] < agreement.bySite[y]; });
    json["differing_sites"] = nlohmann::ordered_json::array();
    for (std::size_t site : order)
        if (agreement.bySite[site] < 1.0 - 1e-9)
            json["differing_sites"].push_back({{"site", a.sites[site]}, {"agreement", agreement.bySite[site]}});
    return json;
}

}  // namespace segmoe::moe
