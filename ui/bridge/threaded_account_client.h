// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include <QSet>

#include "ui/bridge/account_client.h"
#include "ui/bridge/facade_thread.h"
#include "ui/bridge/secret_store.h"

namespace segmoe::ui {

using AccountsFactory = FacadeThread<HubAccounts>::Factory;

/// The real one: a thread of its own asks the sites, the keychain is asked from the window's thread, whose event loop
/// it needs; both answer later.
class ThreadedAccountClient final : public AccountClient {
    Q_OBJECT
public:
    /// keychain may be null: then there is none. The factory is called on the thread of the first question.
    ThreadedAccountClient(AccountsFactory factory, std::unique_ptr<SecretStore> keychain, QObject* parent = nullptr);
    ~ThreadedAccountClient() override;

    void load(const QStringList& keychainEntries) override;
    void lookIntoKeychain() override;
    void check(HubSite site, const QString& token) override;
    void keep(HubSite site, const QString& token) override;
    void keepForNow(HubSite site, const QString& token) override;
    void keepInFile(HubSite site, const QString& token) override;
    void remove(HubSite site) override;
    void setNetwork(const HubNetwork& network) override;

private:
    using Answer = FacadeThread<HubAccounts>::Answer;
    void askStates();
    void takeState(const HubTokenState& state);
    void readEntry(HubSite site, const QString& entry);
    void lend(HubSite site, const QString& token, const QString& entry, bool isNew);
    void setKnown(const QString& entry, bool isThere);
    std::function<void(const Failure&)> refusal(HubSite site);

    std::unique_ptr<SecretStore> m_keychain;
    CancelToken m_cancel;
    QStringList m_entries;         ///< of the keychain, that are known of
    QSet<QString> m_fromKeychain;  ///< entries that the engine has been lent
    QSet<QString> m_asked;         ///< entries that were read already
    bool m_looksEverywhere = false;
    FacadeThread<HubAccounts> m_thread;  ///< last: it waits for its thread, whose answers use all of the above
};

}  // namespace segmoe::ui
