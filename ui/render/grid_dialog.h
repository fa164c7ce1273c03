// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "ui/render/grid_plan.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace segmoe::ui {

/// `grid_dialog`: two axes with their values, how many pictures that is and how long it takes.
class GridDialog : public QDialog {
    Q_OBJECT
public:
    /// secondsEach: forecast of one picture, -1 = unknown.
    GridDialog(const RenderRequest& base, const ModelSummary& model, const GridChoices& choices, double secondsEach,
               QWidget* parent = nullptr);

    /// Of the accepted dialog.
    GridPlan plan() const;
    void accept() override;

private:
    struct Axis {
        QComboBox* kind;
        QLineEdit* values;
        QLabel* hint;
        GridValues read;
    };
    QWidget* buildAxis(Axis& axis, const QString& letter, const QString& title);
    void updateAxis(Axis& axis);
    void updateForecast();
    GridAxis kindOf(const Axis& axis) const;
    int count() const;

    RenderRequest m_base;
    ModelSummary m_model;
    GridChoices m_choices;
    double m_secondsEach;
    Axis m_x;
    Axis m_y;
    QLabel* m_forecast;
    QPushButton* m_ok;
};

}  // namespace segmoe::ui
