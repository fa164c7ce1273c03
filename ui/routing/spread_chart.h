// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/routing/routing_chart.h"

namespace segmoe::ui {

/// How differently the places of the picture weigh one expert, block by block.
class SpreadChart : public RoutingChart {
    Q_OBJECT
public:
    SpreadChart(Theme& theme, RoutingController& controller, QWidget* parent = nullptr);

    static QString chartTitle() { return tr("Spread"); }

protected:
    void refresh() override;
    PlotTable table() const override;
    RoutingHover hoverAt(QPoint position) const override;
    void pressed(QPoint position, Qt::KeyboardModifiers modifiers) override;
    RoutingHover hoverOfCell(int row, int) const override { return {.block = row, .kind = selection().kind}; }

private:
    QCPAxisRect* m_rect;
    QCPStatisticalBox* m_boxes;
};

}  // namespace segmoe::ui
