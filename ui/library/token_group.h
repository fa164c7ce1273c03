// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include "ui/bridge/account_client.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace segmoe::ui {

class Theme;

/// The token of one site: where it is kept, a field for a new one, whether the site takes it. What is typed leaves it
/// only towards the client.
class TokenGroup : public QFrame {
    Q_OBJECT
public:
    TokenGroup(Theme& theme, AccountClient& accounts, HubSite site, QWidget* parent = nullptr);

    HubSite site() const { return m_site; }
    QString typed() const;
    /// Forgets what was typed.
    void clear();
    void focusEdit();
    void showProblem(const Failure& failure);

Q_SIGNALS:
    void typedChanged();

private:
    void build();
    void connectAll();
    void showState();
    void showResult(const QString& sentence, const QString& tone);
    void showAccount(const HubAccount& account);
    void setRevealed(bool revealed);
    void openPage() const;

    Theme& m_theme;
    AccountClient& m_accounts;
    HubSite m_site;
    QLabel* m_state;
    QLineEdit* m_edit;
    QToolButton* m_reveal;
    QPushButton* m_check;
    QPushButton* m_remove;
    QPushButton* m_link;
    QLabel* m_result;
    bool m_isChecking = false;
};

/// "hf", "civitai": the part of a name that says which site is meant.
QString siteKey(HubSite site);
QString siteTitle(HubSite site);

}  // namespace segmoe::ui
