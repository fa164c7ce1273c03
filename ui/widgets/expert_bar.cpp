// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/expert_bar.h"

#include <algorithm>

#include <QPainter>
#include <QPainterPath>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

namespace {

constexpr qreal kBarRadius = 4.0;

}  // namespace

LetterChip::LetterChip(const Theme& theme, int expert, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_expert(expert) {
    setFixedSize(LetterChip::sizeHint());
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LetterChip::setExpert(int expert) {
    m_expert = expert;
    update();
}

void LetterChip::paintEvent(QPaintEvent*) {
    const ThemeTokens& tokens = m_theme.tokens();
    const ExpertLook look = m_expert < 0 ? ExpertLook{QString(u'–'), tokens.sunken, tokens.text2, Qt::NoBrush}
                                         : expertLook(m_expert, tokens);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().expertEdge, 1.0));
    painter.setBrush(look.fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kBarRadius, kBarRadius);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(look.onFill);
    painter.drawText(rect(), Qt::AlignCenter, look.letter);
}

ExpertBar::ExpertBar(const Theme& theme, int expert, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_expert(expert) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(32);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ExpertBar::setValue(double value, double evenShare) {
    if (value == m_value && evenShare == m_evenShare) return;
    m_value = std::clamp(value, 0.0, 1.0);
    m_evenShare = evenShare;
    update();
}

void ExpertBar::paintEvent(QPaintEvent*) {
    const ThemeTokens& tokens = m_theme.tokens();
    const ExpertLook look = expertLook(m_expert, tokens);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track = QRectF(rect()).adjusted(0.5, 2.5, -0.5, -2.5);
    QPainterPath well;
    well.addRoundedRect(track, kBarRadius, kBarRadius);
    painter.fillPath(well, tokens.sunken);
    if (m_value > 0.0) {
        painter.save();
        painter.setClipPath(well);
        QRectF filled = track;
        filled.setWidth(std::max(2.0, track.width() * m_value));
        painter.fillRect(filled, look.fill);
        QColor hatch = look.onFill;
        hatch.setAlphaF(0.35F);
        if (look.pattern != Qt::NoBrush) painter.fillRect(filled, QBrush(hatch, look.pattern));
        painter.restore();
    }
    painter.setPen(QPen(tokens.control, 1.0));
    painter.drawPath(well);
    if (m_evenShare > 0.0 && m_evenShare < 1.0) {
        const qreal x = track.left() + track.width() * m_evenShare;
        painter.setPen(QPen(tokens.text, 1.0, Qt::DotLine));
        painter.drawLine(QPointF(x, rect().top()), QPointF(x, rect().bottom() + 1));
    }
}

}  // namespace segmoe::ui
