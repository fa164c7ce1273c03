// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QObject>

#include "ui/bridge/setting_keys.h"
#include "ui/widgets/theme_tokens.h"

class QAbstractButton;
class QAction;

namespace segmoe::ui {

class Settings;

/// What the appearance settings say.
struct ThemeOptions {
    ThemeMode mode = ThemeMode::System;
    bool highContrast = false;
    bool reducedMotion = false;
    double textScale = 1.0;  ///< 0.9…1.6 of the system's font size
    Density density = Density::Comfortable;
    bool expertPatterns = true;  ///< experts are told apart without colour, too
    bool operator==(const ThemeOptions&) const = default;
};

ThemeOptions themeOptions(const Settings& settings);

/// Fusion, a palette and one style sheet made from the tokens; icons in the theme's text colour. In the mode System it
/// follows the system's palette, also while the program runs.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject* parent = nullptr);

    void setMode(ThemeMode mode);
    ThemeMode mode() const { return m_options.mode; }
    void setOptions(const ThemeOptions& options);
    const ThemeOptions& options() const { return m_options; }
    const ThemeTokens& tokens() const { return m_tokens; }
    /// Length of fades and slides in milliseconds; 0 = at once.
    int motionMs() const { return m_options.reducedMotion ? 0 : 150; }

    /// resources/icons/NAME.svg, sharp at every scale. onAccent: for the primary button.
    QIcon icon(const QString& name, bool onAccent = false) const;
    /// Sets the icon now and again whenever the theme changes.
    void bindIcon(QAbstractButton* button, const QString& name, bool onAccent = false);
    void bindIcon(QAction* action, const QString& name);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    void readSystem();

    ThemeOptions m_options;
    ThemeTokens m_tokens;
    double m_systemFontSize;
    bool m_systemDark = false;
    bool m_applying = false;
};

}  // namespace segmoe::ui
