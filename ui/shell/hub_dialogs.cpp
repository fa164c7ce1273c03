// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/hub_dialogs.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QUrl>

#include "ui/bridge/account_client.h"
#include "ui/bridge/engine_client.h"
#include "ui/bridge/hub_keys.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/settings.h"
#include "ui/library/token_dialog.h"
#include "ui/library/token_group.h"
#include "ui/mix/publish_dialog.h"
#include "ui/shell/action_table.h"
#include "ui/shell/navigator.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

HubDialogs::HubDialogs(StudioContext& context, QWidget* window)
    : QObject(window), m_context(context), m_window(window) {
    AccountClient& accounts = context.engine.accounts();
    Settings& settings = context.settings;
    connect(&context.engine, &EngineClient::ready, this, &HubDialogs::start);
    connect(&settings, &Settings::changed, this, [this](const QString& key) {
        if (m_isReady && key.startsWith("hub/"_L1)) applyNetwork();
    });
    connect(&accounts, &AccountClient::keychainEntriesChanged, &settings,
            [&settings](const QStringList& entries) { settings.set(keys::kKeychainEntries, entries.join(u',')); });
    connect(&accounts, &AccountClient::networkRefused, this,
            [this](const Failure& failure) { Q_EMIT m_context.navigator.message(toText(failure.message)); });
    connect(&context.navigator, &Navigator::tokensWanted, this, &HubDialogs::openTokens);
    connect(&context.navigator, &Navigator::onlineWanted, this, &HubDialogs::goOnline);
    connect(&context.navigator, &Navigator::webPageWanted, this, [](const QString& address) {
        const QUrl page(address);
        if (page.scheme() == "https"_L1 || page.scheme() == "http"_L1) QDesktopServices::openUrl(page);
    });
    connect(&context.navigator, &Navigator::publishWanted, this, &HubDialogs::openPublish);
    connect(context.actions.action(ActionId::FileTokens), &QAction::triggered, this, [this] { openTokens({}); });
    connect(context.actions.action(ActionId::FilePublish), &QAction::triggered, this, [this] { openPublish({}); });
}

void HubDialogs::start() {
    m_isReady = true;
    applyNetwork();
    m_context.engine.accounts().load(m_context.settings.get(keys::kKeychainEntries).split(u',', Qt::SkipEmptyParts));
}

void HubDialogs::applyNetwork() { m_context.engine.accounts().setNetwork(hubNetwork(m_context.settings)); }

void HubDialogs::openTokens(const QString& site) {
    if (!m_tokens) {
        m_tokens = new TokenDialog(m_context.theme, m_context.engine.accounts(), m_window);
        m_tokens->open();
    }
    m_tokens->focusSite(site == siteKey(HubSite::CivitAi) ? HubSite::CivitAi : HubSite::HuggingFace);
}

void HubDialogs::goOnline(const QStringList& references) {
    if (m_context.settings.get(keys::kOffline)) {
        m_context.settings.set(keys::kOffline, false);
        Q_EMIT m_context.navigator.message(tr("Online again."));
    }
    if (!references.isEmpty()) Q_EMIT m_context.navigator.missingWanted(references, {});
}

void HubDialogs::openPublish(const QString& folder) {
    if (folder.isEmpty()) return choosePublishFolder();
    if (m_publish) {
        // One at a time: an upload that is under way comes to the front instead.
        m_publish->raise();
        return m_publish->activateWindow();
    }
    m_publish = new PublishDialog(m_context.theme, m_context.engine.publisher(), folder, m_window);
    connect(m_publish, &PublishDialog::tokenWanted, this, [this] { openTokens(siteKey(HubSite::HuggingFace)); });
    connect(&m_context.engine.accounts(), &AccountClient::changed, m_publish, &PublishDialog::askTarget);
    connect(m_publish, &PublishDialog::published, this,
            [this](const QString& page) { Q_EMIT m_context.navigator.message(tr("Published: %1").arg(page)); });
    // Not modal: an upload may take hours.
    m_publish->show();
}

void HubDialogs::choosePublishFolder() {
    const QString mixtures = QDir(m_context.settings.dataFolder()).filePath(u"mixtures"_s);
    auto* dialog = new QFileDialog(m_window, tr("Publish a saved mixture"), mixtures);
    dialog->setObjectName(u"publish_folder_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &HubDialogs::openPublish);
    dialog->open();
}

HubNetwork hubNetwork(const Settings& settings) {
    HubNetwork network;
    network.endpoint = settings.get(keys::kHfEndpoint).toStdString();
    network.proxy = static_cast<HubNetwork::Proxy>(settings.choice(keys::kProxyMode));
    network.proxyUrl = settings.get(keys::kProxyUrl).toStdString();
    network.isOffline = settings.get(keys::kOffline);
    return network;
}

}  // namespace segmoe::ui
