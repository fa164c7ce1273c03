// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/hub_accounts.h"

#include "core/base/error.h"
#include "core/engine/hub_session.h"
#include "core/hub/live_settings.h"

namespace segmoe {

namespace {

using namespace hub;

TokenPlace placeOf(FoundToken::Origin origin) {
    switch (origin) {
        case FoundToken::Origin::None: return TokenPlace::None;
        case FoundToken::Origin::Session: return TokenPlace::Session;
        case FoundToken::Origin::Settings: return TokenPlace::File;
        case FoundToken::Origin::Environment: return TokenPlace::Environment;
        case FoundToken::Origin::TokenFile: return TokenPlace::OtherTools;
    }
    return TokenPlace::None;
}

class Accounts final : public HubAccounts, private HubSession {
public:
    HubTokenState state(HubSite site) override {
        const FoundToken token = tokenOf(site);
        return {site, placeOf(token.origin), token.name, originOf(site)};
    }

    HubAccount check(HubSite site, const std::string& token, const CancelToken& cancel) override {
        FoundToken asked = token.empty() ? tokenOf(site) : given(site, token);
        if (asked.credential.empty())
            throw Error(ErrorCode::LoginNeeded, "There is no token to check. Copy one from your account's page.");
        return ask(site, std::move(asked), cancel);
    }

    void lend(HubSite site, const std::string& token) override {
        refresh();
        LiveSettings::ofProcess().lend(siteOf(site), originOf(site), token);
    }

    void keepInFile(HubSite site, const std::string& token) override {
        refresh();
        m_tokens.save(siteOf(site), originOf(site), token);
        LiveSettings::ofProcess().takeBack(originOf(site));
    }

    bool forget(HubSite site) override {
        refresh();
        const bool wasLent = LiveSettings::ofProcess().takeBack(originOf(site));
        return m_tokens.forget(originOf(site)) || wasLent;
    }

    void setNetwork(const HubNetwork& network) override {
        LiveSettings::Network settings;
        settings.endpoint = network.endpoint;
        settings.isDirect = network.proxy == HubNetwork::Proxy::None;
        if (network.proxy == HubNetwork::Proxy::Manual) settings.proxy = network.proxyUrl;
        settings.isOffline = network.isOffline;
        LiveSettings::ofProcess().setNetwork(std::move(settings));
    }
};

}  // namespace

std::unique_ptr<HubAccounts> openHubAccounts() { return std::make_unique<Accounts>(); }

}  // namespace segmoe
