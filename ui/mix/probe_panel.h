// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "core/engine/mix_workbench.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QGridLayout;

namespace segmoe::ui {

class Theme;

/// Which experts a prompt would choose, before anything is rendered.
class ProbePanel : public QWidget {
    Q_OBJECT
public:
    explicit ProbePanel(Theme& theme, QWidget* parent = nullptr);

    QString prompt() const;
    /// Taken while the user has not written one here.
    void setDefaultPrompt(const QString& prompt);
    void setEnabledFor(bool possible, const QString& reason);
    void show(const Prediction& prediction, const QString& prompt);
    /// Whether the mix is still the one that was shown: its shares are greyed and said to be old otherwise.
    void setCurrent(bool current);
    void clear();
    void showBusy(bool busy);

Q_SIGNALS:
    void predictWanted(const QString& prompt);

private:
    void showAge();

    Theme& m_theme;
    QLineEdit* m_prompt;
    QPushButton* m_predict;
    QWidget* m_result;
    QGridLayout* m_bars;
    QLabel* m_text;
    QLabel* m_old;
    QString m_shownPrompt;
    bool m_hasResult = false;
    bool m_isCurrent = true;
    bool m_isPossible = false;
};

}  // namespace segmoe::ui
