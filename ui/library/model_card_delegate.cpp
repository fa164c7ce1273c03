// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/model_card_delegate.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QPainter>

#include "ui/library/library_model.h"
#include "ui/library/model_previews.h"
#include "ui/widgets/cover_picture.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 12;
constexpr int kLinePicture = 32;  ///< of a line
constexpr int kCard = 176;        ///< the narrowest in a grid
constexpr int kPicture = 112;     ///< how high its picture is

QString emblemIcon(ModelRole role) {
    switch (role) {
        case ModelRole::Checkpoint: return u"base"_s;
        case ModelRole::Mixture: return u"mix"_s;
        case ModelRole::Lora: return u"lora"_s;
        case ModelRole::Refused: return u"warning"_s;
        default: return u"block"_s;
    }
}

}  // namespace

ModelCardDelegate::ModelCardDelegate(const Theme& theme, ModelPreviews& previews, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_previews(previews) {}

QSize ModelCardDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const int line = option.fontMetrics.height();
    if (!m_grid) return {320, 2 * line + 2 * kPadding};
    // As many columns as there is room for, as wide as they can be.
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int room = view ? view->viewport()->width() : kCard;
    return {room / std::max(1, room / kCard), 3 * line + kPicture + 3 * kPadding};
}

void ModelCardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect.adjusted(4, 4, -4, -4);
    paintFrame(*painter, card, option);
    const QRect inner = card.adjusted(kPadding, kPadding - 4, -kPadding, -(kPadding - 4));
    const bool dimmed = index.data(LibraryListModel::MissingRole).toBool() ||
                        index.data(LibraryListModel::KindRole).toInt() == static_cast<int>(ModelRole::Refused);
    if (dimmed) painter->setOpacity(0.75);
    const QRect picture =
        m_grid ? QRect(inner.left(), inner.top(), inner.width(), kPicture)
               : QRect(inner.left(), inner.center().y() - kLinePicture / 2 + 1, kLinePicture, kLinePicture);
    paintPicture(*painter, picture, index);
    paintTexts(*painter,
               m_grid ? inner.adjusted(0, kPicture + 8, 0, 0) : inner.adjusted(kLinePicture + kPadding, 0, 0, 0),
               option, index);
    painter->restore();
}

void ModelCardDelegate::paintFrame(QPainter& painter, const QRect& card, const QStyleOptionViewItem& option) const {
    const ThemeTokens& tokens = m_theme.tokens();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter.setPen(QPen(isSelected ? tokens.accent : isHovered ? tokens.control : tokens.border, 1));
    painter.setBrush(isSelected ? tokens.selection : tokens.panel);
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    if (!option.state.testFlag(QStyle::State_HasFocus)) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.focus, 2));
    painter.drawRoundedRect(QRectF(card).adjusted(-1, -1, 1, 1), 9, 9);
}

void ModelCardDelegate::paintPicture(QPainter& painter, const QRect& place, const QModelIndex& index) const {
    const auto preview = index.data(LibraryListModel::PreviewRole).value<ModelPreview>();
    const double ratio = painter.device()->devicePixelRatioF();
    // Twice the longest side: a portrait is cut to the width of the place.
    const QPixmap picture = m_previews.picture(preview, qRound(2 * std::max(place.width(), place.height()) * ratio));
    if (picture.isNull()) return paintEmblem(painter, place, index);
    paintCover(painter, place, picture, 8);
}

void ModelCardDelegate::paintEmblem(QPainter& painter, const QRect& place, const QModelIndex& index) const {
    const ThemeTokens& tokens = m_theme.tokens();
    const auto role = static_cast<ModelRole>(index.data(LibraryListModel::KindRole).toInt());
    painter.setPen(Qt::NoPen);
    painter.setBrush(role == ModelRole::Refused ? tokens.warnSoft : tokens.accentSoft);
    painter.drawRoundedRect(place, 8, 8);
    QRect icon(QPoint(), m_grid ? QSize(28, 28) : QSize(20, 20));
    icon.moveCenter(place.center());
    m_theme.icon(emblemIcon(role)).paint(&painter, icon);
}

void ModelCardDelegate::paintTexts(QPainter& painter, const QRect& place, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const ThemeTokens& tokens = m_theme.tokens();
    const int line = option.fontMetrics.height();
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(tokens.text);
    const QRect nameRect(place.left(), place.top(), place.width(), line);
    painter.drawText(nameRect, Qt::AlignLeading | Qt::AlignVCenter,
                     QFontMetrics(strong).elidedText(index.data().toString(), Qt::ElideMiddle, place.width()));
    QFont caption = option.font;
    caption.setPointSizeF(option.font.pointSizeF() * 0.9);
    painter.setFont(caption);
    painter.setPen(tokens.text2);
    const QFontMetrics metrics(caption);
    const QRect detailRect = nameRect.translated(0, line + 2);
    painter.drawText(
        detailRect, Qt::AlignLeading | Qt::AlignVCenter,
        metrics.elidedText(index.data(LibraryListModel::DetailRole).toString(), Qt::ElideRight, place.width()));
    const QString state = index.data(LibraryListModel::StateRole).toString();
    if (state.isEmpty()) return;
    painter.setPen(tokens.warn);
    const QRect stateRect = m_grid ? detailRect.translated(0, line) : nameRect;
    painter.drawText(stateRect, (m_grid ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter, state);
}

}  // namespace segmoe::ui
