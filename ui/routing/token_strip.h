// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "ui/routing/routing_chart.h"
#include "ui/routing/stacked_shares.h"

namespace segmoe::ui {

/// The text path: which experts the tokens of the prompt go to. One strip for the whole model and render.
class TokenStrip : public RoutingChart {
    Q_OBJECT
public:
    TokenStrip(Theme& theme, RoutingController& controller, QWidget* parent = nullptr);

protected:
    void refresh() override;
    PlotTable table() const override;
    QString textAt(QPoint position) const override;
    void pressed(QPoint position, Qt::KeyboardModifiers modifiers) override;
    void cellChosen(int row, int column, Qt::KeyboardModifiers modifiers) override;

private:
    const TextPath* path() const;
    /// Weights of the tokens of the shown half; rows = tokens.
    Matrix weights(const TextPath& path, ValueKind value) const;
    const std::vector<std::string>& words(const TextPath& path) const;
    std::size_t half() const { return selection().half == GuidanceHalf::Negative ? 1 : 0; }
    void showParts(const TextPath& path);
    void showTicks(const TextPath& path);
    int tokenAt(QPoint position) const;
    int shownTokens(const TextPath& path) const;

    QCPAxisRect* m_rect;
    std::unique_ptr<StackedShares> m_shares;
    QCPColorMap* m_map;
    QCPItemRect* m_cursor;
};

}  // namespace segmoe::ui
