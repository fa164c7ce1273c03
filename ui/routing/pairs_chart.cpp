// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/pairs_chart.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

PairsChart::PairsChart(Theme& theme, RoutingController& controller, QWidget* parent)
    : RoutingChart(theme, controller, u"routing_pairs"_s, chartTitle(), RoutingPart::Step | RoutingPart::Layers,
                   parent),
      m_rect(addAxisRect(plot(), 0)),
      m_map(new QCPColorMap(m_rect->axis(QCPAxis::atBottom), m_rect->axis(QCPAxis::atLeft))),
      m_scale(new QCPColorScale(&plot())) {
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    m_map->setAntialiased(false);
    m_scale->setType(QCPAxis::atBottom);
    m_scale->setBarWidth(8);
    m_scale->setMargins(QMargins(40, 0, 40, 20));
    plot().plotLayout()->addElement(1, 0, m_scale);
    m_rect->axis(QCPAxis::atLeft)->setRangeReversed(true);
}

void PairsChart::refresh() {
    m_pairs = expertPairs(model(), selection());
    const int experts = model().experts();
    m_map->data()->setSize(experts, experts);
    m_map->data()->setRange({0.0, std::max(1.0, experts - 1.0)}, {0.0, std::max(1.0, experts - 1.0)});
    double largest = 0.0;
    for (int row = 0; row < experts; ++row)
        for (int column = 0; column < experts; ++column) {
            const double value = m_pairs.share.at(row, column);
            m_map->data()->setCell(column, row, value);
            if (!std::isnan(value)) largest = std::max(largest, value);
        }
    const QCPRange range(0.0, largest > 0.0 ? largest : 1.0);
    m_map->setGradient(gradientFrom(heatStops(HeatPalette::Cividis)));
    m_map->setDataRange(range);
    m_scale->setGradient(m_map->gradient());
    m_scale->setDataRange(range);
    // The names stand at the left; below the columns there is room for their letters.
    QSharedPointer<QCPAxisTickerText> names(new QCPAxisTickerText), letters(new QCPAxisTickerText);
    for (int expert = 0; expert < experts; ++expert) {
        names->addTick(expert, QFontMetrics(smallFont()).elidedText(expertTitle(model(), expert), Qt::ElideRight, 96));
        letters->addTick(expert, QString(expertLetter(expert)));
    }
    m_rect->axis(QCPAxis::atLeft)->setTicker(names);
    m_rect->axis(QCPAxis::atBottom)->setTicker(letters);
    for (QCPAxis* axis : {m_rect->axis(QCPAxis::atBottom), m_rect->axis(QCPAxis::atLeft)})
        axis->setRange(-0.5, experts - 0.5);
    m_rect->axis(QCPAxis::atLeft)->setLabel(m_pairs.changes ? tr("from") : QString());
    m_rect->axis(QCPAxis::atBottom)->setLabel(m_pairs.changes ? tr("to") : QString());
    m_scale->axis()->setLabel(m_pairs.changes ? tr("share of all changes") : tr("chosen together ÷ chosen either"));
    showCells();
    frame().setCaption(m_pairs.changes ? tr("%n change(s) between steps, %1, %2", "", m_pairs.decisions)
                                             .arg(kindsText(model(), selection()), blocksText(model(), selection()))
                                       : tr("%n decision(s), %1, %2, %3", "", m_pairs.decisions)
                                             .arg(kindsText(model(), selection()), blocksText(model(), selection()),
                                                  stepText(model(), selection().step)));
    frame().setSummary(m_pairs.changes
                           ? tr("How often a choice changes from one expert to another: %1.").arg(frame().caption())
                           : tr("How often two experts are chosen together: %1.").arg(frame().caption()));
}

void PairsChart::showCells() {
    plot().clearItems();
    const double top = m_map->dataRange().upper;
    for (int row = 0; row < model().experts(); ++row)
        for (int column = 0; column < model().experts(); ++column) {
            const double value = m_pairs.share.at(row, column);
            auto* text = new QCPItemText(&plot());
            text->setClipAxisRect(m_rect);
            text->position->setAxes(m_rect->axis(QCPAxis::atBottom), m_rect->axis(QCPAxis::atLeft));
            text->position->setCoords(column, row);
            text->setFont(smallFont());
            text->setText(std::isnan(value) ? (row == column ? u"–"_s : QString()) : number(value));
            const QColor cell = std::isnan(value) ? tokens().panel : heatColor(HeatPalette::Cividis, value / top);
            text->setColor(contrastRatio(cell, Qt::white) > contrastRatio(cell, Qt::black) ? Qt::white : Qt::black);
            if (std::isnan(value)) text->setColor(tokens().text2);
        }
}

QString PairsChart::textAt(QPoint position) const {
    if (!m_rect->rect().contains(position)) return {};
    const auto column = static_cast<int>(std::lround(m_rect->axis(QCPAxis::atBottom)->pixelToCoord(position.x())));
    const auto row = static_cast<int>(std::lround(m_rect->axis(QCPAxis::atLeft)->pixelToCoord(position.y())));
    if (row == column || std::min(row, column) < 0 || std::max(row, column) >= m_pairs.share.rows) return {};
    const QString share = number(m_pairs.share.at(row, column), 3);
    if (m_pairs.changes)
        return tr("%1 to %2: %3 of all changes").arg(expertTitle(model(), row), expertTitle(model(), column), share);
    return tr("%1 and %2: together in %3 of the decisions that choose either; lift %4")
        .arg(expertTitle(model(), row), expertTitle(model(), column), share, number(m_pairs.lift.at(row, column)));
}

PlotTable PairsChart::table() const {
    PlotTable table;
    const ExpertPairs pairs = expertPairs(model(), selection());
    table.columns = expertTitles(model());
    if (!pairs.changes)
        for (const QString& title : expertTitles(model())) table.columns << tr("%1 lift").arg(title);
    for (int row = 0; row < pairs.share.rows; ++row) {
        QVariantList cells;
        for (int column = 0; column < pairs.share.columns; ++column) cells << plotNumber(pairs.share.at(row, column));
        for (int column = 0; column < pairs.lift.columns; ++column) cells << plotNumber(pairs.lift.at(row, column));
        table.addRow(expertTitle(model(), row), cells);
    }
    return table;
}

}  // namespace segmoe::ui
