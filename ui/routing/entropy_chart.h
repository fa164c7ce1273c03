// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/routing/routing_chart.h"

namespace segmoe::ui {

/// How undecided the places are, along the blocks and along the steps, with the range over what was averaged.
class EntropyChart : public RoutingChart {
    Q_OBJECT
public:
    EntropyChart(Theme& theme, RoutingController& controller, QWidget* parent = nullptr);

    static QString chartTitle() { return tr("Entropy"); }

protected:
    void refresh() override;
    PlotTable table() const override;
    RoutingHover hoverAt(QPoint position) const override;
    void showHover(const RoutingHover& hover) override;
    void pressed(QPoint position, Qt::KeyboardModifiers modifiers) override;

private:
    struct Band {
        QCPAxisRect* rect;
        QCPGraph* low;
        QCPGraph* high;
        QCPGraph* mean;
        QCPItemTracer* tracer;
    };
    Band makeBand(int row, const QString& label);
    void fill(Band& band, const EntropyCurve& curve);
    int keyAt(const Band& band, QPoint position, int count) const;

    Band m_blocks;
    Band m_steps;
};

}  // namespace segmoe::ui
