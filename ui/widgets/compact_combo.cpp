// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/compact_combo.h"

#include <utility>

#include <QStyleOptionComboBox>
#include <QStylePainter>

namespace segmoe::ui {

CompactCombo::CompactCombo(int characters, QWidget* parent) : QComboBox(parent) {
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(characters);
}

void CompactCombo::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    if (currentIndex() < 0 && !placeholderText().isEmpty()) {
        option.palette.setBrush(QPalette::ButtonText, option.palette.placeholderText());
        option.currentText = placeholderText();
    }
    QRect field = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    const int icon =
        option.currentIcon.isNull() ? 0 : option.iconSize.width() + 4;  // as far as styles set text from it
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, field.width() - icon);
    if (!isRightToLeft() || isEditable()) return painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    // With a style sheet Qt 6.4 writes at the left even there, and over the edge where there is an icon.
    const QString text = std::exchange(option.currentText, {});
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    field.setRight(field.right() - icon);
    painter.drawItemText(field, Qt::AlignRight | Qt::AlignVCenter, option.palette, isEnabled(), text,
                         QPalette::ButtonText);
}

}  // namespace segmoe::ui
