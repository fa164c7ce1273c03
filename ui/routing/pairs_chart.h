// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/routing/routing_chart.h"

namespace segmoe::ui {

/// Expert by expert: which are chosen together, or with one active expert which follows which.
class PairsChart : public RoutingChart {
    Q_OBJECT
public:
    PairsChart(Theme& theme, RoutingController& controller, QWidget* parent = nullptr);

    static QString chartTitle() { return tr("Pairs"); }

protected:
    void refresh() override;
    PlotTable table() const override;
    QString textAt(QPoint position) const override;

private:
    void showCells();

    QCPAxisRect* m_rect;
    QCPColorMap* m_map;
    QCPColorScale* m_scale;
    ExpertPairs m_pairs;
};

}  // namespace segmoe::ui
