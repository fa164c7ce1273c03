// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/threaded_account_client.h"

#include <utility>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr HubSite kSites[] = {HubSite::HuggingFace, HubSite::CivitAi};

AccountState::Place placeOf(TokenPlace place, bool isFromKeychain) {
    switch (place) {
        case TokenPlace::None: return AccountState::Place::None;
        case TokenPlace::Session: return isFromKeychain ? AccountState::Place::Keychain : AccountState::Place::Session;
        case TokenPlace::File: return AccountState::Place::File;
        case TokenPlace::Environment: return AccountState::Place::Environment;
        case TokenPlace::OtherTools: return AccountState::Place::OtherTools;
    }
    return AccountState::Place::None;
}

}  // namespace

ThreadedAccountClient::ThreadedAccountClient(AccountsFactory factory, std::unique_ptr<SecretStore> keychain,
                                             QObject* parent)
    : AccountClient(parent), m_keychain(std::move(keychain)), m_thread(this, u"accounts"_s, std::move(factory)) {}

ThreadedAccountClient::~ThreadedAccountClient() {
    m_cancel.cancel();
    m_keychain.reset();
}

std::function<void(const Failure&)> ThreadedAccountClient::refusal(HubSite site) {
    return [this, site](const Failure& failure) { Q_EMIT refused(site, failure); };
}

void ThreadedAccountClient::load(const QStringList& keychainEntries) {
    m_entries = keychainEntries;
    askStates();
}

void ThreadedAccountClient::lookIntoKeychain() {
    m_looksEverywhere = true;
    m_asked.clear();
    askStates();
}

void ThreadedAccountClient::askStates() {
    for (const HubSite site : kSites)
        m_thread.ask(
            [this, site](HubAccounts& accounts) -> Answer {
                return [this, state = accounts.state(site)] { takeState(state); };
            },
            refusal(site));
}

void ThreadedAccountClient::takeState(const HubTokenState& state) {
    const QString entry = keychainEntry(state.site, toText(state.origin));
    setState(
        {state.site, placeOf(state.place, m_fromKeychain.contains(entry)), toText(state.name), toText(state.origin)});
    const bool isWanted = m_looksEverywhere || m_entries.contains(entry);
    if (isWanted && !m_asked.contains(entry) && state.place != TokenPlace::Session) readEntry(state.site, entry);
}

void ThreadedAccountClient::readEntry(HubSite site, const QString& entry) {
    if (!m_keychain) return;
    m_asked.insert(entry);
    m_keychain->read(entry, [this, site, entry](const SecretAnswer& answer) {
        if (answer.outcome == SecretAnswer::Outcome::Absent) setKnown(entry, false);
        if (answer.outcome == SecretAnswer::Outcome::Done && !answer.secret.isEmpty())
            lend(site, answer.secret, entry, false);
    });
}

void ThreadedAccountClient::setKnown(const QString& entry, bool isThere) {
    if (m_entries.contains(entry) == isThere) return;
    if (isThere)
        m_entries << entry;
    else
        m_entries.removeAll(entry);
    Q_EMIT keychainEntriesChanged(m_entries);
}

/// entry: of the keychain that has it too; empty = nobody has.
void ThreadedAccountClient::lend(HubSite site, const QString& token, const QString& entry, bool isNew) {
    m_thread.ask(
        [this, site, token, entry, isNew](HubAccounts& accounts) -> Answer {
            // The endpoint may be another one by now: the entry says whose the token is.
            const QString now = keychainEntry(site, toText(accounts.state(site).origin));
            if (!entry.isEmpty() && now != entry) return {};
            if (isNew) accounts.forget(site);  // the one it replaces may be in the file
            accounts.lend(site, token.toStdString());
            return [this, site, entry, now, isNew, state = accounts.state(site)] {
                if (entry.isEmpty())
                    m_fromKeychain.remove(now);
                else
                    m_fromKeychain.insert(entry);
                takeState(state);
                if (isNew) Q_EMIT kept(site);
            };
        },
        refusal(site));
}

void ThreadedAccountClient::check(HubSite site, const QString& token) {
    m_thread.ask(
        [this, site, token, cancel = m_cancel](HubAccounts& accounts) -> Answer {
            return [this, site, account = accounts.check(site, token.toStdString(), cancel)] {
                Q_EMIT checked(site, account);
            };
        },
        refusal(site));
}

void ThreadedAccountClient::keep(HubSite site, const QString& token) {
    if (!m_keychain) return Q_EMIT keychainMissing(site, {});
    const QString entry = keychainEntry(site, state(site).origin);
    m_keychain->write(entry, token.trimmed(), [this, site, token, entry](const SecretAnswer& answer) {
        if (answer.outcome != SecretAnswer::Outcome::Done) return Q_EMIT keychainMissing(site, answer.reason);
        setKnown(entry, true);
        lend(site, token, entry, true);
    });
}

void ThreadedAccountClient::keepForNow(HubSite site, const QString& token) { lend(site, token, {}, true); }

void ThreadedAccountClient::keepInFile(HubSite site, const QString& token) {
    m_thread.ask(
        [this, site, token](HubAccounts& accounts) -> Answer {
            accounts.keepInFile(site, token.toStdString());
            return [this, site, state = accounts.state(site)] {
                takeState(state);
                Q_EMIT kept(site);
            };
        },
        refusal(site));
}

void ThreadedAccountClient::remove(HubSite site) {
    const QString entry = keychainEntry(site, state(site).origin);
    m_fromKeychain.remove(entry);
    m_asked.insert(entry);
    if (m_keychain && (m_entries.contains(entry) || m_looksEverywhere))
        m_keychain->remove(entry, [this, entry](const SecretAnswer& answer) {
            const bool isGone =
                answer.outcome == SecretAnswer::Outcome::Done || answer.outcome == SecretAnswer::Outcome::Absent;
            if (isGone) setKnown(entry, false);
        });
    m_thread.ask(
        [this, site](HubAccounts& accounts) -> Answer {
            accounts.forget(site);
            return [this, state = accounts.state(site)] { takeState(state); };
        },
        refusal(site));
}

void ThreadedAccountClient::setNetwork(const HubNetwork& network) {
    m_thread.ask(
        [this, network](HubAccounts& accounts) -> Answer {
            accounts.setNetwork(network);
            return [this, network] {
                noteNetwork(network);
                askStates();
            };
        },
        [this](const Failure& failure) { Q_EMIT networkRefused(failure); });
}

}  // namespace segmoe::ui
