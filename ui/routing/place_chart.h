// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "ui/routing/routing_chart.h"
#include "ui/routing/stacked_shares.h"

namespace segmoe::ui {

/// The experts' weights at one place of the picture (or for one token): above for the selected layers, preferred beside
/// applied; below the same place through all blocks.
class PlaceChart : public RoutingChart {
    Q_OBJECT
public:
    PlaceChart(Theme& theme, RoutingController& controller, QWidget* parent = nullptr);

    static QString chartTitle() { return tr("Place"); }

protected:
    void refresh() override;
    PlotTable table() const override;
    RoutingHover hoverAt(QPoint position) const override;
    void pressed(QPoint position, Qt::KeyboardModifiers modifiers) override;

private:
    struct Numbers {
        std::vector<double> preferred, applied;
    };
    Numbers numbers() const;
    void showBars(const Numbers& values);
    void showThrough();
    QString placeText() const;

    QCPAxisRect* m_barRect;
    QCPAxisRect* m_blockRect;
    std::unique_ptr<StackedShares> m_through;
    std::vector<QCPBarsGroup*> m_groups;
    std::vector<QCPBars*> m_preferred, m_applied;
    QCPItemStraightLine* m_layer;
};

}  // namespace segmoe::ui
