// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QObject>

#include "ui/bridge/settings.h"
#include "ui/widgets/theme_tokens.h"

class QAbstractButton;
class QAction;

namespace segmoe::ui {

/// Fusion, a palette and one style sheet made from the tokens; icons in the theme's text colour.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject* parent = nullptr);

    void setMode(ThemeMode mode);
    ThemeMode mode() const { return m_mode; }
    const ThemeTokens& tokens() const { return *m_tokens; }

    /// resources/icons/NAME.svg, sharp at every scale. onAccent: for the primary button.
    QIcon icon(const QString& name, bool onAccent = false) const;
    /// Sets the icon now and again whenever the theme changes.
    void bindIcon(QAbstractButton* button, const QString& name, bool onAccent = false);
    void bindIcon(QAction* action, const QString& name);

Q_SIGNALS:
    void changed();

private:
    void apply();

    ThemeMode m_mode = ThemeMode::System;
    const ThemeTokens* m_tokens;
    bool m_systemDark;
};

}  // namespace segmoe::ui
