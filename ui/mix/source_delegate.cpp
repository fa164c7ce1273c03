// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/source_delegate.h"

#include <QPainter>

#include "ui/mix/source_model.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 10;
constexpr int kGrip = 18;
constexpr qreal kRadius = 6.0;

}  // namespace

SourceDelegate::SourceDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize SourceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {200, 2 * option.fontMetrics.height() + 18};
}

void SourceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const ThemeTokens& tokens = m_theme.tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option.rect).adjusted(3.0, 2.0, -3.0, -2.0);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    const bool isDim = !index.data(SourceModel::FitsRole).toBool() || !index.data(SourceModel::IsUsableRole).toBool();
    painter->setPen(QPen(isSelected ? tokens.accent : tokens.border, 1.0));
    painter->setBrush(isSelected ? tokens.selection : isHovered ? tokens.accentSoft : tokens.window);
    painter->drawRoundedRect(box, kRadius, kRadius);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(tokens.focus, 2.0));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box, kRadius, kRadius);
    }
    m_theme.icon(u"drag"_s).paint(painter,
                                  QRect(option.rect.left() + kMargin - 2, option.rect.center().y() - 8, 14, 16),
                                  Qt::AlignCenter, isDim ? QIcon::Disabled : QIcon::Normal);
    const QRect text = option.rect.adjusted(kMargin + kGrip, 7, -kMargin, -7);
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    painter->setFont(strong);
    painter->setPen(isDim ? tokens.disabled : tokens.text);
    painter->drawText(text, Qt::AlignTop | Qt::AlignLeft,
                      QFontMetrics(strong).elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.9);
    painter->setFont(small);
    painter->setPen(isDim ? tokens.disabled : tokens.text2);
    painter->drawText(
        text, Qt::AlignBottom | Qt::AlignLeft,
        QFontMetrics(small).elidedText(index.data(SourceModel::DetailRole).toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

}  // namespace segmoe::ui
