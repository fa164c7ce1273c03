// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "core/engine/mix_workbench.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QStackedWidget;
class QTableWidget;
class QToolButton;

namespace segmoe::ui {

class GateLinesPlot;
class GateMatrixPlot;
class Theme;

/// How well the gates tell the experts apart: matrix, cosines over layers, condition numbers, and the same as a table.
class GatesView : public QWidget {
    Q_OBJECT
public:
    explicit GatesView(Theme& theme, QWidget* parent = nullptr);

    /// Nothing = there are no gates yet.
    void show(const std::optional<GateReport>& report);
    void setBuildEnabled(bool enabled, const QString& reason);

Q_SIGNALS:
    void buildWanted();
    void textGatesWanted();

private:
    QWidget* buildEmpty();
    QWidget* buildPlots();
    void chooseKind();
    void chooseSite(int site);
    void fillTable();
    std::vector<double> meanMatrix() const;

    Theme& m_theme;
    QStackedWidget* m_stack;
    QPushButton* m_build;
    QPushButton* m_text;
    GateMatrixPlot* m_matrix;
    GateLinesPlot* m_cosines;
    GateLinesPlot* m_conditions;
    QComboBox* m_kind;
    QSlider* m_site;
    QLabel* m_caption;
    QToolButton* m_tableSwitch;
    QTableWidget* m_table;
    QStackedWidget* m_views;
    GateReport m_report;
    std::vector<GateSite> m_shown;  ///< the sites of the chosen kind
};

}  // namespace segmoe::ui
