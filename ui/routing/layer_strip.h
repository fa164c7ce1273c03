// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "ui/routing/routing_chart.h"
#include "ui/routing/stacked_shares.h"

namespace segmoe::ui {

/// The whole model along one line: a row per kind of decision, a stack of the experts' shares per block. Click selects
/// blocks, Ctrl adds, Shift extends; so do Space and Enter at the keyboard cursor.
class LayerStrip : public RoutingChart {
    Q_OBJECT
public:
    LayerStrip(Theme& theme, RoutingController& controller, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Right click on a block; -1 beside the blocks.
    void menuWanted(int block, QPoint global);

protected:
    void refresh() override;
    PlotTable table() const override;
    RoutingHover hoverAt(QPoint position) const override;
    void showHover(const RoutingHover& hover) override;
    void pressed(QPoint position, Qt::KeyboardModifiers modifiers) override;
    RoutingHover hoverOfCell(int row, int column) const override;
    void cellChosen(int row, int column, Qt::KeyboardModifiers modifiers) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Row {
        SiteKind kind;
        std::unique_ptr<StackedShares> shares;
        QCPItemRect* hover;
    };
    void buildRows();
    void levelRows();
    void markSelection();
    /// As files are chosen in a list: alone, with Ctrl added, with Shift all from the last one.
    void choose(int block, Qt::KeyboardModifiers modifiers);
    int blockAt(QPoint position) const;
    QString summaryText() const;

    std::vector<Row> m_rows;
    std::vector<QCPItemRect*> m_marks;
    int m_anchor = -1;  ///< where Shift extends from
};

}  // namespace segmoe::ui
