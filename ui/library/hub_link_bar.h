// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace segmoe::ui {

class Theme;

/// Where somebody pastes what a model is called elsewhere: a link, a repository, an AIR.
class HubLinkBar : public QWidget {
    Q_OBJECT
public:
    explicit HubLinkBar(Theme& theme, QWidget* parent = nullptr);

    void setText(const QString& text);
    /// With the clipboard's text, when that looks like one.
    void focusEdit();

Q_SIGNALS:
    void opened(const QString& text);
    void tokensWanted();

private:
    void open();

    QLineEdit* m_edit;
    QPushButton* m_go;
};

/// Whether a text has the form of a model's name on a hub, judged without asking anybody.
bool looksLikeHubText(const QString& text);

}  // namespace segmoe::ui
