// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/grid_picture.h"

#include <algorithm>

#include <QGuiApplication>
#include <QPainter>

namespace segmoe::ui {

namespace {

constexpr int kGap = 4;
constexpr int kLongestSide = 8192;
constexpr int kSmallestFont = 11;

/// Black on white whatever the theme: the picture is for everybody.
void drawLabel(QPainter& painter, const QRect& place, const QString& text) {
    painter.drawText(place.adjusted(4, 4, -4, -4), Qt::AlignCenter | Qt::TextWordWrap, text);
}

}  // namespace

QImage gridPicture(const GridPlan& plan, const std::vector<QImage>& cells) {
    QSize cell(64, 64);
    for (const QImage& picture : cells) cell = cell.expandedTo(picture.size());
    const int columns = static_cast<int>(plan.xValues.size());
    const int rows = static_cast<int>(plan.yValues.size());
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(kSmallestFont, cell.height() / 24));
    const int line = QFontMetrics(font).lineSpacing();
    const int top = plan.x == GridAxis::None ? 0 : line * 2 + 8;
    const int left = plan.y == GridAxis::None ? 0 : std::max(line * 6, cell.width() / 3);
    QImage grid(left + columns * (cell.width() + kGap) - kGap, top + rows * (cell.height() + kGap) - kGap,
                QImage::Format_RGB888);
    grid.fill(Qt::white);
    QPainter painter(&grid);
    painter.setFont(font);
    painter.setPen(Qt::black);
    for (int x = 0; x < columns && top > 0; ++x)
        drawLabel(painter, {left + x * (cell.width() + kGap), 0, cell.width(), top},
                  plan.xValues[static_cast<std::size_t>(x)].label);
    for (int y = 0; y < rows; ++y) {
        const int rowTop = top + y * (cell.height() + kGap);
        if (left > 0)
            drawLabel(painter, {0, rowTop, left, cell.height()}, plan.yValues[static_cast<std::size_t>(y)].label);
        for (int x = 0; x < columns; ++x) {
            const QImage& picture = cells[static_cast<std::size_t>(y * columns + x)];
            const QRect place(left + x * (cell.width() + kGap), rowTop, cell.width(), cell.height());
            QRect target(QPoint(), picture.size());
            target.moveCenter(place.center());
            painter.drawImage(target.topLeft(), picture);
        }
    }
    painter.end();
    const int longest = std::max(grid.width(), grid.height());
    return longest <= kLongestSide
               ? grid
               : grid.scaled(kLongestSide, kLongestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

}  // namespace segmoe::ui
