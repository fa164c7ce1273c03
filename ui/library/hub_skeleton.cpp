// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/hub_skeleton.h"

#include <QPainter>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

HubSkeleton::HubSkeleton(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setAccessibleName(tr("Searching…"));
}

void HubSkeleton::paintEvent(QPaintEvent*) {
    constexpr int kRow = 96;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeTokens& tokens = m_theme.tokens();
    const auto bar = [&](const QRect& place) {
        painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), place), 4, 4);
    };
    for (int top = 0; top < height(); top += kRow) {
        const QRect card(2, top + 4, width() - 4, kRow - 8);
        painter.setPen(QPen(tokens.border, 1));
        painter.setBrush(tokens.panel);
        painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.sunken);
        bar({card.left() + 12, card.top() + 8, 96, card.height() - 16});
        bar({card.left() + 124, card.center().y() - 20, card.width() * 3 / 10, 14});
        bar({card.left() + 124, card.center().y() + 6, card.width() / 2, 10});
        bar({card.right() - 84, card.center().y() - 14, 72, 28});
    }
}

}  // namespace segmoe::ui
