// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/hub/http.h"
#include "core/hub/network_settings.h"

namespace segmoe::hub {

/// The network over libcurl (hub.md §6), one hop at a time: redirects, tokens and addresses are our own decisions.
/// Keeps connections open for the next request of the same host. Thread-safe; waits on the calling thread.
class CurlTransport final : public HttpTransport {
public:
    /// Throws Error{NotAvailable} when the libcurl of this machine is older than 7.85 or lacks TLS,
    /// Error{RequestInvalid} for settings that cannot work.
    explicit CurlTransport(NetworkSettings settings);
    ~CurlTransport() override;

    HttpResponse perform(const HttpRequest& request) override;
    HttpResponse performStreaming(const HttpRequest& request, HttpSink& sink) override;

    /// Other settings from the next request on; those under way end as they began. Throws as the constructor.
    void use(NetworkSettings settings);
    /// While offline every request throws Error{OfflineMissing} before a socket is made.
    void setOffline(bool isOffline) { m_isOffline = isOffline; }
    bool isOffline() const { return m_isOffline; }

private:
    class Pool;
    struct Line;
    HttpResponse ask(const HttpRequest& request, HttpSink* sink);
    std::shared_ptr<Line> line() const;

    std::string m_userAgent;
    std::atomic<bool> m_isOffline;
    mutable std::mutex m_mutex;
    std::shared_ptr<Line> m_line;  ///< settings and open connections; replaced as a whole
};

}  // namespace segmoe::hub
