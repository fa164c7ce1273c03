// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/choice_timeline.h"

#include <cmath>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kRoundUp = 1e-6;  ///< the colour map cuts off: keeps whole numbers in their own level

}  // namespace

ChoiceTimeline::ChoiceTimeline(Theme& theme, RoutingController& controller, QWidget* parent)
    : RoutingChart(
          theme, controller, u"routing_choice"_s, chartTitle(),
          RoutingPart::Value | RoutingPart::Step | RoutingPart::Layers | RoutingPart::Expert | RoutingPart::Show,
          parent),
      m_rect(addAxisRect(plot(), 0)),
      m_map(new QCPColorMap(m_rect->axis(QCPAxis::atBottom), m_rect->axis(QCPAxis::atLeft))),
      m_scale(new QCPColorScale(&plot())),
      m_legend(addLegend(plot(), 1)),
      m_rowCursor(new QCPItemRect(&plot())),
      m_columnCursor(new QCPItemRect(&plot())),
      m_hover(new QCPItemRect(&plot())) {
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    m_map->setAntialiased(false);
    m_scale->setType(QCPAxis::atBottom);
    m_scale->setBarWidth(8);
    m_scale->setVisible(false);
    auto* margins = new QCPMarginGroup(&plot());
    m_rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
    m_scale->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
    m_rect->axis(QCPAxis::atLeft)->setRangeReversed(true);
    m_rect->axis(QCPAxis::atBottom)->setLabel(tr("step"));
    for (QCPItemRect* item : {m_rowCursor, m_columnCursor, m_hover}) {
        item->setClipAxisRect(m_rect);
        for (QCPItemPosition* corner : {item->topLeft, item->bottomRight})
            corner->setAxes(m_rect->axis(QCPAxis::atBottom), m_rect->axis(QCPAxis::atLeft));
        item->setVisible(false);
    }
    makeZoomable(*m_rect->axis(QCPAxis::atLeft));
}

void ChoiceTimeline::fillChoices() {
    const auto choices = firstChoices(model(), selection());
    for (int block = 0; block < model().layout().blockCount(); ++block)
        for (int step = 0; step < model().steps(); ++step) {
            const int expert = choices[static_cast<std::size_t>(block)][static_cast<std::size_t>(step)];
            m_map->data()->setCell(step, block, expert < 0 ? kNothing : expert + kRoundUp);
        }
    m_map->setGradient(expertGradient(model().experts(), tokens()));
    m_map->setDataRange({0.0, std::max(1.0, model().experts() - 1.0)});
    showExpertKey(plot(), *m_legend, expertTitles(model()), tokens());
    frame().setCaption(tr("first-ranked expert, %1").arg(kindsText(model(), selection())));
}

void ChoiceTimeline::fillExpert() {
    const Matrix weights = expertTimeline(model(), selection());
    for (int block = 0; block < weights.rows; ++block)
        for (int step = 0; step < weights.columns; ++step) m_map->data()->setCell(step, block, weights.at(block, step));
    m_map->setGradient(gradientFrom(heatStops(HeatPalette::Cividis)));
    m_map->setDataRange({0.0, 1.0});
    m_scale->setGradient(m_map->gradient());
    m_scale->setDataRange({0.0, 1.0});
    frame().setCaption(
        tr("weight of %1, %2, %3; empty = not chosen")
            .arg(expertTitle(model(), selection().expert), kindsText(model(), selection()), valueText(selection())));
}

void ChoiceTimeline::refresh() {
    const int blocks = model().layout().blockCount();
    const int steps = model().steps();
    m_map->data()->setSize(steps, blocks);
    m_map->data()->setRange({0.0, std::max(1.0, steps - 1.0)}, {0.0, std::max(1.0, blocks - 1.0)});
    oneExpert() ? fillExpert() : fillChoices();
    showLegend();
    QCPAxis* stepAxis = m_rect->axis(QCPAxis::atBottom);
    stepAxis->setRange(-0.5, steps - 0.5);
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    const int every = steps > 12 ? 5 : 1;
    for (int step = 0; step < steps; ++step)
        if (step == 0 || (step + 1) % every == 0) ticker->addTick(step, QString::number(step + 1));
    stepAxis->setTicker(ticker);
    m_rect->axis(QCPAxis::atLeft)->setRange(-0.5, blocks - 0.5);
    showBlockTicks(*m_rect->axis(QCPAxis::atLeft), model().layout(), true, smallFont());
    showStageBorders(plot(), *m_rect, model().layout(), Qt::Vertical, tokens());
    markCursor();
    frame().setSummary(tr("Blocks by steps: %1. %n block(s).", "", blocks).arg(frame().caption()));
}

void ChoiceTimeline::showLegend() {
    // Only one of them has a place: an invisible element would still take room.
    QCPLayoutElement* wanted = oneExpert() ? static_cast<QCPLayoutElement*>(m_scale) : m_legend;
    QCPLayoutElement* other = oneExpert() ? static_cast<QCPLayoutElement*>(m_legend) : m_scale;
    wanted->setVisible(true);
    other->setVisible(false);
    QCPLayoutGrid* layout = plot().plotLayout();
    if (wanted->layout()) return;
    if (other->layout()) layout->take(other);
    layout->addElement(1, 0, wanted);
}

void ChoiceTimeline::markCursor() {
    const RoutingSelection& shown = selection();
    const double steps = model().steps() - 0.5;
    const double blocks = model().layout().blockCount() - 0.5;
    m_columnCursor->setVisible(shown.step >= 0);
    m_columnCursor->topLeft->setCoords(shown.step - 0.5, -0.5);
    m_columnCursor->bottomRight->setCoords(shown.step + 0.5, blocks);
    m_rowCursor->setVisible(!shown.blocks.empty());
    if (!shown.blocks.empty()) {
        m_rowCursor->topLeft->setCoords(-0.5, shown.blocks.front() - 0.5);
        m_rowCursor->bottomRight->setCoords(steps, shown.blocks.back() + 0.5);
    }
    for (QCPItemRect* cursor : {m_rowCursor, m_columnCursor}) cursor->setPen(QPen(tokens().focus, 2.0));
    m_hover->setPen(QPen(tokens().text, 1.5));
}

void ChoiceTimeline::showHover(const RoutingHover& hover) {
    const int step = hover.step >= 0 ? hover.step : selection().step;
    m_hover->setVisible(hover.block >= 0 && step >= 0);
    m_hover->topLeft->setCoords(step - 0.5, hover.block - 0.5);
    m_hover->bottomRight->setCoords(step + 0.5, hover.block + 0.5);
    plot().replot(QCustomPlot::rpQueuedReplot);
}

RoutingHover ChoiceTimeline::hoverAt(QPoint position) const {
    if (!m_rect->rect().contains(position)) return {};
    const auto step = static_cast<int>(std::lround(m_rect->axis(QCPAxis::atBottom)->pixelToCoord(position.x())));
    const auto block = static_cast<int>(std::lround(m_rect->axis(QCPAxis::atLeft)->pixelToCoord(position.y())));
    if (step < 0 || step >= model().steps() || block < 0 || block >= model().layout().blockCount()) return {};
    return {.block = block, .kind = selection().kind, .step = step};
}

RoutingHover ChoiceTimeline::hoverOfCell(int row, int column) const {
    return {.block = row, .kind = selection().kind, .step = column};
}

void ChoiceTimeline::pressed(QPoint position, Qt::KeyboardModifiers modifiers) {
    const RoutingHover hover = hoverAt(position);
    if (hover.block < 0) return;
    controller().setStep(hover.step);
    if (selection().blocks != std::vector<int>{hover.block})
        controller().selectBlock(hover.block, modifiers & Qt::ControlModifier);
}

PlotTable ChoiceTimeline::table() const {
    PlotTable table;
    for (int step = 0; step < model().steps(); ++step) table.columns << tr("Step %1").arg(step + 1);
    const Matrix weights = oneExpert() ? expertTimeline(model(), selection()) : Matrix();
    const auto choices = oneExpert() ? std::vector<std::vector<int>>() : firstChoices(model(), selection());
    for (int block = 0; block < model().layout().blockCount(); ++block) {
        QVariantList cells;
        for (int step = 0; step < model().steps(); ++step) {
            if (oneExpert()) {
                cells << plotNumber(weights.at(block, step));
                continue;
            }
            const int expert = choices[static_cast<std::size_t>(block)][static_cast<std::size_t>(step)];
            cells << (expert < 0 ? QVariant() : QVariant(QString(expertLetter(expert))));
        }
        table.addRow(model().layout().blocks[static_cast<std::size_t>(block)].label, cells);
    }
    return table;
}

}  // namespace segmoe::ui
