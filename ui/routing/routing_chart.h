// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QBasicTimer>
#include <QPointer>
#include <QWidget>

#include "ui/routing/routing_controller.h"
#include "ui/routing/routing_words.h"
#include "ui/widgets/plot_frame.h"
#include "ui/widgets/plot_theme.h"
#include "ui/widgets/theme_tokens.h"

namespace segmoe::ui {

/// A view of the Routing page in its frame: model in, plottables out. Drawn anew only while it is visible, once per
/// turn of the event loop, and only when something that it shows has changed.
class RoutingChart : public QWidget {
    Q_OBJECT
public:
    PlotFrame& frame() { return *m_frame; }
    /// Fills the plottables now if they are out of date.
    void refreshNow();
    /// Whether the plot can be zoomed and is not at its whole range.
    bool isZoomed() const;
    void resetZoom();

Q_SIGNALS:
    /// The capture holds too little for this view.
    void mapsWanted();

protected:
    RoutingChart(Theme& theme, RoutingController& controller, const QString& name, const QString& title,
                 RoutingParts shows, QWidget* parent);

    /// Reads the controller and fills the plottables; sets caption and summary.
    virtual void refresh() = 0;
    virtual PlotTable table() const = 0;
    /// Colours and fonts; called before the first refresh and after each change of the theme.
    virtual void restyle(const ThemeTokens& tokens, const QFont& font);
    /// What is at a pixel of the plot; nothing = no tooltip.
    virtual RoutingHover hoverAt(QPoint) const { return {}; }
    virtual QString textAt(QPoint position) const;
    virtual void showHover(const RoutingHover&) {}
    virtual void pressed(QPoint, Qt::KeyboardModifiers) {}
    /// What a row and a column of the table stand for, so that the keyboard cursor links too.
    virtual RoutingHover hoverOfCell(int, int) const { return {}; }
    /// Space or Enter at the keyboard cursor: what a click on that place would do.
    virtual void cellChosen(int row, int column, Qt::KeyboardModifiers modifiers);

    RoutingController& controller() const { return m_controller; }
    const RoutingModel& model() const { return m_controller.model(); }
    const RoutingSelection& selection() const { return m_controller.selection(); }
    QCustomPlot& plot() const { return m_frame->plot(); }
    const ThemeTokens& tokens() const { return *m_tokens; }
    QFont smallFont() const { return m_font; }
    /// Zooming with the wheel and dragging along an axis that counts layers; double click resets to its whole range.
    void makeZoomable(QCPAxis& axis);

    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void markStale();
    bool keyPressed(const QKeyEvent& event);

    Theme& m_theme;
    RoutingController& m_controller;
    RoutingParts m_shows;
    PlotFrame* m_frame;
    const ThemeTokens* m_tokens;
    QFont m_font;
    bool m_stale = true;
    bool m_queued = false;
    std::vector<QPointer<QCPAxis>> m_zoomable;
    QBasicTimer m_tipTimer;
    QPoint m_tipAt;
};

/// The ticks of an axis that counts blocks: as many labels as fit, the whole label of the first of each stage first.
void showBlockTicks(QCPAxis& axis, const RoutingLayout& layout, bool labels, const QFont& font);
/// Dashed lines where a stage begins; replaces the lines that the rect had.
void showStageBorders(QCustomPlot& plot, QCPAxisRect& rect, const RoutingLayout& layout, Qt::Orientation blockAxis,
                      const ThemeTokens& tokens);

}  // namespace segmoe::ui
