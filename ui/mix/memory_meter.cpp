// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/memory_meter.h"

#include <algorithm>

#include <QPainter>
#include <QPainterPath>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

namespace {

constexpr double kFull = 0.85;  ///< where "all that is free" stands on the bar; what is beyond still shows

}  // namespace

MemoryMeter::MemoryMeter(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MemoryMeter::setForecast(const MemoryForecast& forecast) {
    m_verdict = verdictOf(forecast);
    m_share = forecast.availableBytes > 0
                  ? static_cast<double>(forecast.peakBytes) / static_cast<double>(forecast.availableBytes)
                  : -1.0;
    update();
}

void MemoryMeter::clear() {
    m_share = -1.0;
    m_verdict = Verdict::Unknown;
    update();
}

void MemoryMeter::paintEvent(QPaintEvent*) {
    const ThemeTokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track = QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5);
    QPainterPath well;
    well.addRoundedRect(track, 4, 4);
    painter.fillPath(well, tokens.sunken);
    if (m_share >= 0.0) {
        painter.save();
        painter.setClipPath(well);
        QRectF filled = track;
        filled.setWidth(std::max(3.0, track.width() * std::min(1.0, m_share * kFull)));
        painter.fillRect(filled, m_verdict == Verdict::Fits    ? tokens.ok
                                 : m_verdict == Verdict::Tight ? tokens.warn
                                                               : tokens.error);
        painter.restore();
    }
    painter.setPen(QPen(tokens.control, 1.0));
    painter.drawPath(well);
    const double limit = track.left() + track.width() * kFull;
    painter.setPen(QPen(tokens.text, 1.5));
    painter.drawLine(QPointF(limit, rect().top()), QPointF(limit, rect().bottom() + 1));
}

}  // namespace segmoe::ui
