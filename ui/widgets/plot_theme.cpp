// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/plot_theme.h"

#include <algorithm>

#include "ui/widgets/expert_palette.h"

namespace segmoe::ui {

namespace {

void styleAxis(QCPAxis& axis, const ThemeTokens& tokens, const QFont& font) {
    axis.setBasePen(QPen(tokens.control, 1.0));
    axis.setTickPen(QPen(tokens.control, 1.0));
    axis.setSubTicks(false);
    axis.setTickLength(0, 3);
    axis.setTickLabelColor(tokens.text2);
    axis.setLabelColor(tokens.text2);
    axis.setTickLabelFont(font);
    axis.setLabelFont(font);
    axis.setLabelPadding(3);
    axis.setTickLabelPadding(3);
    axis.grid()->setPen(QPen(tokens.border, 1.0, Qt::DotLine));
    axis.grid()->setZeroLinePen(QPen(tokens.control, 1.0));
    axis.grid()->setSubGridVisible(false);
}

}  // namespace

QFont plotFont(const QFont& font) {
    QFont small = font;
    small.setPointSizeF(small.pointSizeF() * 0.85);
    return small;
}

void stylePlot(QCustomPlot& plot, const ThemeTokens& tokens, const QFont& font) {
    plot.setBackground(tokens.panel);
    plot.setFont(font);
    for (QCPAxisRect* rect : plot.axisRects())
        for (QCPAxis* axis : rect->axes()) styleAxis(*axis, tokens, font);
    for (int i = 0; i < plot.plotLayout()->elementCount(); ++i) {
        QCPLayoutElement* element = plot.plotLayout()->elementAt(i);
        if (auto* scale = qobject_cast<QCPColorScale*>(element)) {
            styleAxis(*scale->axis(), tokens, font);
        } else if (auto* legend = qobject_cast<QCPLegend*>(element)) {
            legend->setFont(font);
            legend->setTextColor(tokens.text2);
            // Cells of the grid may be empty.
            for (int cell = 0; cell < legend->itemCount(); ++cell)
                if (QCPAbstractLegendItem* item = legend->item(cell)) {
                    item->setFont(font);
                    item->setTextColor(tokens.text2);
                }
        } else if (auto* text = qobject_cast<QCPTextElement*>(element)) {
            text->setFont(font);
            text->setTextColor(tokens.text2);
        }
    }
}

QCPColorGradient gradientFrom(const std::vector<QColor>& stops) {
    QCPColorGradient gradient;
    gradient.clearColorStops();
    for (std::size_t i = 0; i < stops.size(); ++i)
        gradient.setColorStopAt(static_cast<double>(i) / static_cast<double>(stops.size() - 1), stops[i]);
    gradient.setNanHandling(QCPColorGradient::nhTransparent);
    return gradient;
}

QCPColorGradient expertGradient(int count, const ThemeTokens& tokens) {
    std::vector<QColor> stops;
    for (int expert = 0; expert < std::max(2, count); ++expert) stops.push_back(expertLook(expert, tokens).fill);
    QCPColorGradient gradient = gradientFrom(stops);
    gradient.setLevelCount(static_cast<int>(stops.size()));
    return gradient;
}

QCPAxisRect* addAxisRect(QCustomPlot& plot, int row, int column) {
    auto* rect = new QCPAxisRect(&plot);
    plot.plotLayout()->addElement(row, column, rect);
    rect->setRangeZoom({});
    rect->setRangeDrag({});
    rect->setMinimumMargins(QMargins(4, 4, 8, 2));
    for (QCPAxis* axis : rect->axes()) {
        axis->setLayer(QLatin1String("axes"));
        axis->grid()->setLayer(QLatin1String("grid"));
        axis->grid()->setVisible(false);
    }
    return rect;
}

namespace {

/// As many columns as the longest name leaves room for.
void fitLegend(const QCustomPlot& plot, QCPLegend& legend) {
    constexpr int kMostColumns = 4, kMargins = 16, kIconRoom = 18, kRow = 20;
    int widest = 1;
    for (int i = 0; i < legend.itemCount(); ++i)
        if (auto* item = qobject_cast<QCPPlottableLegendItem*>(legend.item(i)))
            widest =
                std::max(widest, kIconRoom + QFontMetrics(legend.font()).horizontalAdvance(item->plottable()->name()));
    const int column = widest + legend.columnSpacing();
    const int columns = std::clamp((plot.width() - kMargins + legend.columnSpacing()) / column, 1, kMostColumns);
    const int rows = (legend.itemCount() + columns - 1) / columns;
    legend.setMaximumSize(QWIDGETSIZE_MAX, kRow * std::max(1, rows));
    if (columns == legend.wrap()) return;
    legend.setWrap(columns);
    legend.setFillOrder(QCPLayoutGrid::foColumnsFirst, true);
}

}  // namespace

QCPLegend* addLegend(QCustomPlot& plot, int row) {
    plot.setAutoAddPlottableToLegend(false);  // or those that are added by name would stand there twice
    auto* legend = new QCPLegend;
    plot.plotLayout()->addElement(row, 0, legend);
    legend->setLayer(QLatin1String("legend"));
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    legend->setWrap(4);
    legend->setBorderPen(Qt::NoPen);
    legend->setBrush(Qt::NoBrush);
    legend->setIconSize(14, 12);
    legend->setIconTextPadding(4);
    legend->setColumnSpacing(12);
    legend->setMargins(QMargins(8, 0, 8, 0));
    QObject::connect(&plot, &QCustomPlot::beforeReplot, legend, [&plot, legend] { fitLegend(plot, *legend); });
    return legend;
}

void showExpertKey(QCustomPlot& plot, QCPLegend& legend, const QStringList& names, const ThemeTokens& tokens) {
    // A legend shows plottables: bars without data lend their brush.
    QList<QCPBars*> keys;
    for (int i = 0; i < plot.plottableCount(); ++i)
        if (auto* bars = qobject_cast<QCPBars*>(plot.plottable(i)); bars && bars->property("key").toBool())
            keys << bars;
    while (keys.size() < names.size()) {
        auto* bars = new QCPBars(plot.axisRect()->axis(QCPAxis::atBottom), plot.axisRect()->axis(QCPAxis::atLeft));
        bars->setProperty("key", true);
        keys << bars;
    }
    legend.clear();
    legend.simplify();
    for (int expert = 0; expert < names.size(); ++expert) {
        keys[expert]->setName(names[expert]);
        keys[expert]->setBrush(expertBrush(expert, tokens));
        keys[expert]->setPen(QPen(tokens.expertEdge, 1.0));
        legend.addItem(new QCPPlottableLegendItem(&legend, keys[expert]));
    }
}

}  // namespace segmoe::ui
