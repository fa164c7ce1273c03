// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_map_plot.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/routing/routing_map_model.h"
#include "ui/widgets/expert_palette.h"
#include "ui/widgets/field.h"
#include "ui/widgets/plot_theme.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kScoreRange = 2.0;  ///< standard deviations at the ends of the scale
constexpr int kHeaderHeight = 26;
constexpr int kNamedColumnWidth = 58;

}  // namespace

RoutingMapPlot::RoutingMapPlot(const Theme& theme, const RoutingMapModel& model, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_model(model),
      m_plot(new QCustomPlot),
      m_map(nullptr),
      m_scale(nullptr),
      m_chosen(nullptr),
      m_cursor(nullptr) {
    nameControl(m_plot, u"render_routing_map_plot"_s, tr("Routing map"));
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->setMouseTracking(true);
    m_plot->setLayoutDirection(Qt::LeftToRight);
    m_plot->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);

    m_map = new QCPColorMap(m_plot->xAxis, m_plot->yAxis);
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    m_map->setAntialiased(false);
    m_scale = new QCPColorScale(m_plot);
    m_scale->setType(QCPAxis::atBottom);
    m_scale->setBarWidth(8);
    m_plot->plotLayout()->addElement(1, 0, m_scale);
    m_plot->plotLayout()->setRowSpacing(6);
    m_map->setColorScale(m_scale);
    auto* margins = new QCPMarginGroup(m_plot);
    m_plot->axisRect()->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
    m_scale->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
    m_plot->axisRect()->setAutoMargins(QCP::msLeft | QCP::msRight | QCP::msBottom);
    m_plot->axisRect()->setMargins(QMargins(0, kHeaderHeight, 0, 0));
    m_plot->axisRect()->setMinimumMargins(QMargins(4, 0, 8, 2));
    m_plot->yAxis->setRangeReversed(true);
    m_plot->xAxis->setTicks(false);
    m_plot->xAxis->setTickLabels(false);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) axis->grid()->setVisible(false);
    m_chosen = m_plot->addGraph();
    m_chosen->setLineStyle(QCPGraph::lsNone);
    m_cursor = new QCPItemRect(m_plot);
    m_cursor->setVisible(false);

    connect(&model, &QAbstractItemModel::modelReset, this, &RoutingMapPlot::rebuild);
    connect(&model, &QAbstractItemModel::dataChanged, this, &RoutingMapPlot::updateCells);
    connect(&theme, &Theme::changed, this, &RoutingMapPlot::applyTheme);
    applyTheme();
}

QFont RoutingMapPlot::smallFont() const { return plotFont(font()); }

void RoutingMapPlot::rebuild() {
    const int rows = std::max(1, m_model.rowCount());
    const int experts = std::max(1, m_model.columnCount());
    m_map->data()->setSize(experts, rows);
    m_map->data()->setRange(QCPRange(0, experts - 1), QCPRange(0, rows - 1));
    m_plot->xAxis->setRange(-0.5, experts - 0.5);
    m_plot->yAxis->setRange(-0.5, rows - 0.5);
    point(std::nullopt);
    updateCells();
    updateLabels();
}

void RoutingMapPlot::updateCells() {
    for (int row = 0; row < m_model.rowCount(); ++row)
        for (int expert = 0; expert < m_model.columnCount(); ++expert)
            m_map->data()->setCell(expert, row,
                                   m_model.valueAt(row, expert).value_or(std::numeric_limits<double>::quiet_NaN()));
    const RoutingView& view = m_model.view();
    updateMarks();
    const bool score = view.measure == RoutingMeasure::RelativeScore;
    m_scale->setDataRange(score ? QCPRange(-kScoreRange, kScoreRange) : QCPRange(0.0, 1.0));
    m_scale->setGradient(gradientFrom(score ? divergingStops(m_theme.tokens()) : heatStops(HeatPalette::Cividis)));
    showScaleLabel();
    if (m_pointed) point(m_pointed);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void RoutingMapPlot::showScaleLabel() {
    const RoutingView& view = m_model.view();
    const bool isScore = view.measure == RoutingMeasure::RelativeScore;
    const QString full = isScore         ? tr("score, in spreads from the layer's mean")
                         : view.step < 0 ? tr("share of steps in which it was chosen")
                                         : tr("applied weight");
    const QString brief = isScore ? tr("score, in spreads") : view.step < 0 ? tr("share of steps") : full;
    const bool fits = QFontMetrics(m_scale->axis()->labelFont()).horizontalAdvance(full) <= m_scale->rect().width();
    m_scale->axis()->setLabel(fits || m_scale->rect().width() <= 0 ? full : brief);
}

void RoutingMapPlot::updateMarks() {
    m_chosen->data()->clear();
    if (m_model.view().measure != RoutingMeasure::RelativeScore) return;
    const double rowHeight = m_plot->axisRect()->height() / static_cast<double>(std::max(1, m_model.rowCount()));
    m_chosen->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(m_theme.tokens().panel, 1.0),
                                              m_theme.tokens().text, std::clamp(rowHeight * 0.6, 3.0, 7.0)));
    for (int row = 0; row < m_model.rowCount(); ++row)
        for (int expert = 0; expert < m_model.columnCount(); ++expert)
            if (m_model.isChosen(row, expert)) m_chosen->addData(expert, row);
}

void RoutingMapPlot::updateLabels() {
    showScaleLabel();
    for (int i = m_plot->itemCount() - 1; i >= 0; --i)
        if (m_plot->item(i) != m_cursor) m_plot->removeItem(i);
    const ThemeTokens& tokens = m_theme.tokens();
    const int experts = m_model.columnCount();
    const double columnWidth = experts > 0 ? m_plot->axisRect()->width() / static_cast<double>(experts) : 0.0;
    for (int expert = 0; expert < experts; ++expert) {
        const ExpertLook look = expertLook(expert, tokens);
        auto* chip = new QCPItemText(m_plot);
        QString text = look.letter;
        if (columnWidth >= kNamedColumnWidth)
            text = QFontMetrics(smallFont())
                       .elidedText(
                           text + u' ' + toText(m_model.routing().trace().experts[static_cast<std::size_t>(expert)]),
                           Qt::ElideRight, static_cast<int>(columnWidth) - 13);
        chip->setText(text);
        chip->position->setTypeX(QCPItemPosition::ptPlotCoords);
        chip->position->setTypeY(QCPItemPosition::ptAbsolute);
        chip->position->setCoords(expert, kHeaderHeight / 2.0 - 1);
        chip->setClipToAxisRect(false);
        chip->setFont(smallFont());
        chip->setColor(look.onFill);
        chip->setBrush(look.fill);
        chip->setPen(QPen(tokens.expertEdge, 1.0));
        chip->setPadding(QMargins(5, 1, 5, 1));
    }
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    const double rowHeight = m_plot->axisRect()->height() / static_cast<double>(std::max(1, m_model.rowCount()));
    const int rows = m_model.rowCount();
    bool onlyFirstTransformers = true;
    for (int row = 0; row < rows; ++row)
        onlyFirstTransformers = onlyFirstTransformers &&
                                (m_model.siteAt(row).block.isEmpty() || m_model.siteAt(row).block.endsWith(u".T0"_s));
    double lastLabel = -1e9;
    for (int row = 0; row < rows;) {
        const SiteLabel site = m_model.siteAt(row);
        int end = row + 1;
        while (end < rows && m_model.siteAt(end).block == site.block) ++end;
        const double centre = (row + end - 1) / 2.0;
        if ((centre - lastLabel) * rowHeight >= fontMetrics().height() * 0.85) {
            QString label = site.block.isEmpty() ? kindText(site.kind) : site.block;
            if (onlyFirstTransformers && !site.block.isEmpty()) label.chop(3);
            ticker->addTick(centre, label);
            lastLabel = centre;
        }
        const bool stageBorder = end < rows && m_model.siteAt(end).stage != site.stage;
        if (stageBorder) {
            auto* line = new QCPItemStraightLine(m_plot);
            line->point1->setCoords(0, end - 0.5);
            line->point2->setCoords(1, end - 0.5);
            line->setPen(QPen(tokens.control, 1.0));
        }
        row = end;
    }
    m_plot->yAxis->setTicker(ticker);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void RoutingMapPlot::applyTheme() {
    const ThemeTokens& tokens = m_theme.tokens();
    const QFont small = smallFont();
    m_plot->setBackground(tokens.panel);
    m_plot->axisRect()->setBackground(tokens.sunken);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis, m_scale->axis()}) {
        axis->setBasePen(QPen(tokens.control, 1.0));
        axis->setTickPen(QPen(tokens.control, 1.0));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(tokens.text2);
        axis->setLabelColor(tokens.text2);
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->setLabelPadding(2);
    }
    m_plot->yAxis->setTickLength(0);
    m_plot->yAxis->setTickLabelPadding(6);
    m_cursor->setPen(QPen(tokens.focus, 2.0));
    updateCells();
    updateLabels();
}

std::optional<QPoint> RoutingMapPlot::cellAt(QPoint position) const {
    if (!m_plot->axisRect()->rect().contains(position)) return std::nullopt;
    const QPoint cell(static_cast<int>(std::lround(m_plot->xAxis->pixelToCoord(position.x()))),
                      static_cast<int>(std::lround(m_plot->yAxis->pixelToCoord(position.y()))));
    if (cell.x() < 0 || cell.y() < 0 || cell.x() >= m_model.columnCount() || cell.y() >= m_model.rowCount())
        return std::nullopt;
    return cell;
}

void RoutingMapPlot::point(std::optional<QPoint> cell) {
    m_pointed = cell;
    m_cursor->setVisible(cell.has_value());
    if (cell) {
        m_cursor->topLeft->setCoords(cell->x() - 0.5, cell->y() - 0.5);
        m_cursor->bottomRight->setCoords(cell->x() + 0.5, cell->y() + 0.5);
        Q_EMIT cellPointed(cell->y(), cell->x());
    } else {
        Q_EMIT nothingPointed();
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

bool RoutingMapPlot::moveCursor(int key) {
    if (m_model.rowCount() == 0) return false;
    QPoint cell = m_pointed.value_or(QPoint(0, 0));
    if (key == Qt::Key_Left)
        cell.rx()--;
    else if (key == Qt::Key_Right)
        cell.rx()++;
    else if (key == Qt::Key_Up)
        cell.ry()--;
    else if (key == Qt::Key_Down)
        cell.ry()++;
    else
        return false;
    point(QPoint(std::clamp(cell.x(), 0, m_model.columnCount() - 1), std::clamp(cell.y(), 0, m_model.rowCount() - 1)));
    return true;
}

bool RoutingMapPlot::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_plot && event->type() == QEvent::MouseMove) {
        const auto cell = cellAt(static_cast<QMouseEvent*>(event)->position().toPoint());
        if (cell != m_pointed) point(cell);
    } else if (watched == m_plot && event->type() == QEvent::Leave) {
        point(std::nullopt);
    } else if (watched == m_plot && event->type() == QEvent::KeyPress) {
        if (moveCursor(static_cast<QKeyEvent*>(event)->key())) return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RoutingMapPlot::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // The layout of the plot follows with its own resize; labels depend on the room it leaves.
    QMetaObject::invokeMethod(this, &RoutingMapPlot::updateLabels, Qt::QueuedConnection);
}

}  // namespace segmoe::ui
