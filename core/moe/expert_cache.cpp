// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/expert_cache.h"

#include <algorithm>

#include <ATen/ATen.h>

namespace segmoe::moe {

ExpertCache::ExpertCache(TensorSourcePtr source, Placement placement, std::int64_t budgetBytes)
    : m_source(std::move(source)), m_placement(placement), m_budget(budgetBytes) {}

std::shared_ptr<const ExpertWeights> ExpertCache::load(const std::vector<std::string>& names) const {
    auto weights = std::make_shared<ExpertWeights>();
    for (const std::string& name : names) {
        const at::Tensor stored = m_source->load(name);
        weights->push_back(stored.to(m_placement.device, m_placement.dtype));
        // A converted or uploaded copy leaves the mapped pages without a reader.
        if (!weights->back().is_alias_of(stored)) m_source->release(name);
    }
    return weights;
}

std::int64_t ExpertCache::bytesOf(const std::vector<std::string>& names) const {
    std::int64_t elements = 0;
    for (const std::string& name : names)
        if (const auto info = m_source->find(name)) elements += info->elements();
    return elements * static_cast<std::int64_t>(c10::elementSize(m_placement.dtype));
}

std::list<ExpertCache::Entry>::iterator ExpertCache::remove(std::list<Entry>::iterator entry) {
    m_statistics.residentBytes -= entry->bytes;
    m_byKey.erase(entry->key);
    return m_entries.erase(entry);
}

void ExpertCache::makeRoom(std::int64_t bytes) {
    for (auto entry = m_entries.end();
         entry != m_entries.begin() && m_budget > 0 && m_statistics.residentBytes + bytes > m_budget;) {
        --entry;
        if (entry->weights.use_count() > 1) continue;  // somebody computes with it
        ++m_statistics.evictions;
        entry = remove(entry);
    }
}

std::shared_ptr<const ExpertWeights> ExpertCache::fetch(const std::vector<std::string>& names) {
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_byKey.find(names.front()); known != m_byKey.end()) {
        ++m_statistics.hits;
        m_entries.splice(m_entries.begin(), m_entries, known->second);
        return known->second->weights;
    }
    ++m_statistics.misses;
    const std::int64_t bytes = bytesOf(names);
    makeRoom(bytes);
    auto weights = load(names);
    m_entries.push_front({names.front(), weights, bytes});
    m_byKey.emplace(names.front(), m_entries.begin());
    m_statistics.residentBytes += bytes;
    m_statistics.peakBytes = std::max(m_statistics.peakBytes, m_statistics.residentBytes);
    return weights;
}

void ExpertCache::discard(const std::vector<std::string>& names) {
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_byKey.find(names.front()); known != m_byKey.end()) remove(known->second);
}

void ExpertCache::clear() {
    const std::lock_guard lock(m_mutex);
    for (auto entry = m_entries.begin(); entry != m_entries.end();)
        entry = entry->weights.use_count() > 1 ? std::next(entry) : remove(entry);
}

void ExpertCache::setBudget(std::int64_t budgetBytes) {
    const std::lock_guard lock(m_mutex);
    m_budget = budgetBytes;
}

ExpertCacheStatistics ExpertCache::statistics() const {
    const std::lock_guard lock(m_mutex);
    return m_statistics;
}

}  // namespace segmoe::moe
