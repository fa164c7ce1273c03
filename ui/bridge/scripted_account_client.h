// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "ui/bridge/account_client.h"

namespace segmoe::ui {

/// Accounts that know what they are told: for screenshots and tests of the window. Tokens are compared, never kept.
class ScriptedAccountClient : public AccountClient {
    Q_OBJECT
public:
    using AccountClient::AccountClient;

    std::map<QString, HubAccount> good;  ///< tokens that check() accepts
    bool hasKeychain = true;
    QStringList asked;  ///< "check hf", "keep civitai"…

    /// As it is from now on.
    void set(const AccountState& state) { setState(state); }

    void load(const QStringList&) override {}
    void lookIntoKeychain() override { asked << QStringLiteral("look"); }
    void check(HubSite site, const QString& token) override;
    void keep(HubSite site, const QString& token) override;
    void keepForNow(HubSite site, const QString& token) override;
    void keepInFile(HubSite site, const QString& token) override;
    void remove(HubSite site) override;
    void setNetwork(const HubNetwork& network) override { noteNetwork(network); }

private:
    void put(HubSite site, AccountState::Place place);
};

}  // namespace segmoe::ui
