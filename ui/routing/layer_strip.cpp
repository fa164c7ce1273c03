// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/layer_strip.h"

#include <algorithm>
#include <cmath>

#include <QContextMenuEvent>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLabelGap = 8;  ///< tick, padding and a line of air

QCPItemRect* outline(QCustomPlot& plot, QCPAxisRect& rect) {
    auto* item = new QCPItemRect(&plot);
    item->setClipAxisRect(&rect);
    for (QCPItemPosition* corner : {item->topLeft, item->bottomRight})
        corner->setAxes(rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft));
    item->setBrush(Qt::NoBrush);
    return item;
}

}  // namespace

LayerStrip::LayerStrip(Theme& theme, RoutingController& controller, QWidget* parent)
    : RoutingChart(theme, controller, u"routing_strip"_s, tr("Layers"),
                   RoutingPart::Value | RoutingPart::Step | RoutingPart::Layers, parent) {
    frame().plot().setToolTip({});
    // Just before the plot lays itself out: its height is known then.
    connect(&frame().plot(), &QCustomPlot::beforeReplot, this, &LayerStrip::levelRows);
}

void LayerStrip::buildRows() {
    const std::vector<SiteKind>& kinds = model().layout().kinds;
    const bool same = std::ranges::equal(kinds, m_rows, {}, {}, &Row::kind);
    if (same) return;
    m_marks.clear();
    m_rows.clear();
    plot().clearItems();
    plot().clearPlottables();
    plot().plotLayout()->clear();
    plot().plotLayout()->setRowSpacing(2);
    auto* margins = new QCPMarginGroup(&plot());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        QCPAxisRect* rect = addAxisRect(plot(), static_cast<int>(i));
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
        rect->setMinimumSize(10, 4);  // else 50 pixels are asked for, and rows share what is there by that
        rect->setMinimumMargins(QMargins(4, 1, 8, 1));
        rect->setAutoMargins(QCP::msLeft | QCP::msRight);  // above and below: levelRows()
        Row& row = m_rows.emplace_back(Row{kinds[i], std::make_unique<StackedShares>(*rect), nullptr});
        row.hover = outline(plot(), *rect);
        row.hover->setVisible(false);
        QSharedPointer<QCPAxisTickerText> name(new QCPAxisTickerText);
        name->addTick(0.5, kindText(kinds[i]));
        row.shares->shareAxis().setTicker(name);
        makeZoomable(row.shares->keyAxis());
    }
    for (std::size_t i = 1; i < m_rows.size(); ++i) {
        QCPAxis& first = m_rows[0].shares->keyAxis();
        QCPAxis& other = m_rows[i].shares->keyAxis();
        connect(&first, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), &other,
                qOverload<const QCPRange&>(&QCPAxis::setRange));
        connect(&other, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), &first,
                qOverload<const QCPRange&>(&QCPAxis::setRange));
    }
    if (!m_rows.empty()) m_rows[0].shares->keyAxis().setRange(-0.5, model().layout().blockCount() - 0.5);
}

void LayerStrip::levelRows() {
    if (m_rows.empty()) return;
    // The lowest row carries the labels below it: it gets that much more, so that all bars are equally high.
    const int labels = QFontMetrics(smallFont()).height() + kLabelGap;
    const auto rows = static_cast<int>(m_rows.size());
    QCPLayoutGrid& layout = *plot().plotLayout();
    const double bars = (plot().height() - (rows - 1) * layout.rowSpacing() - (2 * rows - 1) - labels) / double(rows);
    for (int i = 0; i < rows; ++i) {
        const int below = i + 1 == rows ? labels : 1;
        QCPAxisRect& rect = m_rows[static_cast<std::size_t>(i)].shares->rect();
        rect.setMargins(QMargins(rect.margins().left(), 1, rect.margins().right(), below));
        layout.setRowStretchFactor(i, std::max(1.0, bars + 1 + below));
    }
}

void LayerStrip::refresh() {
    buildRows();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        StackedShares& shares = *m_rows[i].shares;
        shares.show(blockWeights(model(), selection(), m_rows[i].kind), tokens());
        showBlockTicks(shares.keyAxis(), model().layout(), i + 1 == m_rows.size(), smallFont());
        shares.keyAxis().setTickLabels(i + 1 == m_rows.size());
        showStageBorders(plot(), shares.rect(), model().layout(), Qt::Horizontal, tokens());
        m_rows[i].hover->setPen(QPen(tokens().text, 1.5));
    }
    markSelection();
    frame().setCaption(tr("%n block(s); height = share of the experts, %1, %2", "", model().layout().blockCount())
                           .arg(stepText(model(), selection().step), valueText(selection())));
    frame().setSummary(summaryText());
}

QString LayerStrip::summaryText() const {
    const std::vector<double> all =
        model().weights(model().sites({}), model().span(selection().step), selection().value, selection().half);
    QStringList parts;
    for (std::size_t e = 0; e < all.size(); ++e)
        parts << tr("%1 %2").arg(QString(expertLetter(static_cast<int>(e))), percent(all[e]));
    return tr("Shares of the experts along %n block(s). Mean: %1.", "", model().layout().blockCount())
        .arg(parts.join(u", "_s));
}

void LayerStrip::markSelection() {
    for (QCPItemRect* mark : m_marks) plot().removeItem(mark);
    m_marks.clear();
    const std::vector<int>& blocks = selection().blocks;
    for (const Row& row : m_rows) {
        if (selection().kind && *selection().kind != row.kind) continue;
        for (std::size_t i = 0; i < blocks.size();) {
            std::size_t end = i + 1;
            while (end < blocks.size() && blocks[end] == blocks[end - 1] + 1) ++end;
            QCPItemRect* mark = m_marks.emplace_back(outline(plot(), row.shares->rect()));
            mark->setPen(QPen(tokens().focus, 3.0));
            mark->topLeft->setCoords(blocks[i] - 0.5, 1.0);
            mark->bottomRight->setCoords(blocks[end - 1] + 0.5, 0.0);
            i = end;
        }
    }
}

void LayerStrip::showHover(const RoutingHover& hover) {
    for (const Row& row : m_rows) {
        row.hover->setVisible(hover.block >= 0 && (!hover.kind || *hover.kind == row.kind));
        row.hover->topLeft->setCoords(hover.block - 0.5, 1.0);
        row.hover->bottomRight->setCoords(hover.block + 0.5, 0.0);
    }
    plot().replot(QCustomPlot::rpQueuedReplot);
}

int LayerStrip::blockAt(QPoint position) const {
    if (m_rows.empty()) return -1;
    const auto block = static_cast<int>(std::lround(m_rows[0].shares->keyAxis().pixelToCoord(position.x())));
    return block >= 0 && block < model().layout().blockCount() ? block : -1;
}

RoutingHover LayerStrip::hoverAt(QPoint position) const {
    for (const Row& row : m_rows)
        if (row.shares->rect().rect().contains(position))
            return {.block = blockAt(position), .kind = row.kind, .step = selection().step};
    return {};
}

RoutingHover LayerStrip::hoverOfCell(int row, int) const {
    const int kinds = static_cast<int>(model().layout().kinds.size());
    return {.block = row / kinds, .kind = model().layout().kinds[static_cast<std::size_t>(row % kinds)]};
}

void LayerStrip::pressed(QPoint position, Qt::KeyboardModifiers modifiers) {
    const RoutingHover hover = hoverAt(position);
    if (hover.block < 0) return;
    if (hover.kind && selection().kind && modifiers == Qt::NoModifier) controller().setKind(hover.kind);
    choose(hover.block, modifiers);
}

void LayerStrip::cellChosen(int row, int column, Qt::KeyboardModifiers modifiers) {
    choose(hoverOfCell(row, column).block, modifiers);
}

void LayerStrip::choose(int block, Qt::KeyboardModifiers modifiers) {
    if (modifiers & Qt::ShiftModifier && m_anchor >= 0) {
        std::vector<int> range;
        for (int each = std::min(m_anchor, block); each <= std::max(m_anchor, block); ++each) range.push_back(each);
        controller().setBlocks(range);
        return;
    }
    m_anchor = block;
    controller().selectBlock(block, modifiers & Qt::ControlModifier);
}

void LayerStrip::contextMenuEvent(QContextMenuEvent* event) {
    Q_EMIT menuWanted(blockAt(plot().mapFromGlobal(event->globalPos())), event->globalPos());
    event->accept();
}

PlotTable LayerStrip::table() const {
    PlotTable table;
    table.columns = expertTitles(model());
    std::vector<Matrix> shares;
    for (SiteKind kind : model().layout().kinds) shares.push_back(blockWeights(model(), selection(), kind));
    for (int block = 0; block < model().layout().blockCount(); ++block)
        for (std::size_t k = 0; k < shares.size(); ++k) {
            QVariantList cells;
            for (int expert = 0; expert < model().experts(); ++expert) cells << plotNumber(shares[k].at(block, expert));
            table.addRow(tr("%1 %2").arg(model().layout().blocks[static_cast<std::size_t>(block)].label,
                                         kindText(model().layout().kinds[k])),
                         cells);
        }
    return table;
}

}  // namespace segmoe::ui
