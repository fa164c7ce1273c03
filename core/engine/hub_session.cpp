// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/hub_session.h"

#include <utility>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/engine/hub_places.h"
#include "core/hub/http_url.h"
#include "core/hub/hub_folders.h"
#include "core/hub/live_settings.h"

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
    : m_revision(LiveSettings::ofProcess().revision()),
      m_settings(LiveSettings::ofProcess().network()),
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

void HubSession::refresh() {
    const std::uint64_t revision = LiveSettings::ofProcess().revision();
    if (revision == m_revision) return;
    m_settings = LiveSettings::ofProcess().network();
    m_curl.use(m_settings);
    m_revision = revision;
}

FoundToken HubSession::tokenOf(HubSite site) {
    refresh();
    return m_tokens.find(siteOf(site), originOf(site));
}

FoundToken HubSession::given(HubSite site, const std::string& token) {
    refresh();
    Credential credential(token, originsOf(siteOf(site), originOf(site)));
    if (credential.empty())
        throw Error(ErrorCode::TokenInvalid, "The token is empty. Copy it from your account's page.");
    return {std::move(credential), FoundToken::Origin::Session, "the new token", true};
}

HubAccount HubSession::ask(HubSite site, FoundToken token, const CancelToken& cancel) {
    if (site == HubSite::CivitAi)
        return {.name = Civitai(m_transport, m_civitaiOrigin, std::move(token)).whoami(cancel), .role = {}};
    const HubIdentity identity = HfHub(m_transport, m_settings.endpoint, std::move(token)).whoami(cancel);
    return {.name = identity.name, .role = identity.tokenRole, .organizations = identity.organizations};
}

HfHub HubSession::huggingFaceToWrite() {
    FoundToken token = tokenOf(HubSite::HuggingFace);
    if (token.credential.empty())
        throw Error(ErrorCode::LoginNeeded,
                    "Publishing needs a Hugging Face token with write access. Set one with segmoe login.");
    return {m_transport, m_settings.endpoint, std::move(token)};
}

HfHub HubSession::huggingFace(HttpTransport& transport) {
    refresh();
    return {transport, m_settings.endpoint, implicitToken(m_tokens, Site::HuggingFace, m_settings.endpoint)};
}

Civitai HubSession::civitai(HttpTransport& transport) {
    refresh();
    return {transport, m_civitaiOrigin, implicitToken(m_tokens, Site::CivitAi, m_civitaiOrigin)};
}

ModelLink HubSession::linkOf(const std::string& reference) const {
    if (const auto link = parseModelLink(reference, m_settings.endpoint)) return *link;
    throw Error(ErrorCode::RequestInvalid,
                quote(reference) + " is no model of a hub; owner/name, civitai:VERSION or a link is needed.");
}

}  // namespace segmoe
