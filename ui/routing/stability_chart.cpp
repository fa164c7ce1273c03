// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/stability_chart.h"

#include <cmath>
#include <numeric>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

StabilityChart::StabilityChart(Theme& theme, RoutingController& controller, QWidget* parent)
    : RoutingChart(theme, controller, u"routing_stability"_s, chartTitle(), RoutingPart::Step | RoutingPart::Layers,
                   parent),
      m_rect(addAxisRect(plot(), 0)),
      m_legend(addLegend(plot(), 1)),
      m_graphs{},
      m_cursor(new QCPItemStraightLine(&plot())) {
    QCPAxis* x = m_rect->axis(QCPAxis::atBottom);
    QCPAxis* y = m_rect->axis(QCPAxis::atLeft);
    x->setLabel(tr("step"));
    y->setLabel(tr("percent of decisions"));
    y->setRange(0.0, 102.0);
    y->grid()->setVisible(true);
    const std::array names = {tr("as in the last step"), tr("changed since the step before"), tr("changed by rules")};
    for (std::size_t i = 0; i < m_graphs.size(); ++i) {
        m_graphs[i] = new QCPGraph(x, y);
        m_graphs[i]->setName(names[i]);
        m_legend->addItem(new QCPPlottableLegendItem(m_legend, m_graphs[i]));
    }
    m_cursor->setClipAxisRect(m_rect);
    for (QCPItemPosition* point : {m_cursor->point1, m_cursor->point2}) point->setAxes(x, y);
}

void StabilityChart::refresh() {
    m_values = choiceStability(model(), selection());
    const std::array<const std::vector<double>*, 3> curves = {&m_values.agreement, &m_values.flips,
                                                              &m_values.overrides};
    const std::array colors = {tokens().accent, tokens().warn, tokens().error};
    const std::array lines = {Qt::SolidLine, Qt::DashLine, Qt::DotLine};
    for (std::size_t i = 0; i < curves.size(); ++i) {
        QVector<double> keys, values;
        for (std::size_t step = 0; step < curves[i]->size(); ++step) {
            keys << static_cast<double>(step + 1);
            values << 100.0 * (*curves[i])[step];
        }
        m_graphs[i]->setData(keys, values, true);
        m_graphs[i]->setPen(QPen(colors[i], 2.0, lines[i]));
        m_graphs[i]->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, colors[i], 5.0));
    }
    m_rect->axis(QCPAxis::atBottom)->setRange(0.5, model().steps() + 0.5);
    m_cursor->setVisible(selection().step >= 0);
    m_cursor->point1->setCoords(selection().step + 1.0, 0.0);
    m_cursor->point2->setCoords(selection().step + 1.0, 1.0);
    m_cursor->setPen(QPen(tokens().text2, 1.0, Qt::DashLine));
    frame().setCaption(
        tr("chosen sets, %1, %2").arg(kindsText(model(), selection()), blocksText(model(), selection())));
    // The first step from which on nine of ten decisions are final.
    int settled = model().steps();
    for (int step = model().steps() - 1; step >= 0 && m_values.agreement[static_cast<std::size_t>(step)] >= 0.9; --step)
        settled = step + 1;
    frame().setSummary(
        tr("From step %1 of %2 on, nine of ten decisions are as in the last step.").arg(settled).arg(model().steps()));
}

int StabilityChart::stepAt(QPoint position) const {
    if (!m_rect->rect().contains(position)) return -1;
    const auto step = static_cast<int>(std::lround(m_rect->axis(QCPAxis::atBottom)->pixelToCoord(position.x()))) - 1;
    return step >= 0 && step < model().steps() ? step : -1;
}

QString StabilityChart::textAt(QPoint position) const {
    const int step = stepAt(position);
    if (step < 0 || m_values.agreement.empty()) return {};
    const auto s = static_cast<std::size_t>(step);
    QStringList parts{tr("Step %1: %2 as in the last step").arg(step + 1).arg(percent(m_values.agreement[s]))};
    if (step > 0) parts << tr("%1 changed").arg(percent(m_values.flips[s]));
    if (!m_values.overrides.empty()) parts << tr("%1 changed by rules").arg(percent(m_values.overrides[s]));
    return parts.join(u"; "_s);
}

void StabilityChart::pressed(QPoint position, Qt::KeyboardModifiers) {
    if (const int step = stepAt(position); step >= 0) controller().setStep(step);
}

PlotTable StabilityChart::table() const {
    PlotTable table;
    const ChoiceStability values = choiceStability(model(), selection());
    table.columns = {tr("As in the last step"), tr("Changed since the step before"), tr("Changed by rules")};
    for (std::size_t step = 0; step < values.agreement.size(); ++step)
        table.addRow(tr("Step %1").arg(step + 1),
                     {values.agreement[step], plotNumber(values.flips[step]),
                      values.overrides.empty() ? QVariant() : QVariant(values.overrides[step])});
    return table;
}

}  // namespace segmoe::ui
