// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/hub/http.h"
#include "core/hub/http_url.h"
#include "core/hub/network_settings.h"

namespace segmoe::hub {

/// The way one request has taken so far, and where it may go on to (hub.md §2.3). Pure: opens nothing.
class RedirectTrail {
public:
    static constexpr int kMaxHops = 10;

    /// Throws Error{RequestInvalid} when the first address may not be asked at all: http away from loopback, or an
    /// address of this machine or its networks that is not the endpoint's, unless the endpoint is on loopback.
    RedirectTrail(const HttpRequest& request, const NetworkSettings& settings);

    const HttpUrl& url() const { return m_url; }
    HttpMethod method() const { return m_method; }
    /// Whether this hop may see the request's own headers.
    bool isHome() const { return m_isHome; }

    /// Goes on to what a redirect answer names; false when the 3xx itself is the answer. Throws Error{RedirectRefused}
    /// for a place that may not be visited, whether it would be followed or not.
    bool follow(const HttpResponse& answer);

private:
    bool isHomeOrigin(const std::string& origin) const;
    HttpUrl checkedTarget(const std::string& location) const;

    const HttpRequest& m_request;
    const NetworkSettings& m_settings;
    HttpUrl m_url;
    std::string m_homeOrigin;
    HttpMethod m_method;
    bool m_isHome = true;
    int m_hops = 0;
    std::vector<std::string> m_visited;
};

/// Whether a private address of this host may be connected to.
bool mayBePrivate(const HttpUrl& url, const NetworkSettings& settings);

}  // namespace segmoe::hub
