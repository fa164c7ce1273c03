// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_chart.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

namespace {

constexpr int kTipDelay = 150;
constexpr char kStageLine[] = "stageLine";

/// Leaves out the labels that would touch the one before. Decided when the axis is drawn, so that zooming and resizing
/// count.
class BlockTicker final : public QCPAxisTickerText {
public:
    BlockTicker(QCPAxis& axis, double needed) : m_axis(axis), m_needed(needed) {}

protected:
    QVector<double> createTickVector(double step, const QCPRange& range) override {
        QVector<double> fitting;
        for (const double tick : QCPAxisTickerText::createTickVector(step, range))
            if (fitting.isEmpty() ||
                std::abs(m_axis.coordToPixel(tick) - m_axis.coordToPixel(fitting.back())) >= m_needed)
                fitting.push_back(tick);
        return fitting;
    }

private:
    QCPAxis& m_axis;  ///< owns the ticker
    double m_needed;  ///< pixels
};

}  // namespace

RoutingChart::RoutingChart(Theme& theme, RoutingController& controller, const QString& name, const QString& title,
                           RoutingParts shows, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_controller(controller),
      m_shows(shows | RoutingPart::Capture),
      m_frame(new PlotFrame(theme, name, title, this)),
      m_tokens(&theme.tokens()),
      m_font(plotFont(font())) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    setFocusProxy(m_frame);
    m_frame->plot().installEventFilter(this);
    m_frame->setTableSource([this] { return model().isEmpty() ? PlotTable{} : table(); });
    connect(m_frame, &PlotFrame::restyleWanted, this, [this](const ThemeTokens& tokens, const QFont& font) {
        m_tokens = &tokens;
        m_font = font;
        restyle(tokens, font);
        if (!model().isEmpty() && !m_stale) refresh();
    });
    // Margins and labels are measured with the areas of the layout before: a plot of another size is drawn once more.
    connect(&plot(), &QCustomPlot::afterLayout, this, [this, size = QSize()]() mutable {
        if (std::exchange(size, plot().size()) != size) plot().replot(QCustomPlot::rpQueuedReplot);
    });
    connect(&plot(), &QCustomPlot::mouseDoubleClick, this, &RoutingChart::resetZoom);
    connect(m_frame, &PlotFrame::reasonButtonClicked, this, &RoutingChart::mapsWanted);
    connect(m_frame, &PlotFrame::cursorMoved, this,
            [this](int row, int column) { m_controller.setHover(hoverOfCell(row, column)); });
    connect(&controller, &RoutingController::changed, this, [this](RoutingParts parts) {
        if (parts & m_shows) markStale();
    });
    connect(&controller, &RoutingController::hoverChanged, this, [this](const RoutingHover& hover) {
        if (isVisible() && !m_stale) showHover(hover);
    });
}

void RoutingChart::restyle(const ThemeTokens& tokens, const QFont& font) { stylePlot(plot(), tokens, font); }

void RoutingChart::markStale() {
    m_stale = true;
    if (!isVisible() || m_queued) return;
    m_queued = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_queued = false;
            if (isVisible()) refreshNow();
        },
        Qt::QueuedConnection);
}

void RoutingChart::refreshNow() {
    if (!m_stale) return;
    m_stale = false;
    if (model().isEmpty()) return;
    m_tokens = &m_theme.tokens();
    m_font = plotFont(font());
    m_frame->showReason({});
    refresh();
    restyle(*m_tokens, m_font);
    m_frame->invalidateTable();
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void RoutingChart::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refreshNow();
}

QString RoutingChart::textAt(QPoint position) const {
    const RoutingHover hover = hoverAt(position);
    if (hover.block < 0) return {};
    return decisionText(model(), selection(), hover.block, hover.kind ? hover.kind : selection().kind,
                        hover.step >= 0 ? hover.step : selection().step);
}

bool RoutingChart::eventFilter(QObject* watched, QEvent* event) {
    if (watched != &m_frame->plot() || model().isEmpty()) return QWidget::eventFilter(watched, event);
    switch (event->type()) {
        case QEvent::MouseMove:
            m_tipAt = static_cast<QMouseEvent*>(event)->position().toPoint();
            m_controller.setHover(hoverAt(m_tipAt));
            m_tipTimer.start(kTipDelay, this);
            break;
        case QEvent::Leave:
            m_tipTimer.stop();
            m_controller.setHover({});
            break;
        case QEvent::MouseButtonRelease: {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            if (mouse->button() == Qt::LeftButton) pressed(mouse->position().toPoint(), mouse->modifiers());
            break;
        }
        case QEvent::KeyPress:
            if (keyPressed(*static_cast<QKeyEvent*>(event))) return true;
            break;
        default: break;
    }
    return QWidget::eventFilter(watched, event);
}

bool RoutingChart::keyPressed(const QKeyEvent& event) {
    const bool chooses = event.key() == Qt::Key_Space || event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    const auto cursor = m_frame->cursor();
    if (!chooses || !cursor) return false;
    cellChosen(cursor->y(), cursor->x(), event.modifiers());
    return true;
}

void RoutingChart::cellChosen(int row, int column, Qt::KeyboardModifiers modifiers) {
    const RoutingHover at = hoverOfCell(row, column);
    if (at.block >= 0) m_controller.selectBlock(at.block, modifiers & Qt::ControlModifier);
}

void RoutingChart::timerEvent(QTimerEvent* event) {
    if (event->timerId() != m_tipTimer.timerId()) return QWidget::timerEvent(event);
    m_tipTimer.stop();
    const QString text = textAt(m_tipAt);
    if (!text.isEmpty()) QToolTip::showText(plot().mapToGlobal(m_tipAt), text, &plot());
}

void RoutingChart::makeZoomable(QCPAxis& axis) {
    QCPAxisRect* rect = axis.axisRect();
    rect->setRangeZoom(axis.orientation());
    rect->setRangeDrag(axis.orientation());
    rect->setRangeZoomAxes({&axis});
    rect->setRangeDragAxes({&axis});
    plot().setInteractions(QCP::iRangeZoom | QCP::iRangeDrag);
    connect(&axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [&axis, this](const QCPRange& range) {
        const QCPRange whole(-0.5, std::max(0.5, model().layout().blockCount() - 0.5));
        const QCPRange bounded = range.bounded(whole.lower, whole.upper);
        if (bounded != range) axis.setRange(bounded);
    });
    std::erase_if(m_zoomable, [](const QPointer<QCPAxis>& each) { return each.isNull(); });
    m_zoomable.emplace_back(&axis);
}

bool RoutingChart::isZoomed() const {
    const double blocks = model().isEmpty() ? 0.0 : model().layout().blockCount();
    return std::ranges::any_of(
        m_zoomable, [blocks](const QPointer<QCPAxis>& axis) { return axis && axis->range().size() < blocks - 1e-6; });
}

void RoutingChart::resetZoom() {
    if (m_zoomable.empty()) return;
    for (const QPointer<QCPAxis>& axis : m_zoomable)
        if (axis) axis->setRange(-0.5, model().layout().blockCount() - 0.5);
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void showBlockTicks(QCPAxis& axis, const RoutingLayout& layout, bool labels, const QFont& font) {
    const bool upright = axis.orientation() == Qt::Vertical;
    const QFontMetrics metrics(font);
    const double needed = upright ? metrics.height() + 1 : metrics.horizontalAdvance(QStringLiteral("D2.A0.T3 "));
    QSharedPointer<QCPAxisTickerText> ticker(new BlockTicker(axis, needed));
    if (labels)
        for (int start : layout.stageStarts())
            ticker->addTick(start, layout.blocks[static_cast<std::size_t>(start)].label);
    axis.setTicker(ticker);
}

void showStageBorders(QCustomPlot& plot, QCPAxisRect& rect, const RoutingLayout& layout, Qt::Orientation blockAxis,
                      const ThemeTokens& tokens) {
    for (int i = plot.itemCount() - 1; i >= 0; --i)
        if (plot.item(i)->property(kStageLine).value<QObject*>() == &rect) plot.removeItem(plot.item(i));
    QCPAxis* x = rect.axis(QCPAxis::atBottom);
    QCPAxis* y = rect.axis(QCPAxis::atLeft);
    for (int start : layout.stageStarts()) {
        if (start == 0) continue;
        auto* line = new QCPItemStraightLine(&plot);
        line->setProperty(kStageLine, QVariant::fromValue<QObject*>(&rect));
        line->setClipAxisRect(&rect);
        for (QCPItemPosition* point : {line->point1, line->point2}) point->setAxes(x, y);
        const double at = start - 0.5;
        line->point1->setCoords(blockAxis == Qt::Horizontal ? QPointF(at, 0) : QPointF(0, at));
        line->point2->setCoords(blockAxis == Qt::Horizontal ? QPointF(at, 1) : QPointF(1, at));
        line->setPen(QPen(tokens.text2, 1.0, Qt::DashLine));
    }
}

}  // namespace segmoe::ui
