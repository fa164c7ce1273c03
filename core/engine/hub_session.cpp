// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/hub_session.h"

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/engine/hub_places.h"
#include "core/hub/http_url.h"
#include "core/hub/hub_folders.h"

namespace segmoe {

namespace {

using namespace hub;

constexpr const char* kCivitai = "https://civitai.com";

/// Another CivitAI, on this machine only: for tests.
std::string civitaiEndpoint() {
    const auto given = environmentValue("SEGMOE_CIVITAI_ENDPOINT");
    if (!given) return kCivitai;
    const std::string endpoint = checkedEndpoint(*given);
    if (!HttpUrl::parse(endpoint).isLoopback())
        throw Error(ErrorCode::RequestInvalid, "SEGMOE_CIVITAI_ENDPOINT must name a server on this computer.");
    return endpoint;
}

FoundToken implicitToken(const TokenStore& tokens, Site site, const std::string& origin) {
    FoundToken token = tokens.find(site, origin);
    return token.isImplicit ? token : FoundToken{};
}

}  // namespace

HubSession::HubSession(Patience patience)
    : m_settings(NetworkSettings::fromEnvironment()),
      m_curl(m_settings),
      m_transport(m_curl, m_clock, randomJitter(), patience),
      m_tokens(secretsFile()),
      m_cache(hfCacheRoot()),
      m_civitaiOrigin(civitaiEndpoint()) {}

Site HubSession::siteOf(HubSite site) { return site == HubSite::CivitAi ? Site::CivitAi : Site::HuggingFace; }

const std::string& HubSession::originOf(HubSite site) const {
    return site == HubSite::CivitAi ? m_civitaiOrigin : m_settings.endpoint;
}

HfHub HubSession::huggingFace() { return huggingFace(m_transport); }

Civitai HubSession::civitai() { return civitai(m_transport); }

HfHub HubSession::huggingFace(HttpTransport& transport) const {
    return {transport, m_settings.endpoint, implicitToken(m_tokens, Site::HuggingFace, m_settings.endpoint)};
}

Civitai HubSession::civitai(HttpTransport& transport) const {
    return {transport, m_civitaiOrigin, implicitToken(m_tokens, Site::CivitAi, m_civitaiOrigin)};
}

ModelLink HubSession::linkOf(const std::string& reference) const {
    if (const auto link = parseModelLink(reference, m_settings.endpoint)) return *link;
    throw Error(ErrorCode::RequestInvalid,
                quote(reference) + " is no model of a hub; owner/name, civitai:VERSION or a link is needed.");
}

}  // namespace segmoe
