// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>

#include "core/hub/http.h"
#include "core/hub/kept_files.h"

namespace segmoe::hub {

/// Keeps what servers answer to GET, and answers from these copies where the server gives none at all (no network, a
/// stall) or where nothing may be asked. What a server refuses is never answered by a copy. Thread-safe.
class KeepingTransport final : public HttpTransport {
public:
    /// Both must outlive it.
    KeepingTransport(HttpTransport& below, KeptFiles& copies, std::chrono::hours oldest)
        : m_below(below), m_copies(copies), m_oldest(oldest) {}

    HttpResponse perform(const HttpRequest& request) override;
    /// Passed on; a stream is not kept.
    HttpResponse performStreaming(const HttpRequest& request, HttpSink& sink) override;

    void setOffline(bool offline) { m_isOffline = offline; }
    /// When the oldest of the copies that have answered since the last call was made; nothing when none has.
    std::optional<std::chrono::system_clock::time_point> takeOldestCopy();

private:
    std::optional<HttpResponse> copyOf(const HttpRequest& request);

    HttpTransport& m_below;
    KeptFiles& m_copies;
    std::chrono::hours m_oldest;
    std::atomic<bool> m_isOffline = false;
    std::mutex m_mutex;
    std::optional<std::chrono::system_clock::time_point> m_oldestCopy;  ///< guarded by m_mutex
};

}  // namespace segmoe::hub
