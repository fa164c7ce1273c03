// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/format.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "core/domain/hub_terms.h"

namespace segmoe::cli {

namespace {

template <class... Values>
std::string printed(const char* format, Values... values) {
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, values...);
    return buffer.data();
}

bool looksNumeric(const std::string& text) {
    return !text.empty() && (std::isdigit(static_cast<unsigned char>(text.front())) != 0 ||
                             ((text.front() == '-' || text.front() == '+') && text.size() > 1));
}

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::string space(width - std::min(width, displayWidth(text)), ' ');
    return right ? space + text : text + space;
}

}  // namespace

std::string formatBytes(std::int64_t bytes) {
    static constexpr std::array kUnits = {"B", "kB", "MB", "GB", "TB"};
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (std::abs(value) >= 999.5 && unit + 1 < kUnits.size()) {
        value /= 1000.0;
        ++unit;
    }
    const int decimals = unit == 0 || std::abs(value) >= 100.0 ? 0 : 1;
    return printed("%.*f %s", decimals, value, kUnits[unit]);
}

std::string formatSeconds(double seconds) {
    if (seconds < 60.0) return printed("%.1f s", seconds);
    const auto whole = static_cast<long long>(std::llround(seconds));
    if (whole < 3600) return printed("%lld:%02lld", whole / 60, whole % 60);
    return printed("%lld:%02lld:%02lld", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string formatNumber(double value) { return printed("%.6g", value); }

std::size_t displayWidth(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string shortened(const std::string& text, std::size_t width) {
    if (displayWidth(text) <= width) return text;
    std::string kept;
    std::size_t columns = 0;
    for (char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U && ++columns >= width) break;
        kept += c;
    }
    return kept + "…";
}

std::string shortLicence(const std::string& licence) {
    return hubTermsOf(licence) ? "CivitAI terms" : shortened(licence, 24);
}

std::string formatTable(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) {
    const std::size_t columns = header.size();
    std::vector<std::size_t> widths(columns);
    std::vector<bool> right(columns, !rows.empty());
    for (std::size_t c = 0; c < columns; ++c) {
        widths[c] = displayWidth(header[c]);
        for (const auto& row : rows) {
            widths[c] = std::max(widths[c], displayWidth(row.at(c)));
            right[c] = right[c] && looksNumeric(row.at(c));
        }
    }
    std::string text;
    const auto addRow = [&](const std::vector<std::string>& cells) {
        std::string line;
        for (std::size_t c = 0; c < columns; ++c) line += (c ? "  " : "") + padded(cells[c], widths[c], right[c]);
        line.erase(line.find_last_not_of(' ') + 1);
        text += (text.empty() ? "" : "\n") + line;
    };
    if (std::any_of(header.begin(), header.end(), [](const std::string& cell) { return !cell.empty(); }))
        addRow(header);
    for (const auto& row : rows) addRow(row);
    return text;
}

}  // namespace segmoe::cli
