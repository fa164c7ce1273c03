// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QPoint>
#include <QWidget>

class QCPColorMap;
class QCPColorScale;
class QCPGraph;
class QCPItemRect;
class QCustomPlot;

namespace segmoe::ui {

class RoutingMapModel;
class Theme;

/// The model as a colour map: rows = sites in execution order, columns = experts. Hover and arrow keys read single
/// cells.
class RoutingMapPlot : public QWidget {
    Q_OBJECT
public:
    RoutingMapPlot(const Theme& theme, const RoutingMapModel& model, QWidget* parent = nullptr);
    QSize minimumSizeHint() const override { return {200, 200}; }
    QCustomPlot* plot() const { return m_plot; }

Q_SIGNALS:
    void cellPointed(int row, int expert);
    void nothingPointed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    void updateCells();
    void updateLabels();
    void showScaleLabel();
    void updateMarks();
    QFont smallFont() const;
    void applyTheme();
    void point(std::optional<QPoint> cell);
    std::optional<QPoint> cellAt(QPoint position) const;
    bool moveCursor(int key);

    const Theme& m_theme;
    const RoutingMapModel& m_model;
    QCustomPlot* m_plot;
    QCPColorMap* m_map;
    QCPColorScale* m_scale;
    QCPGraph* m_chosen;  ///< marks the chosen cells where the colour says something else
    QCPItemRect* m_cursor;
    std::optional<QPoint> m_pointed;  ///< x = expert, y = row
};

}  // namespace segmoe::ui
