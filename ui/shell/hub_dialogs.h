// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

#include "core/engine/hub_accounts.h"
#include "ui/shell/studio_context.h"

class QWidget;

namespace segmoe::ui {

class PublishDialog;
class TokenDialog;

/// Accounts of the model sites for the whole window: the network settings and the known tokens go to the engine when it
/// is there, and the dialogs open when a page asks for them.
class HubDialogs : public QObject {
    Q_OBJECT
public:
    HubDialogs(StudioContext& context, QWidget* window);

    /// "hf", "civitai"; anything else = no site in particular.
    void openTokens(const QString& site);
    /// Publishing a folder; empty = one is to be chosen.
    void openPublish(const QString& folder);
    /// Working offline ends; what fetching these models takes is shown.
    void goOnline(const QStringList& references);

private:
    void start();
    void applyNetwork();
    void choosePublishFolder();

    StudioContext m_context;
    QWidget* m_window;
    QPointer<TokenDialog> m_tokens;
    QPointer<PublishDialog> m_publish;
    bool m_isReady = false;
};

/// What the settings say about the way to the hubs.
HubNetwork hubNetwork(const Settings& settings);

}  // namespace segmoe::ui
