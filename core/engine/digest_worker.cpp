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

DigestWorker::DigestWorker(std::vector<std::filesystem::path> files)
    : m_thread([this, files = std::move(files)] { run(files); }) {}

DigestWorker::~DigestWorker() {
    m_stop.cancel();
    if (m_thread.joinable()) m_thread.join();
}

void DigestWorker::run(const std::vector<std::filesystem::path>& files) {
    DigestCache cache(digestFile());
    for (const std::filesystem::path& file : files) {
        try {
            cache.compute(file, m_stop);
        } catch (const Cancelled&) {
            break;
        } catch (const std::exception& error) {
            logMessage(LogLevel::Warning, error.what());
        }
    }
    m_done = true;
}

void DigestWorker::finish(const CancelToken& cancel) {
    constexpr auto kLook = std::chrono::milliseconds(20);
    while (!m_done) {
        cancel.check();
        std::this_thread::sleep_for(kLook);
    }
}

}  // namespace segmoe
