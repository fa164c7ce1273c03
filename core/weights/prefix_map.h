// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace segmoe {

/// Module prefix here ↔ module prefix there, e.g. {"input_blocks.4.1", "down_blocks.1.attentions.0"}.
using PrefixPairs = std::vector<std::pair<std::string, std::string>>;

/// The same pairs read the other way.
PrefixPairs inverted(const PrefixPairs& pairs);

/// Translates tensor names by replacing the longest known module prefix, a whole number of dot-separated parts.
class PrefixMap {
public:
    explicit PrefixMap(const PrefixPairs& pairs) : m_targets(pairs.begin(), pairs.end()) {}

    /// Nothing when no prefix of the name is known.
    std::optional<std::string> translate(std::string_view name) const;

private:
    std::map<std::string, std::string, std::less<>> m_targets;
};

}  // namespace segmoe
