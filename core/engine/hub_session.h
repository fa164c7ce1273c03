// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "core/engine/hub_access.h"
#include "core/hub/civitai.h"
#include "core/hub/clock.h"
#include "core/hub/curl_transport.h"
#include "core/hub/hf_cache.h"
#include "core/hub/hf_hub.h"
#include "core/hub/model_link.h"
#include "core/hub/network_settings.h"
#include "core/hub/retrying_transport.h"
#include "core/hub/token_store.h"

namespace segmoe {

/// What every way to the hubs is made of: settings from the environment, one transport, the tokens people keep, the
/// shared cache. Clients are made for one piece of work each, so that a token or a network setting that was just
/// changed (core/hub/live_settings.h) counts for the next.
class HubSession {
public:
    /// Throws Error{RequestInvalid, NotAvailable}.
    explicit HubSession(hub::Patience patience = {});

protected:
    static hub::Site siteOf(HubSite site);
    const std::string& originOf(HubSite site) const;
    hub::HfHub huggingFace();
    hub::Civitai civitai();
    /// The same over another transport.
    hub::HfHub huggingFace(hub::HttpTransport& transport);
    hub::Civitai civitai(hub::HttpTransport& transport);
    /// Takes up what LiveSettings was told since. The functions above do it themselves.
    void refresh();
    /// The token in use, whether or not it may be sent unasked; empty when there is none.
    hub::FoundToken tokenOf(HubSite site);
    /// A token that somebody has just typed. Throws Error{TokenInvalid}, for an empty one too.
    hub::FoundToken given(HubSite site, const std::string& token);
    /// Whose token it is. Throws what the sites answer.
    HubAccount ask(HubSite site, hub::FoundToken token, const CancelToken& cancel);
    /// To publish with. Throws Error{LoginNeeded} without a token.
    hub::HfHub huggingFaceToWrite();
    /// Throws Error{RequestInvalid, NameRefused}.
    hub::ModelLink linkOf(const std::string& reference) const;

    std::uint64_t m_revision;  ///< of the live settings that are in force here
    hub::NetworkSettings m_settings;
    hub::SystemClock m_clock;
    hub::CurlTransport m_curl;
    hub::RetryingTransport m_transport;
    hub::TokenStore m_tokens;
    hub::HfCache m_cache;
    std::string m_civitaiOrigin;
};

}  // namespace segmoe
