// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/trace_csv.h"

#include <array>
#include <charconv>

#include "core/moe/trace_summary.h"

namespace segmoe::moe {

namespace {

/// The shortest text that reads back as the same number.
std::string number(float value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

/// Quoted when it has to be. A leading sign that spreadsheets take for a formula gets a space before it.
std::string field(std::string text) {
    if (!text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos)
        text.insert(text.begin(), ' ');
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string header(const RoutingTrace& trace) {
    std::string line = "step,timestep,site,kind";
    for (int rank = 1; rank <= trace.k; ++rank)
        line += ",expert_" + std::to_string(rank) + ",weight_" + std::to_string(rank);
    for (const std::string& expert : trace.experts) line += "," + field("score " + expert);
    return line + "\r\n";
}

}  // namespace

std::string traceCsv(const RoutingTrace& trace) {
    std::string csv = header(trace);
    for (int step = 0; step < trace.steps; ++step) {
        for (int site = 0; site < trace.siteCount(); ++site) {
            const std::string& label = trace.sites[static_cast<std::size_t>(site)];
            csv += std::to_string(step) + "," + number(trace.timesteps[static_cast<std::size_t>(step)]) + "," +
                   field(label) + "," + field(kindOfLabel(label));
            for (int rank = 0; rank < trace.k; ++rank) {
                const int expert = trace.chosenAt(step, site, rank);
                csv +=
                    expert < 0 ? ",," : "," + std::to_string(expert) + "," + number(trace.weightAt(step, site, rank));
            }
            for (int e = 0; e < trace.expertCount(); ++e) csv += "," + number(trace.scoreAt(step, site, e));
            csv += "\r\n";
        }
    }
    return csv;
}

}  // namespace segmoe::moe
