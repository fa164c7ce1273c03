// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

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
/// shared cache. Clients are made for one piece of work each, so that a token that was just set counts for the next.
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
    hub::HfHub huggingFace(hub::HttpTransport& transport) const;
    hub::Civitai civitai(hub::HttpTransport& transport) const;
    /// Throws Error{RequestInvalid, NameRefused}.
    hub::ModelLink linkOf(const std::string& reference) const;

    hub::NetworkSettings m_settings;
    hub::SystemClock m_clock;
    hub::CurlTransport m_curl;
    hub::RetryingTransport m_transport;
    hub::TokenStore m_tokens;
    hub::HfCache m_cache;
    std::string m_civitaiOrigin;
};

}  // namespace segmoe
