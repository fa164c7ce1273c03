// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/mix/mix_checks.h"

class QVBoxLayout;

namespace segmoe::ui {

class Theme;

/// The checks as a list of sentences with their buttons.
class CheckPanel : public QWidget {
    Q_OBJECT
public:
    explicit CheckPanel(Theme& theme, QWidget* parent = nullptr);

    void show(const std::vector<Check>& checks);
    const std::vector<Check>& checks() const { return m_checks; }

Q_SIGNALS:
    void actionWanted(const segmoe::ui::Check& check, const segmoe::ui::CheckAction& action);

private:
    QWidget* row(const Check& check, int index);

    Theme& m_theme;
    QVBoxLayout* m_column;
    std::vector<Check> m_checks;
};

}  // namespace segmoe::ui
