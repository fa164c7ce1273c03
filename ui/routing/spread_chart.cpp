// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/spread_chart.h"

#include <cmath>

#include "ui/widgets/expert_palette.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

SpreadChart::SpreadChart(Theme& theme, RoutingController& controller, QWidget* parent)
    : RoutingChart(theme, controller, u"routing_spread"_s, chartTitle(),
                   RoutingPart::Value | RoutingPart::Step | RoutingPart::Layers | RoutingPart::Expert, parent),
      m_rect(addAxisRect(plot(), 0)),
      m_boxes(new QCPStatisticalBox(m_rect->axis(QCPAxis::atBottom), m_rect->axis(QCPAxis::atLeft))) {
    m_rect->axis(QCPAxis::atLeft)->setRange(-0.02, 1.02);
    m_rect->axis(QCPAxis::atLeft)->setLabel(tr("applied weight"));
    m_rect->axis(QCPAxis::atLeft)->grid()->setVisible(true);
    m_boxes->setWidth(0.7);
    m_boxes->setWhiskerWidth(0.4);
    makeZoomable(*m_rect->axis(QCPAxis::atBottom));
}

void SpreadChart::refresh() {
    if (!model().hasMaps()) {
        frame().showReason(noMapsText(), tr("Render again with maps"));
        return;
    }
    if (model().k() < 2) {
        frame().showReason(tr("With one active expert the applied weight is the same everywhere."));
        return;
    }
    m_boxes->data()->clear();
    const std::vector<PlaceSpread> spreads = placeSpreads(model(), selection());
    double widest = -1.0;
    int widestBlock = 0;
    for (std::size_t block = 0; block < spreads.size(); ++block) {
        const PlaceSpread& spread = spreads[block];
        // A block that never chose the expert has nothing to spread.
        if (std::isnan(spread.median) || spread.high <= 0.0) continue;
        m_boxes->addData(static_cast<double>(block), spread.low, spread.lowerQuartile, spread.median,
                         spread.upperQuartile, spread.high);
        if (spread.high - spread.low > widest) {
            widest = spread.high - spread.low;
            widestBlock = static_cast<int>(block);
        }
    }
    const ExpertLook look = expertLook(selection().expert, tokens());
    m_boxes->setBrush(look.fill);
    m_boxes->setPen(QPen(tokens().expertEdge, 1.0));
    m_boxes->setMedianPen(QPen(look.onFill, 2.0));
    m_boxes->setWhiskerPen(QPen(tokens().text2, 1.0));
    m_boxes->setWhiskerBarPen(QPen(tokens().text2, 1.0));
    m_rect->axis(QCPAxis::atBottom)->setRange(-0.5, model().layout().blockCount() - 0.5);
    showBlockTicks(*m_rect->axis(QCPAxis::atBottom), model().layout(), true, smallFont());
    showStageBorders(plot(), *m_rect, model().layout(), Qt::Horizontal, tokens());
    frame().setCaption(tr("%1 over the places, %2, %3; box = middle half, line = median")
                           .arg(expertTitle(model(), selection().expert), kindsText(model(), selection()),
                                stepText(model(), selection().step)));
    frame().setSummary(widest < 0.0
                           ? tr("%1 is not chosen in these layers.").arg(expertTitle(model(), selection().expert))
                           : tr("Spread of the weight of %1 over the places. Widest in %2: %3 to %4.")
                                 .arg(expertTitle(model(), selection().expert),
                                      model().layout().blocks[static_cast<std::size_t>(widestBlock)].label,
                                      number(spreads[static_cast<std::size_t>(widestBlock)].low),
                                      number(spreads[static_cast<std::size_t>(widestBlock)].high)));
}

RoutingHover SpreadChart::hoverAt(QPoint position) const {
    if (!m_rect->rect().contains(position)) return {};
    const auto block = static_cast<int>(std::lround(m_rect->axis(QCPAxis::atBottom)->pixelToCoord(position.x())));
    if (block < 0 || block >= model().layout().blockCount()) return {};
    return {.block = block, .kind = selection().kind, .step = selection().step};
}

void SpreadChart::pressed(QPoint position, Qt::KeyboardModifiers modifiers) {
    if (const RoutingHover hover = hoverAt(position); hover.block >= 0)
        controller().selectBlock(hover.block, modifiers & Qt::ControlModifier);
}

PlotTable SpreadChart::table() const {
    PlotTable table;
    if (!model().hasMaps() || model().k() < 2) return table;
    table.columns = {tr("Smallest"), tr("Lower quartile"), tr("Median"), tr("Upper quartile"), tr("Largest")};
    const std::vector<PlaceSpread> spreads = placeSpreads(model(), selection());
    for (std::size_t block = 0; block < spreads.size(); ++block)
        table.addRow(model().layout().blocks[block].label,
                     {plotNumber(spreads[block].low), plotNumber(spreads[block].lowerQuartile),
                      plotNumber(spreads[block].median), plotNumber(spreads[block].upperQuartile),
                      plotNumber(spreads[block].high)});
    return table;
}

}  // namespace segmoe::ui
