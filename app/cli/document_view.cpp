// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/document_view.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/cli/format.h"

namespace segmoe::cli {

namespace {

using nlohmann::json;

constexpr std::size_t kListItemsOnALine = 16;
constexpr std::size_t kLongestText = 400;

/// Keys that say what a thing is come before its numbers.
constexpr std::array kFirstKeys = {"kind", "name", "path", "file", "site", "expert", "index", "architecture"};

std::vector<std::string> orderedKeys(const json& object) {
    std::vector<std::string> keys;
    for (const char* key : kFirstKeys)
        if (object.contains(key)) keys.emplace_back(key);
    for (const auto& item : object.items())
        if (std::find(keys.begin(), keys.end(), item.key()) == keys.end()) keys.push_back(item.key());
    return keys;
}

std::string title(std::string key) {
    std::replace(key.begin(), key.end(), '_', ' ');
    return key;
}

bool isSize(const std::string& key) { return key == "bytes" || key.ends_with("_bytes"); }

bool isTable(const json& value) {
    return value.is_array() && !value.empty() &&
           std::all_of(value.begin(), value.end(), [](const json& item) { return item.is_object(); });
}

bool isFlat(const json& value) {
    if (value.is_object()) return false;
    if (value.is_string()) return value.get_ref<const std::string&>().find('\n') == std::string::npos;
    return !value.is_array() ||
           std::none_of(value.begin(), value.end(), [](const json& item) { return item.is_structured(); });
}

std::string cell(const std::string& key, const json& value) {
    if (value.is_null()) return "–";
    if (value.is_string()) return shortened(value.get<std::string>(), kLongestText);
    if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
    if (value.is_number_integer())
        return isSize(key) ? formatBytes(value.get<std::int64_t>()) : std::to_string(value.get<std::int64_t>());
    if (value.is_number()) return formatNumber(value.get<double>());
    if (!value.is_array()) return value.dump();
    std::string text;
    std::size_t shown = 0;
    for (const json& item : value) {
        if (shown++ == kListItemsOnALine) return text + ", … (" + std::to_string(value.size()) + ")";
        text += (text.empty() ? "" : ", ") + cell(key, item);
    }
    return text;
}

std::string indented(const std::string& text, int depth) {
    const std::string space(static_cast<std::size_t>(depth) * 2, ' ');
    std::string result = space;
    for (char c : text) {
        result += c;
        if (c == '\n') result += space;
    }
    return result;
}

void showTable(const Console& console, const json& rows, int depth) {
    std::vector<std::string> keys;
    std::set<std::string> known;
    for (const json& row : rows)
        for (const std::string& key : orderedKeys(row))
            if (known.insert(key).second) keys.push_back(key);
    std::vector<std::string> header;
    for (const std::string& key : keys) header.push_back(title(key));
    std::vector<std::vector<std::string>> cells;
    for (const json& row : rows) {
        std::vector<std::string> line;
        for (const std::string& key : keys) line.push_back(row.contains(key) ? cell(key, row.at(key)) : "");
        cells.push_back(std::move(line));
    }
    console.line(indented(formatTable(header, cells), depth));
}

void showObject(const Console& console, const json& object, int depth) {
    std::vector<std::vector<std::string>> plain;
    for (const std::string& key : orderedKeys(object))
        if (const json& value = object.at(key); isFlat(value) && !(value.is_array() && value.empty()))
            plain.push_back({title(key), cell(key, value)});
    if (!plain.empty()) console.line(indented(formatTable({"", ""}, plain), depth));
    for (const std::string& key : orderedKeys(object)) {
        const json& value = object.at(key);
        if (isFlat(value) || value.empty()) continue;
        console.line("");
        console.line(indented(console.heading(title(key)), depth));
        if (isTable(value)) {
            showTable(console, value, depth + 1);
        } else if (value.is_object()) {
            showObject(console, value, depth + 1);
        } else if (value.is_string()) {
            console.line(indented(value.get<std::string>(), depth + 1));
        } else {
            for (const json& item : value) console.line(indented(cell(key, item), depth + 1));
        }
    }
}

}  // namespace

void showDocument(const Console& console, const json& document) { showObject(console, document, 0); }

}  // namespace segmoe::cli
