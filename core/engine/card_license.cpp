// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/card_license.h"

#include <algorithm>
#include <system_error>

#include "core/hub/http_headers.h"
#include "core/hub/small_file.h"

namespace segmoe {

namespace {

constexpr std::size_t kMaxCardBytes = 1024 * 1024;
constexpr std::size_t kLongest = 120;
constexpr std::string_view kKey = "license:";

std::string_view nextLine(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// A plain or quoted scalar; of anything longer or stranger nothing.
std::string scalar(std::string_view text) {
    text = hub::trimmedBlanks(text);
    const bool isQuoted =
        text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
    if (isQuoted) text = text.substr(1, text.size() - 2);
    const bool isPlain = text.size() <= kLongest && text.find_first_of("[]{}\"'|#&*<>") == std::string_view::npos;
    return isPlain ? std::string(text) : std::string();
}

}  // namespace

std::string licenseOfCard(std::string_view card) {
    if (card.starts_with("\xEF\xBB\xBF")) card.remove_prefix(3);
    if (nextLine(card) != "---") return {};
    while (!card.empty()) {
        const std::string_view line = nextLine(card);
        if (line == "---") return {};
        if (!line.starts_with(kKey)) continue;
        std::string found = scalar(line.substr(kKey.size()));
        while (found.empty() || line.size() == kKey.size()) {
            std::string_view rest = card;
            const std::string_view item = hub::trimmedBlanks(nextLine(rest));
            if (!item.starts_with("- ")) break;
            const std::string one = scalar(item.substr(2));
            if (!one.empty()) found += (found.empty() ? "" : ", ") + one;
            card = rest;
        }
        return found;
    }
    return {};
}

std::string cardLicense(const std::filesystem::path& folder) {
    std::error_code failed;
    const std::filesystem::path file = std::filesystem::canonical(folder / "README.md", failed);
    if (failed) return {};
    const auto text = hub::readSmallFile(file, kMaxCardBytes);
    return text ? licenseOfCard(*text) : std::string();
}

}  // namespace segmoe
