// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <filesystem>
#include <thread>
#include <vector>

#include "core/base/cancel_token.h"

namespace segmoe {

/// Reads files on a thread of its own and remembers their digests (core/base/digest_cache), while the caller works on
/// the same files. What fails is logged and left out. Used from one thread.
class DigestWorker {
public:
    explicit DigestWorker(std::vector<std::filesystem::path> files);
    /// Stops within one buffer; what is not finished is not remembered.
    ~DigestWorker();
    DigestWorker(const DigestWorker&) = delete;
    DigestWorker& operator=(const DigestWorker&) = delete;

    /// Waits until every file has been read. Throws Cancelled.
    void finish(const CancelToken& cancel);

private:
    void run(const std::vector<std::filesystem::path>& files);

    CancelToken m_stop;
    std::atomic<bool> m_done = false;
    std::thread m_thread;
};

}  // namespace segmoe
