// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QListView;
class QMenu;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace segmoe::ui {

class ActRows;
class RoutingController;
class RuleDocument;
class Theme;

/// The right of the page: switches per expert, where and when they act, the rules, and rendering again with them.
class ActPanel : public QWidget {
    Q_OBJECT
public:
    ActPanel(Theme& theme, RoutingController& controller, RuleDocument& rules, QWidget* parent = nullptr);

    /// Why rendering again is impossible, with a remedy; empty = possible.
    void setObstacle(const QString& sentence, const QString& remedy);
    /// While the same picture is rendered again the panel is locked. fraction < 0 = unknown; an empty text unlocks.
    void setProgress(const QString& text, double fraction);
    bool isLocked() const { return m_locked; }
    /// Last sentence about a switch that was refused, or about a failed render.
    void setHint(const QString& sentence);
    /// What holds for all switches; empty = nothing.
    void setNote(const QString& sentence);
    void focusRows();
    QPushButton* rerenderButton() { return m_rerender; }

Q_SIGNALS:
    void rerenderWanted();
    void cancelWanted();
    void keepWanted();
    void tryEachWanted();
    void remedyWanted();

private:
    QWidget* buildScope();
    QWidget* buildRules();
    QWidget* buildButtons(Theme& theme);
    void connectControls();
    void fillScopes();
    void readScope();
    void showPlan();
    void updateButtons();

    RoutingController& m_controller;
    RuleDocument& m_rules;
    ActRows* m_rows;
    QLabel* m_note;
    QLabel* m_hint;
    QComboBox* m_layers;
    QComboBox* m_kinds;
    QSpinBox* m_from;
    QSpinBox* m_to;
    QSpinBox* m_k;
    QListView* m_list;
    QPushButton* m_addRule;
    QPushButton* m_rerender;
    QToolButton* m_more;
    QPushButton* m_reset;
    QPushButton* m_keep;
    QPushButton* m_remedy;
    QLabel* m_progressText;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QString m_obstacle;
    bool m_locked = false;
};

}  // namespace segmoe::ui
