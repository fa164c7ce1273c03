// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "ui/routing/heat_overlay.h"

class QCPColorScale;
class QCustomPlot;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace segmoe::ui {

class RoutingController;
class Theme;
class WrapLayout;

/// What the colours over the picture mean: the experts with the share of places they win, or a scale with its numbers.
class ExpertLegend : public QWidget {
    Q_OBJECT
public:
    ExpertLegend(Theme& theme, RoutingController& controller, QWidget* parent = nullptr);

    void show(const HeatOverlay& overlay, const OverlayStyle& style);

Q_SIGNALS:
    void menuWanted(int expert, QPoint global);

private:
    void showExperts(const HeatOverlay& overlay);
    void showScale(const HeatOverlay& overlay, const OverlayStyle& style);
    QToolButton* addChip(int expert);
    void shortenNames(const HeatOverlay& overlay);
    static QString chipText(const QString& name, const QString& share);

    Theme& m_theme;
    RoutingController& m_controller;
    QStackedWidget* m_stack;
    QWidget* m_chipPage;
    WrapLayout* m_chipRow;
    std::vector<QToolButton*> m_chips;
    QCustomPlot* m_plot;
    QCPColorScale* m_scale;
};

}  // namespace segmoe::ui
