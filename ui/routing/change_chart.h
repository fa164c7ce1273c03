// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/routing/routing_chart.h"

namespace segmoe::ui {

/// The shown capture minus the compared one: load per expert, and one expert's weight by block and step.
class ChangeChart : public RoutingChart {
    Q_OBJECT
public:
    ChangeChart(Theme& theme, RoutingController& controller, QWidget* parent = nullptr);

    static QString chartTitle() { return tr("Change"); }

protected:
    void refresh() override;
    PlotTable table() const override;
    RoutingHover hoverAt(QPoint position) const override;
    void pressed(QPoint position, Qt::KeyboardModifiers modifiers) override;

private:
    void showBars(const std::vector<double>& change);
    void showTimeline(const Matrix& change);

    QCPAxisRect* m_barRect;
    QCPAxisRect* m_mapRect;
    QCPColorMap* m_map;
    QCPColorScale* m_scale;
    std::vector<QCPBars*> m_bars;
};

}  // namespace segmoe::ui
