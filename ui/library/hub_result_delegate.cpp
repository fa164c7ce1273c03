// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/hub_result_delegate.h"

#include <QGuiApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include "ui/library/hub_badge.h"
#include "ui/library/hub_result_model.h"
#include "ui/widgets/cover_picture.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 12;
constexpr QSize kPreview(96, 72);
constexpr int kButtonHeight = 28;
constexpr int kGap = 12;

QRect cardOf(const QRect& row) { return row.adjusted(2, 4, -2, -4); }

QFont strongOf(QFont font) {
    font.setWeight(QFont::DemiBold);
    return font;
}

/// Mirrored with the layout, as everything in a view is.
QRect mirrored(const QRect& place, const QRect& within) {
    return QStyle::visualRect(QGuiApplication::layoutDirection(), within, place);
}

}  // namespace

HubResultDelegate::HubResultDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

QSize HubResultDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const int texts = 3 * option.fontMetrics.height() + 8;
    return {320, qMax(kPreview.height(), texts) + 2 * kPadding};
}

QRect HubResultDelegate::buttonRect(const QRect& row, const QModelIndex& index, const QFont& font) const {
    const QString text = index.data(HubResultModel::ButtonRole).toString();
    if (text.isEmpty()) return {};
    const QRect card = cardOf(row);
    const int width = qMax(72, QFontMetrics(strongOf(font)).horizontalAdvance(text) + 28);
    const QRect place(card.right() - kPadding - width, card.center().y() - kButtonHeight / 2, width, kButtonHeight);
    return mirrored(place, row);
}

void HubResultDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const ThemeTokens& tokens = m_theme.tokens();
    const QRect card = cardOf(option.rect);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->setPen(QPen(isSelected ? tokens.accent : isHovered ? tokens.control : tokens.border, 1));
    painter->setBrush(isSelected ? tokens.selection : tokens.panel);
    painter->drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(tokens.focus, 2));
        painter->drawRoundedRect(QRectF(card).adjusted(-1, -1, 1, 1), 9, 9);
    }
    const QRect button = buttonRect(option.rect, index, option.font);
    const QRect preview(card.left() + kPadding, card.center().y() - kPreview.height() / 2, kPreview.width(),
                        kPreview.height());
    const int right = card.right() - kPadding - (button.isEmpty() ? 0 : button.width() + kGap);
    const QRect texts(QPoint(preview.right() + kGap, card.top()), QPoint(right, card.bottom()));
    if (index.data(HubResultModel::DimmedRole).toBool()) painter->setOpacity(0.75);
    paintPreview(*painter, mirrored(preview, option.rect), index);
    paintTexts(*painter, mirrored(texts, option.rect), option, index);
    paintButton(*painter, button, option.font, index);
    painter->restore();
}

void HubResultDelegate::paintPreview(QPainter& painter, const QRect& place, const QModelIndex& index) const {
    QPainterPath shape;
    shape.addRoundedRect(place, 6, 6);
    painter.fillPath(shape, m_theme.tokens().sunken);
    const auto picture = index.data(HubResultModel::PreviewRole).value<QImage>();
    if (picture.isNull()) {
        const bool isHidden = index.data(HubResultModel::HiddenPreviewRole).toBool();
        QRect icon(0, 0, 28, 28);
        icon.moveCenter(place.center());
        m_theme.icon(isHidden ? u"eye-off"_s : u"picture"_s).paint(&painter, icon, Qt::AlignCenter, QIcon::Disabled);
        return;
    }
    painter.save();
    painter.setClipPath(shape);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(place), picture, coverPart(picture.size(), place.size()));
    painter.restore();
}

void HubResultDelegate::paintTexts(QPainter& painter, const QRect& place, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const ThemeTokens& tokens = m_theme.tokens();
    const QString reason = index.data(HubResultModel::ReasonRole).toString();
    const QString author = index.data(HubResultModel::AuthorRole).toString();
    const int line = option.fontMetrics.height();
    const int lines = 2 + (reason.isEmpty() ? 0 : 1);
    QRect row(place.left(), place.center().y() - (lines * (line + 3)) / 2, place.width(), line + 2);
    const auto draw = [&](const QFont& font, const QColor& colour, const QString& text) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(row, Qt::AlignLeading | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, row.width()));
    };
    const QFont strong = strongOf(option.font);
    QFont caption = option.font;
    caption.setPointSizeF(option.font.pointSizeF() * 0.9);
    const QString name = index.data().toString();
    draw(strong, tokens.text, name);
    const int used = QFontMetrics(strong).horizontalAdvance(name) + kGap;
    if (!author.isEmpty() && row.width() - used > 60) {
        const QRect whole = row;
        row = mirrored(QRect(row.left() + used, row.top(), row.width() - used, row.height()), whole);
        draw(caption, tokens.text2, author);
        row = whole;
    }
    row.translate(0, line + 3);
    draw(caption, tokens.text2, index.data(HubResultModel::LineRole).toString());
    if (reason.isEmpty()) return;
    row.translate(0, line + 3);
    const auto tone = static_cast<HubBadge::Tone>(index.data(HubResultModel::ToneRole).toInt());
    draw(caption, tone == HubBadge::Tone::Ok ? tokens.ok : tokens.warn, reason);
}

void HubResultDelegate::paintButton(QPainter& painter, const QRect& place, const QFont& font,
                                    const QModelIndex& index) const {
    if (place.isEmpty()) return;
    const ThemeTokens& tokens = m_theme.tokens();
    using Tone = HubBadge::Tone;
    const auto tone = static_cast<Tone>(index.data(HubResultModel::ToneRole).toInt());
    const QColor fill = tone == Tone::Primary ? tokens.accent
                        : tone == Tone::Ok    ? tokens.okSoft
                        : tone == Tone::Warn  ? tokens.warnSoft
                                              : tokens.panel;
    const QColor ink = tone == Tone::Primary ? tokens.onAccent
                       : tone == Tone::Ok    ? tokens.ok
                       : tone == Tone::Warn  ? tokens.warn
                                             : tokens.text;
    painter.setPen(QPen(tone == Tone::Plain ? tokens.control : fill, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(strongOf(font));
    painter.setPen(ink);
    painter.drawText(place, Qt::AlignCenter, index.data(HubResultModel::ButtonRole).toString());
}

bool HubResultDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) {
    if (event->type() != QEvent::MouseButtonRelease && event->type() != QEvent::MouseButtonPress) return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const bool isOnButton = mouse->button() == Qt::LeftButton &&
                            buttonRect(option.rect, index, option.font).contains(mouse->position().toPoint());
    if (isOnButton && event->type() == QEvent::MouseButtonRelease) Q_EMIT buttonClicked(index);
    return false;
}

}  // namespace segmoe::ui
