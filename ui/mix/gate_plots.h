// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "core/engine/mix_workbench.h"

class QCPColorMap;
class QCPColorScale;
class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;

namespace segmoe::ui {

class Theme;

/// Cosines between the experts' gate rows, at one site or averaged.
class GateMatrixPlot : public QWidget {
    Q_OBJECT
public:
    explicit GateMatrixPlot(Theme& theme, QWidget* parent = nullptr);
    /// cosines [E, E], row-major.
    void show(const std::vector<double>& cosines, int experts);

private:
    void applyTheme();

    Theme& m_theme;
    QCustomPlot* m_plot;
    QCPColorMap* m_map;
    QCPColorScale* m_scale;
    std::vector<QCPItemText*> m_texts;
    std::vector<double> m_cosines;
    int m_experts = 0;
};

/// One value per site: cosine of every pair of experts, or the condition number.
class GateLinesPlot : public QWidget {
    Q_OBJECT
public:
    enum Kind { Cosines, Conditions };
    GateLinesPlot(Theme& theme, Kind kind, QWidget* parent = nullptr);
    /// Sites in the order they are shown.
    void show(const std::vector<GateSite>& sites, int experts);
    void setCursorAt(int site);

Q_SIGNALS:
    void siteClicked(int site);

private:
    void applyTheme();
    void drawCosines();
    void drawConditions();

    Theme& m_theme;
    Kind m_kind;
    QCustomPlot* m_plot;
    QCPItemStraightLine* m_limit;
    QCPItemStraightLine* m_cursor;
    std::vector<GateSite> m_sites;
    int m_experts = 0;
};

}  // namespace segmoe::ui
