// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/place_chart.h"

#include <algorithm>
#include <cmath>

#include "ui/bridge/qt_convert.h"
#include "ui/widgets/expert_palette.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

PlaceChart::PlaceChart(Theme& theme, RoutingController& controller, QWidget* parent)
    : RoutingChart(
          theme, controller, u"routing_place"_s, chartTitle(),
          RoutingPart::Value | RoutingPart::Step | RoutingPart::Layers | RoutingPart::Place | RoutingPart::Token,
          parent),
      m_barRect(addAxisRect(plot(), 0)),
      m_blockRect(addAxisRect(plot(), 1)),
      m_through(std::make_unique<StackedShares>(*m_blockRect)),
      m_layer(new QCPItemStraightLine(&plot())) {
    m_barRect->axis(QCPAxis::atBottom)->setRange(0.0, 1.5);  // room for the numbers behind the bars
    QSharedPointer<QCPAxisTickerText> shares(new QCPAxisTickerText);
    for (double share : {0.0, 0.25, 0.5, 0.75, 1.0}) shares->addTick(share, number(share));
    m_barRect->axis(QCPAxis::atBottom)->setTicker(shares);
    m_barRect->axis(QCPAxis::atLeft)->setRangeReversed(true);
    m_blockRect->setMaximumSize(QWIDGETSIZE_MAX, 110);
    m_through->shareAxis().setTicker(QSharedPointer<QCPAxisTickerFixed>(new QCPAxisTickerFixed));
    m_through->shareAxis().setLabel(tr("share"));
    m_layer->setClipAxisRect(m_blockRect);
    for (QCPItemPosition* point : {m_layer->point1, m_layer->point2})
        point->setAxes(m_blockRect->axis(QCPAxis::atBottom), m_blockRect->axis(QCPAxis::atLeft));
    makeZoomable(m_through->keyAxis());
}

PlaceChart::Numbers PlaceChart::numbers() const {
    Numbers values;
    const RoutingDetail* detail = model().detail();
    const int token = selection().token;
    if (token >= 0 && detail && !detail->textPaths.empty()) {
        const TextPath& path = detail->textPaths.front();
        const std::size_t half = selection().half == GuidanceHalf::Negative ? 1 : 0;
        const auto experts = static_cast<std::size_t>(model().experts());
        const std::size_t first = static_cast<std::size_t>(token) * experts;
        if (first + experts > path.preferred[half].size() || first + experts > path.applied[half].size()) return values;
        for (std::size_t e = first; e < first + experts; ++e) {
            values.preferred.push_back(static_cast<double>(path.preferred[half][e]));
            values.applied.push_back(static_cast<double>(path.applied[half][e]));
        }
    } else if (selection().place) {
        const std::vector<int> sites = model().sites(selection());
        const StepSpan span = model().span(selection().step);
        const auto at = [&](ValueKind value) {
            return weightsAt(placeMap(model(), sites, span, value, selection().half), *selection().place);
        };
        values = {.preferred = at(ValueKind::Preferred), .applied = at(ValueKind::Applied)};
    }
    return values;
}

QString PlaceChart::placeText() const {
    const RoutingDetail* detail = model().detail();
    if (selection().token >= 0 && detail && !detail->textPaths.empty()) {
        const auto& words = selection().half == GuidanceHalf::Negative ? detail->textPaths.front().negativeTokens
                                                                       : detail->textPaths.front().tokens;
        const auto token = static_cast<std::size_t>(selection().token);
        return tr("token “%1”").arg(token < words.size() ? toText(words[token]) : QString());
    }
    if (!selection().place) return {};
    const Picture& picture = model().capture()->image.picture;
    const QPointF middle = selection().place->center();
    return tr("%1, %2").arg(std::lround(middle.x() * picture.width)).arg(std::lround(middle.y() * picture.height));
}

void PlaceChart::refresh() {
    if (selection().token < 0 && !model().hasMaps()) {
        frame().showReason(noMapsText(), tr("Render again with maps"));
        return;
    }
    if (selection().token < 0 && !selection().place) {
        frame().showReason(tr("Click the picture to read the weights at one place."));
        return;
    }
    const Numbers values = numbers();
    if (values.preferred.empty()) {
        frame().showReason(selection().token >= 0 ? tr("This half has no such token.")
                                                  : tr("The map shape of these layers is unknown."));
        return;
    }
    showBars(values);
    showThrough();
    frame().setTitle(selection().token >= 0 ? tr("Token") : tr("Place"));
    frame().setCaption(selection().token >= 0
                           ? tr("%1, the whole render").arg(placeText())
                           : tr("%1 · %2, %3, %4")
                                 .arg(placeText(), blocksText(model(), selection()), kindsText(model(), selection()),
                                      stepText(model(), selection().step)));
    QStringList parts;
    for (std::size_t e = 0; e < values.preferred.size(); ++e)
        parts << tr("%1 preferred %2, applied %3")
                     .arg(QString(expertLetter(static_cast<int>(e))), number(values.preferred[e]),
                          number(values.applied[e]));
    frame().setSummary(tr("Weights at %1: %2.").arg(placeText(), parts.join(u"; "_s)));
}

void PlaceChart::showBars(const Numbers& values) {
    QCPAxis* names = m_barRect->axis(QCPAxis::atLeft);
    QCPAxis* weight = m_barRect->axis(QCPAxis::atBottom);
    while (m_groups.size() < values.preferred.size()) {
        auto* group = new QCPBarsGroup(&plot());
        group->setSpacingType(QCPBarsGroup::stAbsolute);
        group->setSpacing(1);
        for (std::vector<QCPBars*>* series : {&m_preferred, &m_applied}) {
            auto* bars = new QCPBars(names, weight);
            bars->setWidth(0.36);
            bars->setBarsGroup(group);
            series->push_back(bars);
        }
        m_groups.push_back(group);
    }
    for (int i = plot().itemCount() - 1; i >= 0; --i)
        if (qobject_cast<QCPItemText*>(plot().item(i))) plot().removeItem(i);
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (std::size_t e = 0; e < m_groups.size(); ++e) {
        const int expert = static_cast<int>(e);
        const bool shown = e < values.preferred.size();
        m_preferred[e]->setData({}, {});
        m_applied[e]->setData({}, {});
        if (!shown) continue;
        ticker->addTick(expert, QFontMetrics(smallFont()).elidedText(expertTitle(model(), expert), Qt::ElideRight, 96));
        m_preferred[e]->setBrush(expertHatch(expert, tokens()));
        m_applied[e]->setBrush(expertBrush(expert, tokens()));
        for (QCPBars* bars : {m_preferred[e], m_applied[e]}) bars->setPen(QPen(tokens().expertEdge, 1.0));
        m_preferred[e]->addData(expert, values.preferred[e]);
        m_applied[e]->addData(expert, values.applied[e]);
        for (bool applied : {false, true}) {
            const double value = applied ? values.applied[e] : values.preferred[e];
            auto* text = new QCPItemText(&plot());
            text->setClipAxisRect(m_barRect);
            text->position->setAxes(weight, names);
            text->position->setCoords(value + 0.015, expert + (applied ? 0.2 : -0.2));
            text->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            text->setFont(smallFont());
            text->setColor(tokens().text);
            text->setText(applied ? (value > 0.0 ? tr("%1 applied").arg(number(value)) : tr("not chosen"))
                                  : tr("%1 preferred").arg(number(value)));
        }
    }
    names->setTicker(ticker);
    names->setRange(-0.6, static_cast<double>(values.preferred.size()) - 0.4);
}

void PlaceChart::showThrough() {
    const bool atPlace = selection().token < 0 && selection().place;
    m_blockRect->setVisible(atPlace);
    if (!atPlace) {
        m_through->clear();
        return;
    }
    m_through->show(weightsAtThroughBlocks(model(), selection(), *selection().place), tokens());
    m_through->keyAxis().setRange(-0.5, model().layout().blockCount() - 0.5);
    m_through->shareAxis().setTicker(QSharedPointer<QCPAxisTickerFixed>(new QCPAxisTickerFixed));
    showBlockTicks(m_through->keyAxis(), model().layout(), true, smallFont());
    showStageBorders(plot(), *m_blockRect, model().layout(), Qt::Horizontal, tokens());
    const bool one = selection().blocks.size() == 1;
    m_layer->setVisible(one);
    if (!one) return;
    m_layer->point1->setCoords(selection().blocks[0], 0.0);
    m_layer->point2->setCoords(selection().blocks[0], 1.0);
    m_layer->setPen(QPen(tokens().focus, 2.0));
}

RoutingHover PlaceChart::hoverAt(QPoint position) const {
    if (!m_blockRect->visible() || !m_blockRect->rect().contains(position)) return {};
    const auto block = static_cast<int>(std::lround(m_through->keyAxis().pixelToCoord(position.x())));
    if (block < 0 || block >= model().layout().blockCount()) return {};
    return {.block = block, .kind = selection().kind, .step = selection().step};
}

void PlaceChart::pressed(QPoint position, Qt::KeyboardModifiers modifiers) {
    if (const RoutingHover hover = hoverAt(position); hover.block >= 0)
        controller().selectBlock(hover.block, modifiers & Qt::ControlModifier);
}

PlotTable PlaceChart::table() const {
    PlotTable table;
    table.columns = {tr("Preferred"), tr("Applied")};
    const Numbers values = numbers();
    for (std::size_t e = 0; e < values.preferred.size(); ++e)
        table.addRow(expertTitle(model(), static_cast<int>(e)), {values.preferred[e], values.applied[e]});
    return table;
}

}  // namespace segmoe::ui
