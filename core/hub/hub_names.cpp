// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/hub_names.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/hub/path_rules.h"

namespace segmoe::hub {

namespace {

constexpr std::size_t kLongestName = 96;

bool isNameCharacter(char c) { return isAsciiAlphanumeric(c) || c == '_' || c == '.' || c == '-'; }

bool isName(std::string_view name) {
    const auto isEdge = [](char c) { return c == '-' || c == '.'; };
    return !name.empty() && name.size() <= kLongestName && std::ranges::all_of(name, isNameCharacter) &&
           !isEdge(name.front()) && !isEdge(name.back()) && name.find("--") == std::string_view::npos &&
           name.find("..") == std::string_view::npos && !name.ends_with(".git") && pathFault(name).empty();
}

bool isHex(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace

bool isRepoId(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return isName(text);
    return isName(text.substr(0, slash)) && isName(text.substr(slash + 1));
}

bool isCommit(std::string_view text) { return text.size() == 40 && isHex(text); }

bool isEtag(std::string_view text) { return (text.size() == 40 || text.size() == 64) && isHex(text); }

bool isRevision(std::string_view text) {
    if (text.empty() || text.size() > 255 || !pathFault(text).empty()) return false;
    if (text.find_first_of(" ~^?*[@") != std::string_view::npos || text.front() == '-') return false;
    return text.find("..") == std::string_view::npos && !text.ends_with(".lock");
}

}  // namespace segmoe::hub
