// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// The charts of the Routing page as tabs; those that do not fit wait in "More".
class ChartTabs : public QWidget {
    Q_OBJECT
public:
    enum Chart { Place, Timeline, Load, Entropy, Pairs, Stability, Spread, Change };

    ChartTabs(Theme& theme, RoutingController& controller, QWidget* parent = nullptr);

    RoutingChart& current() const;
    Chart currentIndex() const;
    void show(Chart chart);
    const std::vector<RoutingChart*>& charts() const { return m_charts; }
    void setTableShown(bool shown);
    bool isTableShown() const;

Q_SIGNALS:
    void mapsWanted();
    void exportWanted(segmoe::ui::RoutingChart* chart);
    void tableShownChanged(bool shown);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addChart(RoutingChart* chart);
    void fitTabs();
    int tabWidth(int index) const;

    std::vector<RoutingChart*> m_charts;
    QTabBar* m_bar;
    QToolButton* m_more;
    QStackedWidget* m_stack;
};

}  // namespace segmoe::ui
