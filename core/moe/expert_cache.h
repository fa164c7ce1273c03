// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/weights/tensor_source.h"
#include "core/weights/weight_scope.h"

namespace segmoe::moe {

/// The tensors of one expert of one layer input, converted to the compute type, in the order they were asked for.
using ExpertWeights = std::vector<at::Tensor>;

struct ExpertCacheStatistics {
    std::int64_t residentBytes = 0;
    std::int64_t peakBytes = 0;
    std::int64_t hits = 0;
    std::int64_t misses = 0;
    std::int64_t evictions = 0;
};

/// Holds the weights of experts that were chosen, and only those, within a byte budget. The least recently used go
/// first; what a caller still holds is pinned and counts, but is never thrown out under it. A set larger than the whole
/// budget is loaded all the same while it is in use. Shared by the layers of a network and by its runs: thread-safe.
class ExpertCache {
public:
    /// budgetBytes 0 = no limit.
    ExpertCache(TensorSourcePtr source, Placement placement, std::int64_t budgetBytes = 0);

    /// Names of the tensors of one expert; the first one is the key. Loads on a miss. Throws as TensorSource::load.
    std::shared_ptr<const ExpertWeights> fetch(const std::vector<std::string>& names);
    /// Forgets one expert; holders keep theirs. For weights a run knows it will not need again.
    void discard(const std::vector<std::string>& names);
    /// Throws out what nobody holds.
    void clear();
    /// Takes effect at the next miss.
    void setBudget(std::int64_t budgetBytes);
    ExpertCacheStatistics statistics() const;

private:
    struct Entry {
        std::string key;
        std::shared_ptr<const ExpertWeights> weights;
        std::int64_t bytes = 0;
    };

    std::shared_ptr<const ExpertWeights> load(const std::vector<std::string>& names) const;
    std::int64_t bytesOf(const std::vector<std::string>& names) const;
    void makeRoom(std::int64_t bytes);
    std::list<Entry>::iterator remove(std::list<Entry>::iterator entry);

    TensorSourcePtr m_source;
    Placement m_placement;
    mutable std::mutex m_mutex;
    std::int64_t m_budget = 0;
    std::list<Entry> m_entries;  ///< most recently used first
    std::map<std::string, std::list<Entry>::iterator, std::less<>> m_byKey;
    ExpertCacheStatistics m_statistics;
};

}  // namespace segmoe::moe
