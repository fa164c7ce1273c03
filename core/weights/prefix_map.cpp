// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/prefix_map.h"

namespace segmoe {

PrefixPairs inverted(const PrefixPairs& pairs) {
    PrefixPairs swapped;
    swapped.reserve(pairs.size());
    for (const auto& [here, there] : pairs) swapped.emplace_back(there, here);
    return swapped;
}

std::optional<std::string> PrefixMap::translate(std::string_view name) const {
    for (std::size_t end = name.size(); end != std::string_view::npos;
         end = end == 0 ? std::string_view::npos : name.rfind('.', end - 1)) {
        const auto found = m_targets.find(name.substr(0, end));
        if (found != m_targets.end()) return found->second + std::string(name.substr(end));
    }
    return std::nullopt;
}

}  // namespace segmoe
