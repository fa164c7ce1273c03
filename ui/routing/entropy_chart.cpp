// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/entropy_chart.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

EntropyChart::EntropyChart(Theme& theme, RoutingController& controller, QWidget* parent)
    : RoutingChart(theme, controller, u"routing_entropy"_s, chartTitle(),
                   RoutingPart::Value | RoutingPart::Step | RoutingPart::Layers, parent),
      m_blocks(makeBand(0, tr("block"))),
      m_steps(makeBand(1, tr("step"))) {
    auto* margins = new QCPMarginGroup(&plot());
    for (const Band& band : {m_blocks, m_steps}) band.rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
    makeZoomable(*m_blocks.rect->axis(QCPAxis::atBottom));
}

EntropyChart::Band EntropyChart::makeBand(int row, const QString& label) {
    QCPAxisRect* rect = addAxisRect(plot(), row);
    QCPAxis* x = rect->axis(QCPAxis::atBottom);
    QCPAxis* y = rect->axis(QCPAxis::atLeft);
    x->setLabel(label);
    y->setRange(0.0, 1.0);
    y->setLabel(tr("entropy ÷ log E"));
    y->grid()->setVisible(true);
    Band band{.rect = rect,
              .low = new QCPGraph(x, y),
              .high = new QCPGraph(x, y),
              .mean = new QCPGraph(x, y),
              .tracer = new QCPItemTracer(&plot())};
    band.high->setChannelFillGraph(band.low);
    band.tracer->setClipAxisRect(rect);
    band.tracer->position->setAxes(x, y);
    band.tracer->setStyle(QCPItemTracer::tsCircle);
    band.tracer->setSize(8);
    band.tracer->setVisible(false);
    return band;
}

void EntropyChart::fill(Band& band, const EntropyCurve& curve) {
    QVector<double> keys(static_cast<qsizetype>(curve.mean.size()));
    std::iota(keys.begin(), keys.end(), 0.0);
    const auto values = [](const std::vector<double>& from) { return QVector<double>(from.begin(), from.end()); };
    band.low->setData(keys, values(curve.low), true);
    band.high->setData(keys, values(curve.high), true);
    band.mean->setData(keys, values(curve.mean), true);
    QColor range = tokens().accent;
    range.setAlphaF(0.22F);
    band.high->setBrush(range);
    QColor edge = tokens().accent;
    edge.setAlphaF(0.5F);
    for (QCPGraph* graph : {band.low, band.high}) graph->setPen(QPen(edge, 1.0));
    band.mean->setPen(QPen(tokens().accent, 2.0));
    band.tracer->setGraph(keys.isEmpty() ? nullptr : band.mean);  // QCustomPlot complains of an empty one
    band.tracer->setPen(QPen(tokens().text, 2.0));
    band.tracer->setBrush(tokens().panel);
    band.rect->axis(QCPAxis::atBottom)->setRange(-0.5, static_cast<double>(keys.size()) - 0.5);
}

void EntropyChart::refresh() {
    if (!model().hasMeans()) {
        frame().showReason(noMeansText(), tr("Render again with maps"));
        return;
    }
    const EntropyCurve blocks = entropyOverBlocks(model(), selection());
    const EntropyCurve steps = entropyOverSteps(model(), selection());
    fill(m_blocks, blocks);
    fill(m_steps, steps);
    showBlockTicks(*m_blocks.rect->axis(QCPAxis::atBottom), model().layout(), true, smallFont());
    showStageBorders(plot(), *m_blocks.rect, model().layout(), Qt::Horizontal, tokens());
    m_steps.tracer->setVisible(selection().step >= 0);
    m_steps.tracer->setGraphKey(selection().step);
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (int step = 0; step < model().steps(); ++step)
        if (step == 0 || (step + 1) % 5 == 0) ticker->addTick(step, QString::number(step + 1));
    m_steps.rect->axis(QCPAxis::atBottom)->setTicker(ticker);
    frame().setCaption(tr("0 = sure, 1 = undecided; above %1, below %2; band = smallest to largest")
                           .arg(stepText(model(), selection().step), blocksText(model(), selection())));
    if (!steps.mean.empty())
        frame().setSummary(
            tr("Entropy of the preference divided by log E, %1. First step %2, last step %3.")
                .arg(kindsText(model(), selection()), number(steps.mean.front()), number(steps.mean.back())));
}

int EntropyChart::keyAt(const Band& band, QPoint position, int count) const {
    if (!band.rect->rect().contains(position)) return -1;
    const auto key = static_cast<int>(std::lround(band.rect->axis(QCPAxis::atBottom)->pixelToCoord(position.x())));
    return key >= 0 && key < count ? key : -1;
}

RoutingHover EntropyChart::hoverAt(QPoint position) const {
    const int block = keyAt(m_blocks, position, model().layout().blockCount());
    return block < 0 ? RoutingHover{}
                     : RoutingHover{.block = block, .kind = selection().kind, .step = selection().step};
}

void EntropyChart::showHover(const RoutingHover& hover) {
    m_blocks.tracer->setVisible(hover.block >= 0);
    m_blocks.tracer->setGraphKey(hover.block);
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void EntropyChart::pressed(QPoint position, Qt::KeyboardModifiers modifiers) {
    if (const int block = keyAt(m_blocks, position, model().layout().blockCount()); block >= 0)
        controller().selectBlock(block, modifiers & Qt::ControlModifier);
    if (const int step = keyAt(m_steps, position, model().steps()); step >= 0) controller().setStep(step);
}

PlotTable EntropyChart::table() const {
    PlotTable table;
    table.columns = {tr("Mean"), tr("Smallest"), tr("Largest")};
    const auto add = [&table](const EntropyCurve& curve, auto&& name) {
        for (std::size_t i = 0; i < curve.mean.size(); ++i)
            table.addRow(name(static_cast<int>(i)),
                         {plotNumber(curve.mean[i]), plotNumber(curve.low[i]), plotNumber(curve.high[i])});
    };
    add(entropyOverBlocks(model(), selection()),
        [this](int block) { return model().layout().blocks[static_cast<std::size_t>(block)].label; });
    add(entropyOverSteps(model(), selection()), [](int step) { return tr("Step %1").arg(step + 1); });
    return table;
}

}  // namespace segmoe::ui
