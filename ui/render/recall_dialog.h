// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "ui/render/recall_plan.h"

class QRadioButton;

namespace segmoe::ui {

class Theme;

/// `recall_dialog`: what of a picture's settings can be applied, what changes and what is missing (ui.md §7.5).
class RecallDialog : public QDialog {
    Q_OBJECT
public:
    /// One plan with the prompt as typed, one with the resolved one; equal when they do not differ.
    RecallDialog(const Theme& theme, const QString& format, RecallPlan typed, RecallPlan resolved,
                 QWidget* parent = nullptr);

Q_SIGNALS:
    void planChosen(const segmoe::ui::RecallPlan& plan, bool getMissing);

private:
    QWidget* buildTable(const Theme& theme);
    QWidget* buildPromptChoice();
    QWidget* buildButtons();
    void choose(bool getMissing);

    RecallPlan m_typed;
    RecallPlan m_resolved;
    QRadioButton* m_useResolved = nullptr;
};

}  // namespace segmoe::ui
