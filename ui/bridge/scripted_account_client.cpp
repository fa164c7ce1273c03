// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/scripted_account_client.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(HubSite site) { return site == HubSite::CivitAi ? u"civitai"_s : u"hf"_s; }

}  // namespace

void ScriptedAccountClient::check(HubSite site, const QString& token) {
    asked << u"check "_s + nameOf(site);
    if (const auto found = good.find(token); found != good.end()) return Q_EMIT checked(site, found->second);
    Q_EMIT refused(site, {ErrorCode::TokenInvalid, "The token is not valid. Set a new one.", {}});
}

void ScriptedAccountClient::keep(HubSite site, const QString&) {
    asked << u"keep "_s + nameOf(site);
    if (!hasKeychain) return Q_EMIT keychainMissing(site, {});
    put(site, AccountState::Place::Keychain);
}

void ScriptedAccountClient::keepForNow(HubSite site, const QString&) {
    asked << u"now "_s + nameOf(site);
    put(site, AccountState::Place::Session);
}

void ScriptedAccountClient::keepInFile(HubSite site, const QString&) {
    asked << u"file "_s + nameOf(site);
    put(site, AccountState::Place::File);
}

void ScriptedAccountClient::remove(HubSite site) {
    asked << u"remove "_s + nameOf(site);
    set({site, AccountState::Place::None, {}, state(site).origin});
}

void ScriptedAccountClient::put(HubSite site, AccountState::Place place) {
    set({site, place, {}, state(site).origin});
    Q_EMIT kept(site);
}

}  // namespace segmoe::ui
