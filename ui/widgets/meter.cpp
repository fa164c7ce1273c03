// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/meter.h"

#include <algorithm>
#include <cmath>

#include <QAccessible>
#include <QPainter>
#include <QPainterPath>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

namespace {

constexpr double kTight = 0.85;
constexpr double kFull = 0.97;

}  // namespace

Meter::Meter(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setFixedSize(Meter::sizeHint());
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Meter::setValue(double share) {
    const double clamped = std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0.0;
    // Idle windows do not repaint: less than half a pixel is no change.
    if (std::abs(clamped - m_share) * width() < 0.5) return;
    m_share = clamped;
    update();
}

void Meter::paintEvent(QPaintEvent*) {
    const ThemeTokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath well;
    const qreal radius = height() / 2.0;
    well.addRoundedRect(QRectF(rect()), radius, radius);
    painter.fillPath(well, tokens.border);
    painter.setClipPath(well);
    QRectF filled(rect());
    filled.setWidth(filled.width() * m_share);
    if (layoutDirection() == Qt::RightToLeft) filled.moveRight(width());
    painter.fillRect(filled, m_share >= kFull ? tokens.error : m_share >= kTight ? tokens.warn : tokens.accent);
}

}  // namespace segmoe::ui
