// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

class QDoubleSpinBox;
class QGridLayout;
class QSlider;
class QToolButton;

namespace segmoe::ui {

class RoutingController;
class RuleDocument;
class Theme;

/// A row per expert: letter, Mute, Solo, Pin, bias. Keys M, S, P and 0 act on the row that has the focus.
class ActRows : public QWidget {
    Q_OBJECT
public:
    ActRows(Theme& theme, RoutingController& controller, RuleDocument& rules, QWidget* parent = nullptr);

    /// The switches of the first expert get the focus.
    void focusFirst();

Q_SIGNALS:
    void refused(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row {
        QToolButton* mute;
        QToolButton* solo;
        QToolButton* pin;
        QSlider* slider;
        QDoubleSpinBox* spin;
    };
    void rebuild();
    void addRow(int expert);
    void showPlan();

    Theme& m_theme;
    RoutingController& m_controller;
    RuleDocument& m_rules;
    QGridLayout* m_grid;
    std::vector<Row> m_rows;
    QStringList m_titles;
};

}  // namespace segmoe::ui
