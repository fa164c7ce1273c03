// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/gallery/gallery_delegate.h"

#include <algorithm>

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include "ui/gallery/gallery_model.h"
#include "ui/gallery/thumbnail_loader.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 8;
constexpr int kCaption = 24;
constexpr int kRadius = 6;
constexpr int kStar = 18;

}  // namespace

GalleryDelegate::GalleryDelegate(const Theme& theme, const GalleryModel& model, ThumbnailLoader& thumbnails,
                                 QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_model(model), m_thumbnails(thumbnails) {}

QSize GalleryDelegate::cell() const { return {m_side + 2 * kPadding, m_side + kCaption + 2 * kPadding}; }

QSize GalleryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return cell(); }

QRect GalleryDelegate::square(const QRect& cell) const {
    return {cell.x() + (cell.width() - m_side) / 2, cell.y() + kPadding, m_side, m_side};
}

QRect GalleryDelegate::buttonRect(const QRect& cell, bool isGone, Button button) const {
    const QRect place = square(cell);
    if (button == Button::Star)
        return {place.right() - kStar + 1, place.bottom() + (kCaption - kStar) / 2 + 2, kStar, kStar};
    if (!isGone) return {};
    constexpr int kHeight = 26;
    return {place.x() + 8, place.bottom() - kHeight - 8, place.width() - 16, kHeight};
}

void GalleryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const ThemeTokens& tokens = m_theme.tokens();
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF back = QRectF(option.rect).adjusted(2, 2, -2, -2);
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isFocused = option.state & QStyle::State_HasFocus;
    if (isSelected || option.state & QStyle::State_MouseOver) {
        painter->setPen(isSelected ? QPen(tokens.accent, 2) : QPen(Qt::NoPen));
        painter->setBrush(isSelected ? tokens.selection : tokens.sunken);
        painter->drawRoundedRect(back, 8, 8);
    }
    if (isFocused) {
        painter->setPen(QPen(tokens.focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(back.adjusted(-1, -1, 1, 1), 9, 9);
    }
    const bool isGone = index.data(GalleryModel::GoneRole).toBool();
    paintPicture(*painter, square(option.rect), index, isGone);
    paintCaption(*painter, option, index);
    painter->restore();
}

void GalleryDelegate::paintPicture(QPainter& painter, const QRect& square, const QModelIndex& index,
                                   bool isGone) const {
    const ThemeTokens& tokens = m_theme.tokens();
    const GalleryItem* item = m_model.itemAt(index);
    if (!item) return;
    const double ratio = painter.device()->devicePixelRatioF();
    const QPixmap pixmap = isGone ? QPixmap() : m_thumbnails.thumbnail(*item, qRound(square.width() * ratio));
    // The place a picture will have is known before it is read: nothing moves when it comes.
    QSizeF size(std::max(1, item->width), std::max(1, item->height));
    size.scale(square.size(), Qt::KeepAspectRatio);
    QRectF target(QPointF(), size);
    target.moveCenter(QRectF(square).center());
    QPainterPath outline;
    outline.addRoundedRect(target, kRadius, kRadius);
    if (pixmap.isNull()) {
        painter.fillPath(outline, tokens.sunken);
        if (!isGone) return;
        painter.setPen(QPen(tokens.disabled, 1.5));
        painter.drawLine(target.topLeft() + QPointF(8, 8), target.bottomRight() - QPointF(8, 8));
        painter.drawLine(target.topRight() + QPointF(-8, 8), target.bottomLeft() + QPointF(8, -8));
        const QRect button = buttonRect(square.adjusted(0, -kPadding, 0, 0), true, Button::Remove);
        painter.setPen(QPen(tokens.control, 1));
        painter.setBrush(tokens.panel);
        painter.drawRoundedRect(button, 4, 4);
        painter.setPen(tokens.text);
        painter.drawText(button, Qt::AlignCenter,
                         painter.fontMetrics().elidedText(tr("Remove from list"), Qt::ElideRight, button.width() - 8));
        return;
    }
    painter.save();
    painter.setClipPath(outline);
    painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()));
    painter.restore();
}

void GalleryDelegate::paintCaption(QPainter& painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const ThemeTokens& tokens = m_theme.tokens();
    const GalleryItem* item = m_model.itemAt(index);
    if (!item) return;
    const QRect place = square(option.rect);
    const QRect star = buttonRect(option.rect, false, Button::Star);
    const bool showStar = item->star || option.state & (QStyle::State_MouseOver | QStyle::State_Selected);
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() * 0.85);
    painter.setFont(font);
    const QRect row(place.x() + 2, place.bottom() + 2, place.width() - 4 - (showStar ? kStar + 4 : 0), kCaption);
    const QString size = u"%1×%2"_s.arg(item->width).arg(item->height);
    const QString seed = item->seed ? QString::number(*item->seed) : QString();
    const QFontMetrics metrics(font);
    const int sizeWidth = metrics.horizontalAdvance(size);
    const bool both = metrics.horizontalAdvance(seed) + sizeWidth + 10 <= row.width();
    painter.setPen(tokens.text2);
    if (both || seed.isEmpty()) painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, size);
    painter.setPen(tokens.text);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(seed, Qt::ElideRight, row.width()));
    if (!showStar) return;
    m_theme.icon(item->star ? u"star-full"_s : u"star"_s).paint(&painter, star);
}

bool GalleryDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) {
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const qint64 id = index.data(GalleryModel::IdRole).toLongLong();
        const bool isGone = index.data(GalleryModel::GoneRole).toBool();
        const QPoint point = mouse->position().toPoint();
        if (mouse->button() == Qt::LeftButton && buttonRect(option.rect, isGone, Button::Star).contains(point)) {
            Q_EMIT starClicked(id, !index.data(GalleryModel::StarRole).toBool());
            return true;
        }
        if (mouse->button() == Qt::LeftButton && buttonRect(option.rect, isGone, Button::Remove).contains(point)) {
            Q_EMIT removeClicked(id);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

}  // namespace segmoe::ui
