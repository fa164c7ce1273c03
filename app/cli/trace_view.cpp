// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/trace_view.h"

#include <cmath>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/cli/document_view.h"
#include "app/cli/format.h"

namespace segmoe::cli {

namespace {

using nlohmann::json;

constexpr int kLoadColumns = 24;

std::string percent(const json& share) { return std::to_string(std::lround(share.get<double>() * 100.0)) + " %"; }

std::string bar(const json& share) {
    std::string text;
    const long filled = std::lround(share.get<double>() * kLoadColumns);
    for (long i = 0; i < filled; ++i) text += hasUtf8Locale() ? "█" : "#";
    return text;
}

}  // namespace

void showTraceReport(const Console& console, const json& report) {
    const json& experts = report.at("experts");
    console.line(std::to_string(report.at("sites").get<int>()) + " sites, " +
                 std::to_string(report.at("steps").get<int>()) + " steps, " +
                 std::to_string(report.at("k").get<int>()) + " expert(s) per decision; " +
                 percent(report.at("mean_flip_rate")) + " of the decisions change from step to step");
    console.line("");
    std::vector<std::vector<std::string>> rows;
    for (std::size_t e = 0; e < experts.size(); ++e) {
        const json& load = report.at("load").at(e);
        rows.push_back(
            {experts.at(e).get<std::string>(), percent(load), percent(report.at("weight_share").at(e)), bar(load)});
    }
    console.line(formatTable({"expert", "chosen", "weight", ""}, rows));

    std::vector<std::string> header = {"layer input"};
    for (const json& expert : experts) header.push_back(expert.get<std::string>());
    rows.clear();
    for (const auto& [kind, loads] : report.at("load_by_kind").items()) {
        rows.push_back({kind});
        for (const json& load : loads) rows.back().push_back(percent(load));
    }
    console.line("");
    console.line(formatTable(header, rows));
    if (console.options().verbose) showDocument(console, {{"by_site", report.at("by_site")}});
    if (report.contains("comparison")) showDocument(console, {{"comparison", report.at("comparison")}});
    for (const char* file : {"csv", "png"})
        if (report.contains(file)) console.line(report.at(file).get<std::string>());
}

}  // namespace segmoe::cli
