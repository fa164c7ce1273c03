// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/change_chart.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/expert_palette.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

ChangeChart::ChangeChart(Theme& theme, RoutingController& controller, QWidget* parent)
    : RoutingChart(
          theme, controller, u"routing_delta"_s, chartTitle(),
          RoutingPart::Value | RoutingPart::Step | RoutingPart::Layers | RoutingPart::Expert | RoutingPart::Compare,
          parent),
      m_barRect(addAxisRect(plot(), 0)),
      m_mapRect(addAxisRect(plot(), 1)),
      m_map(new QCPColorMap(m_mapRect->axis(QCPAxis::atBottom), m_mapRect->axis(QCPAxis::atLeft))),
      m_scale(new QCPColorScale(&plot())) {
    m_barRect->setMaximumSize(QWIDGETSIZE_MAX, 130);
    m_barRect->axis(QCPAxis::atLeft)->setLabel(tr("points"));
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    m_map->setAntialiased(false);
    m_scale->setType(QCPAxis::atBottom);
    m_scale->setBarWidth(8);
    plot().plotLayout()->addElement(2, 0, m_scale);
    auto* margins = new QCPMarginGroup(&plot());
    for (QCPLayoutElement* element : std::initializer_list<QCPLayoutElement*>{m_barRect, m_mapRect, m_scale})
        element->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
    m_mapRect->axis(QCPAxis::atLeft)->setRangeReversed(true);
    m_mapRect->axis(QCPAxis::atBottom)->setLabel(tr("step"));
    makeZoomable(*m_mapRect->axis(QCPAxis::atLeft));
}

void ChangeChart::refresh() {
    if (controller().compare().isEmpty()) {
        frame().showReason(tr("Choose a second capture above to see what changed."));
        return;
    }
    const LoadChange change = loadChange(controller().compare(), model(), selection());
    showBars(change.weight);
    showTimeline(change.timeline);
    frame().setCaption(tr("shown minus compared; below the weight of %1, %2")
                           .arg(expertTitle(model(), selection().expert), kindsText(model(), selection())));
    QStringList parts;
    for (std::size_t e = 0; e < change.weight.size(); ++e)
        parts
            << tr("%1 %2 points").arg(QString(expertLetter(static_cast<int>(e))), number(100.0 * change.weight[e], 1));
    frame().setSummary(tr("Change of the load, shown minus compared: %1.").arg(parts.join(u", "_s)));
}

void ChangeChart::showBars(const std::vector<double>& change) {
    QCPAxis* names = m_barRect->axis(QCPAxis::atBottom);
    QCPAxis* points = m_barRect->axis(QCPAxis::atLeft);
    for (QCPBars* bars : m_bars) plot().removePlottable(bars);
    m_bars.clear();
    plot().clearItems();
    double largest = 1.0;
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (std::size_t e = 0; e < change.size(); ++e) {
        const int expert = static_cast<int>(e);
        const double value = 100.0 * change[e];
        largest = std::max(largest, std::abs(value));
        ticker->addTick(expert, QString(expertLetter(expert)));
        QCPBars* bars = m_bars.emplace_back(new QCPBars(names, points));
        bars->setWidth(0.6);
        bars->setBrush(expertBrush(expert, tokens()));
        bars->setPen(QPen(tokens().expertEdge, 1.0));
        bars->addData(expert, value);
        auto* text = new QCPItemText(&plot());
        text->setClipAxisRect(m_barRect);
        text->position->setAxes(names, points);
        text->position->setCoords(expert, value);
        text->setPositionAlignment(Qt::AlignHCenter | (value < 0.0 ? Qt::AlignTop : Qt::AlignBottom));
        text->setFont(smallFont());
        text->setColor(tokens().text);
        text->setText((value > 0.0 ? u"+"_s : QString()) + number(value, 1));
    }
    names->setTicker(ticker);
    names->setRange(-0.6, static_cast<double>(change.size()) - 0.4);
    points->setRange(-1.45 * largest, 1.45 * largest);
    points->grid()->setVisible(true);
}

void ChangeChart::showTimeline(const Matrix& change) {
    m_map->data()->setSize(change.columns, change.rows);
    m_map->data()->setRange({0.0, std::max(1.0, change.columns - 1.0)}, {0.0, std::max(1.0, change.rows - 1.0)});
    double largest = 0.0;
    for (int block = 0; block < change.rows; ++block)
        for (int step = 0; step < change.columns; ++step) {
            m_map->data()->setCell(step, block, change.at(block, step));
            if (!std::isnan(change.at(block, step))) largest = std::max(largest, std::abs(change.at(block, step)));
        }
    const QCPRange range(-std::max(largest, 0.05), std::max(largest, 0.05));
    m_map->setGradient(gradientFrom(divergingStops(tokens())));
    m_map->setDataRange(range);
    m_scale->setGradient(m_map->gradient());
    m_scale->setDataRange(range);
    m_mapRect->axis(QCPAxis::atBottom)->setRange(-0.5, change.columns - 0.5);
    m_mapRect->axis(QCPAxis::atLeft)->setRange(-0.5, change.rows - 0.5);
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (int step = 0; step < change.columns; ++step)
        if (step == 0 || (step + 1) % 5 == 0) ticker->addTick(step, QString::number(step + 1));
    m_mapRect->axis(QCPAxis::atBottom)->setTicker(ticker);
    showBlockTicks(*m_mapRect->axis(QCPAxis::atLeft), model().layout(), true, smallFont());
    showStageBorders(plot(), *m_mapRect, model().layout(), Qt::Vertical, tokens());
}

RoutingHover ChangeChart::hoverAt(QPoint position) const {
    if (!m_mapRect->rect().contains(position) || controller().compare().isEmpty()) return {};
    const auto step = static_cast<int>(std::lround(m_mapRect->axis(QCPAxis::atBottom)->pixelToCoord(position.x())));
    const auto block = static_cast<int>(std::lround(m_mapRect->axis(QCPAxis::atLeft)->pixelToCoord(position.y())));
    if (step < 0 || step >= model().steps() || block < 0 || block >= model().layout().blockCount()) return {};
    return {.block = block, .kind = selection().kind, .step = step};
}

void ChangeChart::pressed(QPoint position, Qt::KeyboardModifiers modifiers) {
    const RoutingHover hover = hoverAt(position);
    if (hover.block < 0) return;
    controller().setStep(hover.step);
    controller().selectBlock(hover.block, modifiers & Qt::ControlModifier);
}

PlotTable ChangeChart::table() const {
    PlotTable table;
    if (controller().compare().isEmpty()) return table;
    table.columns = {tr("Shown"), tr("Compared"), tr("Change")};
    const auto weight = [this](const RoutingModel& from) {
        const ExpertLoad load = expertLoad(from, selection());
        return load.weight.empty() ? load.choices : load.weight;
    };
    const std::vector<double> after = weight(model());
    const std::vector<double> before = weight(controller().compare());
    for (std::size_t e = 0; e < before.size(); ++e)
        table.addRow(expertTitle(model(), static_cast<int>(e)), {after[e], before[e], after[e] - before[e]});
    return table;
}

}  // namespace segmoe::ui
