// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/redirect_policy.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/hub/address_rules.h"
#include "core/hub/redaction.h"

namespace segmoe::hub {

namespace {

[[noreturn]] void refuse(const HttpUrl& from, const std::string& target, const std::string& why) {
    throw Error(ErrorCode::RedirectRefused,
                from.host + " tried to send the request to " + redactedUrl(target.substr(0, 200)) +
                    "; that was refused: " + why + ". Check the address of the hub and the proxy.",
                "from " + redactedUrl(from.text()));
}

std::string visitKey(HttpMethod method, const HttpUrl& url) {
    return std::string(httpMethodName(method)) + " " + url.text();
}

}  // namespace

bool mayBePrivate(const HttpUrl& url, const NetworkSettings& settings) {
    return settings.allowsPrivateAddresses() || url.host == HttpUrl::parse(settings.endpoint).host;
}

RedirectTrail::RedirectTrail(const HttpRequest& request, const NetworkSettings& settings)
    : m_request(request),
      m_settings(settings),
      m_url(HttpUrl::parse(request.url)),
      m_homeOrigin(m_url.origin()),
      m_method(request.method) {
    if (!m_url.isSecure() && !m_url.isLoopback())
        throw Error(ErrorCode::RequestInvalid,
                    "The address " + redactedUrl(request.url) +
                        " is not encrypted. Use https://, http:// is for servers on this computer only.");
    if (isPrivateHost(m_url) && !mayBePrivate(m_url, settings))
        throw Error(ErrorCode::RedirectRefused,
                    "The address " + redactedUrl(request.url) +
                        " lies on this computer or its own network and was refused. Check the address of the hub.");
    m_visited.push_back(visitKey(m_method, m_url));
}

bool RedirectTrail::isHomeOrigin(const std::string& origin) const {
    return origin == m_homeOrigin || std::ranges::find(m_request.homeOrigins, origin) != m_request.homeOrigins.end();
}

HttpUrl RedirectTrail::checkedTarget(const std::string& location) const {
    HttpUrl target;
    try {
        target = m_url.joined(location);
    } catch (const Error& error) {
        refuse(m_url, location, "it is no https address without a user name");
    }
    if (!target.isSecure() && m_url.isSecure()) refuse(m_url, target.text(), "it is not encrypted");
    if (!target.isSecure() && !target.isLoopback()) refuse(m_url, target.text(), "it is not encrypted");
    if (isPrivateHost(target) && !mayBePrivate(target, m_settings))
        refuse(m_url, target.text(), "it lies on this computer or its own network");
    return target;
}

bool RedirectTrail::follow(const HttpResponse& answer) {
    if (!answer.isRedirect()) return false;
    if (m_request.redirects == RedirectPolicy::None) return false;
    const HttpUrl target = checkedTarget(*answer.headers.first("Location"));
    const bool isHomeTarget = isHomeOrigin(target.origin());
    if (!isHomeTarget && m_request.redirects == RedirectPolicy::WithinHome) return false;
    const bool hasBody = m_method == HttpMethod::Post || m_method == HttpMethod::Put;
    // What was sent to one server is not repeated to another, and never as another method.
    if (hasBody && (!isHomeTarget || (answer.status != 307 && answer.status != 308))) return false;
    if (++m_hops > kMaxHops) refuse(m_url, target.text(), "there were more than ten redirects");
    const std::string key = visitKey(m_method, target);
    if (std::ranges::find(m_visited, key) != m_visited.end())
        refuse(m_url, target.text(), "the redirects run in a circle");
    m_visited.push_back(key);
    m_url = target;
    // Home is left for good: what comes back from elsewhere is somebody else's wish (A → B → A).
    m_isHome = m_isHome && isHomeTarget;
    return true;
}

}  // namespace segmoe::hub
