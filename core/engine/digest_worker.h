// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/hashing.h"

namespace segmoe {

/// Who follows a DigestWorker; everything may be left out. Functions are called on the thread that reads.
struct DigestWatch {
    std::function<void()> begun;
    std::function<void(const std::filesystem::path& file, const FileDigests& digests)> read;
    std::function<void()> ended;                      ///< all were read or could not be; not when it was stopped
    std::shared_ptr<const std::atomic<bool>> paused;  ///< true: rests where it is, also in the middle of a file
};

/// Reads files on a thread of its own and remembers their digests (core/base/digest_cache), while the caller works on
/// the same files. What fails is logged and left out. Used from one thread.
class DigestWorker {
public:
    explicit DigestWorker(std::vector<std::filesystem::path> files, DigestWatch watch = {});
    /// Stops within one buffer; what is not finished is not remembered.
    ~DigestWorker();
    DigestWorker(const DigestWorker&) = delete;
    DigestWorker& operator=(const DigestWorker&) = delete;

    /// Waits until every file has been read. Throws Cancelled.
    void finish(const CancelToken& cancel);

private:
    void run(const std::vector<std::filesystem::path>& files);
    void rest() const;

    DigestWatch m_watch;
    CancelToken m_stop;
    std::atomic<bool> m_done = false;
    std::thread m_thread;
};

}  // namespace segmoe
