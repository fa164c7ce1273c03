// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/weight_names.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace segmoe::hub {

namespace {

constexpr int kMostShards = 1000;

bool isPlain(char c) { return isAsciiAlphanumeric(c) || c == '.' || c == '_' || c == '-'; }

bool isVariant(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return isPlain(c) && c != '.' && c != '-'; });
}

int number(std::string_view digits) {
    if (digits.size() != 5 || !std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) return -1;
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

/// Takes "-00001-of-00002" off an end.
bool takeShard(std::string_view& text, WeightName& name) {
    constexpr std::size_t kLength = 15;
    if (text.size() < kLength) return false;
    const std::string_view end = text.substr(text.size() - kLength);
    if (end[0] != '-' || end.substr(6, 4) != "-of-") return false;
    name.shard = number(end.substr(1, 5));
    name.shards = number(end.substr(10, 5));
    if (name.shards == 0) name.shards = -1;  // 0 would mean "not split"
    text.remove_suffix(kLength);
    return true;
}

/// What stands between base and suffix is empty or ".variant".
bool takeVariant(std::string_view text, WeightName& name) {
    if (text.empty()) return true;
    if (text.front() != '.' || !isVariant(text.substr(1))) return false;
    name.variant = text.substr(1);
    return true;
}

std::optional<WeightName> indexName(std::string_view rest) {
    WeightName name;
    name.isIndex = true;
    const std::size_t mark = rest.find(".safetensors.index");
    if (mark == std::string_view::npos || !rest.ends_with(".json")) return std::nullopt;
    const std::string_view before = rest.substr(0, mark);
    std::string_view after = rest.substr(mark + 18);
    after.remove_suffix(5);
    if (!before.empty() && !after.empty()) return std::nullopt;
    name.isLegacy = !before.empty();
    if (!takeVariant(before, name) || !takeVariant(after, name)) return std::nullopt;
    return name;
}

}  // namespace

std::optional<WeightName> parseWeightName(std::string_view text, std::string_view base) {
    if (!text.starts_with(base) || !std::ranges::all_of(text, isPlain)) return std::nullopt;
    std::string_view rest = text.substr(base.size());
    if (rest.ends_with(".json")) return indexName(rest);
    if (!rest.ends_with(".safetensors")) return std::nullopt;
    rest.remove_suffix(12);
    WeightName name;
    if (takeShard(rest, name)) {
        if (!takeVariant(rest, name)) return std::nullopt;
    } else if (const std::size_t dot = rest.rfind('.'); dot != std::string_view::npos && dot > 0) {
        // "-00001-of-00002.fp16": the variant behind the shard
        if (!takeVariant(rest.substr(dot), name)) return std::nullopt;
        rest = rest.substr(0, dot);
        if (!takeShard(rest, name) || !rest.empty()) return std::nullopt;
        name.isLegacy = true;
    } else if (!takeVariant(rest, name)) {
        return std::nullopt;
    }
    const bool isPossible =
        name.shards == 0 ? name.shard == 0 : name.shard >= 1 && name.shard <= name.shards && name.shards <= kMostShards;
    return isPossible ? std::optional(name) : std::nullopt;
}

}  // namespace segmoe::hub
