// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/drop_hint.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

namespace {

constexpr int kFrame = 2;
constexpr qreal kHintRadius = 8.0;

}  // namespace

DropHint::DropHint(const Theme& theme, QWidget* target) : QWidget(target), m_theme(theme) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    target->installEventFilter(this);
}

void DropHint::showAccept(const QString& verb) { showText(verb, true); }

void DropHint::showRefusal(const QString& sentence) { showText(sentence, false); }

void DropHint::showText(const QString& text, bool accepted) {
    const bool news = !isVisible() || m_text != text;
    m_text = text;
    m_accepted = accepted;
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
    if (!news) return;
    setAccessibleName(text);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

bool DropHint::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible()) setGeometry(parentWidget()->rect());
    if (event->type() == QEvent::DragLeave || event->type() == QEvent::Drop) hide();
    return QWidget::eventFilter(watched, event);
}

void DropHint::paintEvent(QPaintEvent*) {
    const ThemeTokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor line = m_accepted ? tokens.accent : tokens.error;
    QColor veil = m_accepted ? tokens.accentSoft : tokens.errorSoft;
    veil.setAlphaF(0.35F);
    painter.setPen(QPen(line, kFrame, m_accepted ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(veil);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kHintRadius, kHintRadius);
    // The sentence stands on its own plate: what lies below must not make it hard to read.
    const QRect room = rect().adjusted(16, 16, -16, -16);
    const QRect words = painter.fontMetrics().boundingRect(room, Qt::AlignCenter | Qt::TextWordWrap, m_text);
    painter.setPen(QPen(line, 1.0));
    painter.setBrush(m_accepted ? tokens.accentSoft : tokens.errorSoft);
    painter.drawRoundedRect(QRectF(words).adjusted(-10, -6, 10, 6), 4.0, 4.0);
    painter.setPen(tokens.text);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_text);
}

}  // namespace segmoe::ui
