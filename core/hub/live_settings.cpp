// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/live_settings.h"

#include <utility>

#include "core/base/error.h"
#include "core/hub/token_store.h"

namespace segmoe::hub {

LiveSettings& LiveSettings::ofProcess() {
    static LiveSettings settings;
    return settings;
}

void LiveSettings::setNetwork(Network network) {
    if (!network.endpoint.empty()) network.endpoint = checkedEndpoint(network.endpoint);
    if (!network.proxy.empty()) network.proxy = checkedProxy(network.proxy);
    const std::lock_guard lock(m_mutex);
    m_network = std::move(network);
    ++m_revision;
}

NetworkSettings LiveSettings::network() const {
    NetworkSettings settings = NetworkSettings::fromEnvironment();
    const std::lock_guard lock(m_mutex);
    if (!m_network.endpoint.empty()) settings.endpoint = m_network.endpoint;
    settings.proxy = m_network.proxy;
    settings.isDirect = m_network.isDirect;
    settings.isOffline = settings.isOffline || m_network.isOffline;
    return settings;
}

bool LiveSettings::hasNamed(const std::string& origin) const {
    const std::lock_guard lock(m_mutex);
    return m_network.endpoint == origin;
}

void LiveSettings::lend(Site site, const std::string& origin, const std::string& token) {
    Credential credential(token, originsOf(site, origin));
    if (credential.empty())
        throw Error(ErrorCode::TokenInvalid, "The token is empty. Copy it from your account's page.");
    const std::lock_guard lock(m_mutex);
    m_lent.insert_or_assign(origin, std::move(credential));
    ++m_revision;
}

bool LiveSettings::takeBack(const std::string& origin) {
    const std::lock_guard lock(m_mutex);
    const bool wasThere = m_lent.erase(origin) > 0;
    if (wasThere) ++m_revision;
    return wasThere;
}

Credential LiveSettings::lent(const std::string& origin) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_lent.find(origin);
    return found == m_lent.end() ? Credential() : found->second;
}

std::uint64_t LiveSettings::revision() const {
    const std::lock_guard lock(m_mutex);
    return m_revision;
}

}  // namespace segmoe::hub
