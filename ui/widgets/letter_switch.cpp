// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/letter_switch.h"

#include <QToolButton>

#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

QToolButton* letterSwitch(const QString& letter, const QString& objectName, const QString& name,
                          const QString& toolTip) {
    constexpr int kWidth = 30;
    auto* button = new QToolButton;
    button->setText(letter);
    button->setCheckable(true);
    button->setProperty("role", u"switch"_s);
    button->setFixedWidth(kWidth);
    nameControl(button, objectName, name, toolTip);
    return button;
}

}  // namespace segmoe::ui
