// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/routing/routing_chart.h"

namespace segmoe::ui {

/// How much each expert does: share of choices and mean weight, beside the even share; with a second capture beside
/// its numbers.
class LoadChart : public RoutingChart {
    Q_OBJECT
public:
    LoadChart(Theme& theme, RoutingController& controller, QWidget* parent = nullptr);

    static QString chartTitle() { return tr("Load"); }

protected:
    void refresh() override;
    PlotTable table() const override;
    void pressed(QPoint position, Qt::KeyboardModifiers modifiers) override;

private:
    struct Series {
        QString name;
        std::vector<double> values;
        bool hatched;  ///< the second capture
        bool light;    ///< the share of choices
    };
    std::vector<Series> series() const;
    void showBars(const std::vector<Series>& all);

    QCPAxisRect* m_rect;
    QCPItemStraightLine* m_even;
    std::vector<QCPBars*> m_bars;
    std::vector<QCPBarsGroup*> m_groups;
};

}  // namespace segmoe::ui
