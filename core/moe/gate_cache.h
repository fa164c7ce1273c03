// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <string>

#include <ATen/core/Tensor.h>

namespace segmoe::moe {

/// Token means of the layer inputs of one expert under one prompt, by InputCapture's names and "context" for the prompt
/// itself; fp32 [C] on the CPU.
using InputMeans = std::map<std::string, at::Tensor>;

/// Remembers what was measured, so that editing one gate prompt measures that prompt alone. A key says everything the
/// measurement depends on. Kilobytes to a megabyte per entry; the least recently used ones leave beyond the limit.
/// One thread.
class GateCache {
public:
    explicit GateCache(std::int64_t limitBytes = 256'000'000) : m_limit(limitBytes) {}

    /// Null when unknown.
    std::shared_ptr<const InputMeans> find(const std::string& key);
    void put(const std::string& key, std::shared_ptr<const InputMeans> means);
    std::int64_t bytes() const { return m_bytes; }

private:
    struct Entry {
        std::string key;
        std::shared_ptr<const InputMeans> means;
        std::int64_t bytes = 0;
    };

    std::int64_t m_limit;
    std::int64_t m_bytes = 0;
    std::list<Entry> m_entries;  ///< most recently used first
    std::map<std::string, std::list<Entry>::iterator> m_byKey;
};

}  // namespace segmoe::moe
