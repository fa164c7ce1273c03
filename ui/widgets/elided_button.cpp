// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/elided_button.h"

#include <algorithm>

#include <QHelpEvent>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QToolTip>

namespace segmoe::ui {

ElidedButton::ElidedButton(const QString& text, QWidget* parent) : QPushButton(text, parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedButton::minimumSizeHint() const {
    const QSize whole = QPushButton::sizeHint();
    const int least = fontMetrics().horizontalAdvance(QChar(0x2026)) * 3;
    return {whole.width() - std::max(0, fontMetrics().horizontalAdvance(text()) - least), whole.height()};
}

int ElidedButton::textRoom() const {
    QStyleOptionButton option;
    initStyleOption(&option);
    const int room = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this).width();
    return icon().isNull() ? room : room - option.iconSize.width() - 4;
}

void ElidedButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = fontMetrics().elidedText(text(), Qt::ElideRight, textRoom());
    painter.drawControl(QStyle::CE_PushButton, option);
}

bool ElidedButton::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && fontMetrics().horizontalAdvance(text()) > textRoom()) {
        const QString more = toolTip().isEmpty() || toolTip() == text() ? QString() : u'\n' + toolTip();
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text() + more, this);
        return true;
    }
    return QPushButton::event(event);
}

}  // namespace segmoe::ui
