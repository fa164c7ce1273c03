// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/digest_worker.h"

#include <chrono>
#include <exception>
#include <utility>

#include "core/base/digest_cache.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "core/engine/app_paths.h"

namespace segmoe {

namespace {

constexpr auto kLook = std::chrono::milliseconds(20);

}  // namespace

DigestWorker::DigestWorker(std::vector<std::filesystem::path> files, DigestWatch watch)
    : m_watch(std::move(watch)), m_thread([this, files = std::move(files)] { run(files); }) {}

DigestWorker::~DigestWorker() {
    m_stop.cancel();
    if (m_thread.joinable()) m_thread.join();
}

void DigestWorker::run(const std::vector<std::filesystem::path>& files) {
    if (m_watch.begun) m_watch.begun();
    DigestCache cache(digestFile());
    for (const std::filesystem::path& file : files) {
        try {
            rest();
            // Between two buffers nothing is held that others wait for: the place to rest.
            const FileDigests digests = cache.compute(file, m_stop, [this](const Progress&) { rest(); });
            if (m_watch.read) m_watch.read(file, digests);
        } catch (const Cancelled&) {
            break;
        } catch (const std::exception& error) {
            logMessage(LogLevel::Warning, error.what());
        }
    }
    m_done = true;
    if (m_watch.ended && !m_stop.isCancelled()) m_watch.ended();
}

void DigestWorker::rest() const {
    while (m_watch.paused && *m_watch.paused && !m_stop.isCancelled()) std::this_thread::sleep_for(kLook);
}

void DigestWorker::finish(const CancelToken& cancel) {
    while (!m_done) {
        cancel.check();
        std::this_thread::sleep_for(kLook);
    }
}

}  // namespace segmoe
