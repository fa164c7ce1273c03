// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/load_chart.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/expert_palette.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kGroup = 0.84;      ///< of an expert's row
constexpr double kLightShare = 0.5;  ///< colour of the share of choices

}  // namespace

LoadChart::LoadChart(Theme& theme, RoutingController& controller, QWidget* parent)
    : RoutingChart(theme, controller, u"routing_load"_s, chartTitle(),
                   RoutingPart::Value | RoutingPart::Step | RoutingPart::Layers | RoutingPart::Compare, parent),
      m_rect(addAxisRect(plot(), 0)),
      m_even(new QCPItemStraightLine(&plot())) {
    m_rect->axis(QCPAxis::atLeft)->setRangeReversed(true);
    m_rect->axis(QCPAxis::atBottom)->setLabel(tr("share, percent"));
    m_even->setClipAxisRect(m_rect);
    for (QCPItemPosition* point : {m_even->point1, m_even->point2})
        point->setAxes(m_rect->axis(QCPAxis::atBottom), m_rect->axis(QCPAxis::atLeft));
}

std::vector<LoadChart::Series> LoadChart::series() const {
    std::vector<Series> all;
    const auto add = [&](const RoutingModel& from, bool second) {
        const ExpertLoad load = expertLoad(from, selection());
        const QString weight = selection().value == ValueKind::Preferred ? tr("preference") : tr("weight");
        all.push_back({second ? tr("choices, compared") : tr("choices"), load.choices, second, true});
        if (!load.weight.empty())
            all.push_back({second ? tr("%1, compared").arg(weight) : weight, load.weight, second, false});
    };
    add(model(), false);
    if (!controller().compare().isEmpty()) add(controller().compare(), true);
    return all;
}

void LoadChart::refresh() {
    const std::vector<Series> all = series();
    if (all.empty() || model().experts() == 0) return;
    showBars(all);
    const double even = 100.0 / model().experts();
    m_even->point1->setCoords(even, 0.0);
    m_even->point2->setCoords(even, 1.0);
    m_even->setPen(QPen(tokens().text, 1.0, Qt::DotLine));
    frame().setCaption(selectionText(model(), selection()));
    const std::vector<double>& main = all.size() > 1 ? all[1].values : all[0].values;
    QStringList parts;
    std::vector<int> order;
    for (int e = 0; e < model().experts(); ++e) order.push_back(e);
    std::ranges::sort(
        order, [&main](int a, int b) { return main[static_cast<std::size_t>(a)] > main[static_cast<std::size_t>(b)]; });
    for (int e : order) parts << tr("%1 %2").arg(QString(expertLetter(e)), percent(main[static_cast<std::size_t>(e)]));
    frame().setSummary(tr("Load by expert, %1. %2. Even share is %3.")
                           .arg(selectionText(model(), selection()), parts.join(u", "_s), percent(even / 100.0)));
}

void LoadChart::showBars(const std::vector<Series>& all) {
    for (QCPBars* bars : m_bars) plot().removePlottable(bars);
    m_bars.clear();
    for (QCPBarsGroup* group : m_groups) delete group;
    m_groups.clear();
    for (int i = plot().itemCount() - 1; i >= 0; --i)
        if (qobject_cast<QCPItemText*>(plot().item(i))) plot().removeItem(i);
    QCPAxis* names = m_rect->axis(QCPAxis::atLeft);
    QCPAxis* share = m_rect->axis(QCPAxis::atBottom);
    const double width = kGroup / static_cast<double>(all.size());
    double largest = 0.0;
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (int expert = 0; expert < model().experts(); ++expert) {
        ticker->addTick(expert, QFontMetrics(smallFont()).elidedText(expertTitle(model(), expert), Qt::ElideRight, 96));
        QCPBarsGroup* group = m_groups.emplace_back(new QCPBarsGroup(&plot()));
        group->setSpacingType(QCPBarsGroup::stPlotCoords);
        group->setSpacing(0.0);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const double value = 100.0 * all[i].values[static_cast<std::size_t>(expert)];
            largest = std::max(largest, value);
            QCPBars* bars = m_bars.emplace_back(new QCPBars(names, share));
            bars->setWidth(width * 0.9);
            bars->setBarsGroup(group);
            bars->setBrush(all[i].hatched ? expertHatch(expert, tokens())
                                          : expertBrush(expert, tokens(), all[i].light ? kLightShare : 1.0));
            bars->setPen(QPen(tokens().expertEdge, 1.0));
            bars->addData(expert, value);
            auto* text = new QCPItemText(&plot());
            text->setClipAxisRect(m_rect);
            text->position->setAxes(share, names);
            text->position->setCoords(
                value + 1.0, expert + (static_cast<double>(i) - (static_cast<double>(all.size()) - 1.0) / 2.0) * width);
            text->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            text->setFont(smallFont());
            text->setColor(tokens().text);
            text->setText(tr("%1 %2").arg(number(value, 1), all[i].name));
        }
    }
    names->setTicker(ticker);
    names->setRange(-0.6, model().experts() - 0.4);
    share->setRange(0.0, std::min(150.0, std::max(largest * 1.5, 140.0 / model().experts())));
}

void LoadChart::pressed(QPoint position, Qt::KeyboardModifiers) {
    if (!m_rect->rect().contains(position)) return;
    const auto expert = static_cast<int>(std::lround(m_rect->axis(QCPAxis::atLeft)->pixelToCoord(position.y())));
    controller().setExpert(expert, true);
}

PlotTable LoadChart::table() const {
    PlotTable table;
    const std::vector<Series> all = series();
    for (const Series& each : all) table.columns << each.name;
    for (int expert = 0; expert < model().experts(); ++expert) {
        QVariantList cells;
        for (const Series& each : all) cells << each.values[static_cast<std::size_t>(expert)];
        table.addRow(expertTitle(model(), expert), cells);
    }
    return table;
}

}  // namespace segmoe::ui
