// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/expert_legend.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>

#include "ui/routing/routing_controller.h"
#include "ui/routing/routing_words.h"
#include "ui/widgets/expert_palette.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painted_access.h"
#include "ui/widgets/plot_theme.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHeight = 40;
constexpr int kChip = 16;
constexpr int kLeastName = 30;

/// The part of the places an expert wins; empty where the map does not tell.
QString shareOf(const HeatOverlay& overlay, int expert) {
    const auto index = static_cast<std::size_t>(expert);
    return index < overlay.shares.size() ? percent(overlay.shares[index]) : QString();
}

QIcon chipIcon(int expert, const ThemeTokens& tokens, qreal ratio) {
    QPixmap pixmap(QSize(kChip, kChip) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.expertEdge, 1.0));
    painter.setBrush(expertBrush(expert, tokens));
    painter.drawRoundedRect(QRectF(0.5, 0.5, kChip - 1, kChip - 1), 3, 3);
    return pixmap;
}

}  // namespace

ExpertLegend::ExpertLegend(Theme& theme, RoutingController& controller, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_controller(controller),
      m_stack(new QStackedWidget),
      m_chipPage(new QWidget),
      m_chipRow(new WrapLayout(2, 2)),
      m_plot(new QCustomPlot),
      m_scale(new QCPColorScale(m_plot)) {
    setMinimumHeight(kHeight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_chipPage->setLayout(m_chipRow);
    m_plot->setMaximumHeight(kHeight);
    nameControl(m_plot, u"routing_legend_plot"_s, tr("Scale of the colours"));
    m_plot->setLayoutDirection(Qt::LeftToRight);
    m_plot->plotLayout()->clear();
    m_scale->setType(QCPAxis::atBottom);
    m_scale->setBarWidth(10);
    m_scale->setRangeDrag(false);
    m_scale->setRangeZoom(false);
    m_scale->setMinimumMargins(QMargins(16, 2, 16, 2));
    m_plot->plotLayout()->addElement(0, 0, m_scale);
    m_stack->addWidget(m_chipPage);
    m_stack->addWidget(m_plot);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
}

QToolButton* ExpertLegend::addChip(int expert) {
    auto* chip = new QToolButton;
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setIconSize(QSize(kChip, kChip));
    chip->setCheckable(true);
    chip->setAutoExclusive(true);
    chip->setObjectName(u"routing_legend_%1_button"_s.arg(expertLetter(expert)));
    chip->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(chip, &QToolButton::clicked, this, [this, expert] { m_controller.setExpert(expert, true); });
    connect(chip, &QWidget::customContextMenuRequested, this,
            [this, chip, expert](QPoint at) { Q_EMIT menuWanted(expert, chip->mapToGlobal(at)); });
    m_chipRow->add(chip);
    m_chips.push_back(chip);
    return chip;
}

void ExpertLegend::show(const HeatOverlay& overlay, const OverlayStyle& style) {
    setVisible(!m_controller.model().isEmpty());
    if (overlay.isNumeric())
        showScale(overlay, style);
    else
        showExperts(overlay);
}

QString ExpertLegend::chipText(const QString& name, const QString& share) {
    return share.isEmpty() ? name : tr("%1 %2").arg(name, share);
}

void ExpertLegend::showExperts(const HeatOverlay& overlay) {
    const RoutingModel& model = m_controller.model();
    m_stack->setCurrentWidget(m_chipPage);
    while (static_cast<int>(m_chips.size()) < model.experts()) addChip(static_cast<int>(m_chips.size()));
    int needed = -m_chipRow->spacing();
    for (int expert = 0; expert < static_cast<int>(m_chips.size()); ++expert) {
        QToolButton* chip = m_chips[static_cast<std::size_t>(expert)];
        chip->setVisible(expert < model.experts());
        if (expert >= model.experts()) continue;
        const QString title = expertTitle(model, expert);
        const QString share = shareOf(overlay, expert);
        chip->setText(chipText(title, share));
        chip->setAccessibleName(chip->text());
        chip->setToolTip(share.isEmpty() ? tr("%1. Click to see its weight.").arg(title)
                                         : tr("%1 wins %2 of the places. Click to see its weight.").arg(title, share));
        chip->setIcon(chipIcon(expert, m_theme.tokens(), devicePixelRatioF()));
        needed += chip->sizeHint().width() + m_chipRow->spacing();
    }
    if (needed > width()) shortenNames(overlay);
}

/// Where room is short the names give way, not the shares; at last the letter says enough.
void ExpertLegend::shortenNames(const HeatOverlay& overlay) {
    const RoutingModel& model = m_controller.model();
    const int room = (width() + m_chipRow->spacing()) / model.experts() - m_chipRow->spacing();
    for (int expert = 0; expert < model.experts(); ++expert) {
        QToolButton* chip = m_chips[static_cast<std::size_t>(expert)];
        const QString title = expertTitle(model, expert);
        const QFontMetrics metrics(chip->font());
        const int most = room - chip->sizeHint().width() + metrics.horizontalAdvance(title);
        const QString name =
            most >= kLeastName ? metrics.elidedText(title, Qt::ElideRight, most) : QString(expertLetter(expert));
        chip->setText(chipText(name, shareOf(overlay, expert)));
    }
}

void ExpertLegend::showScale(const HeatOverlay& overlay, const OverlayStyle& style) {
    m_stack->setCurrentWidget(m_plot);
    m_scale->setGradient(gradientFrom(overlay.diverging ? divergingStops(m_theme.tokens()) : heatStops(style.palette)));
    const double length = overlay.high - overlay.low;
    m_scale->setDataRange({overlay.low, length > 0.0 ? overlay.high : overlay.low + 1e-3});
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (double share : {0.0, 0.25, 0.5, 0.75, 1.0})
        ticker->addTick(overlay.low + share * length, number(overlay.low + share * length, 3));
    m_scale->axis()->setTicker(ticker);
    stylePlot(*m_plot, m_theme.tokens(), plotFont(font()));
    m_plot->setBackground(m_theme.tokens().window);
    tellPainted(m_plot, tr("Colours from %1 to %2.").arg(number(overlay.low, 3), number(overlay.high, 3)));
    m_plot->replot();
}

}  // namespace segmoe::ui
