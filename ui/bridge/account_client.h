// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <QObject>
#include <QString>
#include <QStringList>

#include "core/engine/failure.h"
#include "core/engine/hub_accounts.h"

namespace segmoe::ui {

/// What the window knows about the token of a site; never the token itself.
struct AccountState {
    enum class Place { None, Keychain, Session, File, Environment, OtherTools };
    HubSite site = HubSite::HuggingFace;
    Place place = Place::None;
    QString name = {};    ///< of the variable or the file
    QString origin = {};  ///< whose token it is: "https://huggingface.co"

    bool hasToken() const { return place != Place::None; }
    /// The window may remove and replace it.
    bool isOurs() const { return place == Place::Keychain || place == Place::Session || place == Place::File; }
    bool operator==(const AccountState&) const = default;
};

/// Access tokens and the way to the hubs. Tokens come in here, go to the keychain and to the engine, and never out
/// again. Requests return at once; answers come as signals on the thread of the client.
class AccountClient : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const AccountState& state(HubSite site) const { return m_states[static_cast<std::size_t>(site)]; }
    const HubNetwork& network() const { return m_network; }

    /// Finds out which tokens there are; changed() tells. Of the keychain only these entries are read, so that nobody
    /// without tokens is asked to unlock it.
    virtual void load(const QStringList& keychainEntries) = 0;
    /// Reads the keychain even where no entry is known of.
    virtual void lookIntoKeychain() = 0;
    /// Whose token it is: checked() or refused(). Empty = the one in use.
    virtual void check(HubSite site, const QString& token) = 0;
    /// In the keychain: kept(), keychainMissing() or refused().
    virtual void keep(HubSite site, const QString& token) = 0;
    /// Until the program closes: kept() or refused().
    virtual void keepForNow(HubSite site, const QString& token) = 0;
    /// In a file that nobody else may read: kept() or refused().
    virtual void keepInFile(HubSite site, const QString& token) = 0;
    /// From everywhere where keep…() may have put it.
    virtual void remove(HubSite site) = 0;
    /// For everything that asks the hubs from now on; networkRefused() when it cannot be used.
    virtual void setNetwork(const HubNetwork& network) = 0;

Q_SIGNALS:
    void changed(segmoe::HubSite site);
    void checked(segmoe::HubSite site, const segmoe::HubAccount& account);
    void kept(segmoe::HubSite site);
    void refused(segmoe::HubSite site, const segmoe::Failure& failure);
    /// There is no keychain, or it is locked: somebody has to say what is to become of the token.
    void keychainMissing(segmoe::HubSite site, const QString& reason);
    /// For the settings: names only.
    void keychainEntriesChanged(const QStringList& entries);
    void networkRefused(const segmoe::Failure& failure);

protected:
    /// Stores the state; changed() when it is another one.
    void setState(const AccountState& state);
    void noteNetwork(const HubNetwork& network) { m_network = network; }

private:
    std::array<AccountState, 2> m_states{AccountState{.site = HubSite::HuggingFace},
                                         AccountState{.site = HubSite::CivitAi}};
    HubNetwork m_network;
};

/// How an entry of the keychain is called: "huggingface", "civitai"; for another endpoint "huggingface@https://…".
QString keychainEntry(HubSite site, const QString& origin);

}  // namespace segmoe::ui
