// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include <QWidget>

class QMenu;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace segmoe::ui {

class RoutingChart;
class RoutingController;
class Theme;

/// The charts of the Routing page as tabs; those that do not fit wait in "More". A chart is made when it is looked at.
class ChartTabs : public QWidget {
    Q_OBJECT
public:
    enum Chart { Place, Timeline, Load, Entropy, Pairs, Stability, Spread, Change };

    ChartTabs(Theme& theme, RoutingController& controller, QWidget* parent = nullptr);

    RoutingChart& current();
    Chart currentIndex() const;
    void show(Chart chart);
    /// All of them; those that nobody has looked at are made now.
    const std::vector<RoutingChart*>& charts();
    void setTableShown(bool shown);
    bool isTableShown();

Q_SIGNALS:
    void mapsWanted();
    void menuWanted(segmoe::ui::RoutingChart* chart, QPoint global);
    void exportWanted(segmoe::ui::RoutingChart* chart);
    void tableShownChanged(bool shown);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    template <class Kind>
    void addTab();
    RoutingChart& chart(std::size_t index);
    void fitTabs();
    int tabWidth(int index) const;

    Theme& m_theme;
    RoutingController& m_controller;
    std::vector<std::function<RoutingChart*()>> m_makers;
    std::vector<RoutingChart*> m_charts;  ///< null = not made yet
    QTabBar* m_bar;
    QToolButton* m_more;
    QStackedWidget* m_stack;
};

}  // namespace segmoe::ui
