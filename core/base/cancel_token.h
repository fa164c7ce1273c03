// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>

#include "core/base/error.h"

namespace segmoe {

/// A request to stop, shared by whoever may ask and whoever must obey. Copies refer to the same request. Thread-safe.
class CancelToken {
public:
    CancelToken() : m_flag(std::make_shared<std::atomic<bool>>(false)) {}

    void cancel() { m_flag->store(true, std::memory_order_relaxed); }
    bool isCancelled() const { return m_flag->load(std::memory_order_relaxed); }
    /// Call per tensor while loading, per layer while running, per tile while decoding. Throws Cancelled.
    void check() const {
        if (isCancelled()) throw Cancelled();
    }

private:
    std::shared_ptr<std::atomic<bool>> m_flag;
};

}  // namespace segmoe
