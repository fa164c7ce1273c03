// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/gate_cache.h"

#include <utility>

#include <ATen/ATen.h>

namespace segmoe::moe {

std::shared_ptr<const InputMeans> GateCache::find(const std::string& key) {
    const auto found = m_byKey.find(key);
    if (found == m_byKey.end()) return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return found->second->means;
}

void GateCache::put(const std::string& key, std::shared_ptr<const InputMeans> means) {
    if (const auto known = m_byKey.find(key); known != m_byKey.end()) {
        m_bytes -= known->second->bytes;
        m_entries.erase(known->second);
        m_byKey.erase(known);
    }
    std::int64_t bytes = 0;
    for (const auto& [input, mean] : *means) bytes += static_cast<std::int64_t>(mean.nbytes());
    m_entries.push_front({key, std::move(means), bytes});
    m_byKey[key] = m_entries.begin();
    m_bytes += bytes;
    while (m_bytes > m_limit && m_entries.size() > 1) {
        m_bytes -= m_entries.back().bytes;
        m_byKey.erase(m_entries.back().key);
        m_entries.pop_back();
    }
}

}  // namespace segmoe::moe
