// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QDialog>

#include "ui/bridge/account_client.h"

class QPushButton;

namespace segmoe::ui {

class Theme;
class TokenGroup;

/// Access tokens of Hugging Face and CivitAI (ui.md §9.4). New ones go to the system's keychain; where there is none,
/// the person decides between this session and a private file.
class TokenDialog : public QDialog {
    Q_OBJECT
public:
    TokenDialog(Theme& theme, AccountClient& accounts, QWidget* parent = nullptr);

    /// Whose field has the focus.
    void focusSite(HubSite site);

private:
    TokenGroup* group(HubSite site) const;
    void updateButtons();
    void save();
    void finish(HubSite site);
    void askWithoutKeychain(HubSite site, const QString& reason);

    AccountClient& m_accounts;
    std::vector<TokenGroup*> m_groups;
    std::vector<HubSite> m_saving;
    QPushButton* m_save;
    QPushButton* m_close;
};

}  // namespace segmoe::ui
