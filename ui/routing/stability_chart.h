// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "ui/routing/routing_chart.h"

namespace segmoe::ui {

/// When the choices settle and where rules overrule them, along the steps.
class StabilityChart : public RoutingChart {
    Q_OBJECT
public:
    StabilityChart(Theme& theme, RoutingController& controller, QWidget* parent = nullptr);

    static QString chartTitle() { return tr("Stability"); }

protected:
    void refresh() override;
    PlotTable table() const override;
    QString textAt(QPoint position) const override;
    void pressed(QPoint position, Qt::KeyboardModifiers modifiers) override;

private:
    int stepAt(QPoint position) const;

    QCPAxisRect* m_rect;
    QCPLegend* m_legend;
    std::array<QCPGraph*, 3> m_graphs;
    QCPItemStraightLine* m_cursor;
    ChoiceStability m_values;
};

}  // namespace segmoe::ui
