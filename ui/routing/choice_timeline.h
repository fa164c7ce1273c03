// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/routing/routing_chart.h"

namespace segmoe::ui {

/// Blocks × steps: the first choice of each, or the weight of one expert.
class ChoiceTimeline : public RoutingChart {
    Q_OBJECT
public:
    ChoiceTimeline(Theme& theme, RoutingController& controller, QWidget* parent = nullptr);

    static QString chartTitle() { return tr("Timeline"); }

protected:
    void refresh() override;
    PlotTable table() const override;
    RoutingHover hoverAt(QPoint position) const override;
    void showHover(const RoutingHover& hover) override;
    void pressed(QPoint position, Qt::KeyboardModifiers modifiers) override;
    RoutingHover hoverOfCell(int row, int column) const override;

private:
    bool oneExpert() const { return selection().show == ShowMode::OneExpert; }
    void fillChoices();
    void fillExpert();
    void showLegend();
    void markCursor();

    QCPAxisRect* m_rect;
    QCPColorMap* m_map;
    QCPColorScale* m_scale;
    QCPLegend* m_legend;
    QCPItemRect* m_rowCursor;
    QCPItemRect* m_columnCursor;
    QCPItemRect* m_hover;
};

}  // namespace segmoe::ui
