// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/field.h"

#include <QLabel>
#include <QVBoxLayout>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QVBoxLayout* captioned(const QString& caption, QWidget* buddy) {
    auto* label = new QLabel(caption);
    label->setProperty("role", u"caption"_s);
    label->setBuddy(buddy);
    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(label);
    return column;
}

}  // namespace

void nameControl(QWidget* control, const QString& objectName, const QString& accessibleName, const QString& toolTip) {
    control->setObjectName(objectName);
    control->setAccessibleName(accessibleName);
    control->setToolTip(toolTip);
    control->setAccessibleDescription(toolTip);
    control->setWhatsThis(toolTip);
}

QVBoxLayout* labelledField(const QString& caption, QWidget* control, const QString& objectName,
                           const QString& toolTip) {
    nameControl(control, objectName, caption, toolTip);
    QVBoxLayout* column = captioned(caption, control);
    column->addWidget(control);
    return column;
}

QVBoxLayout* labelledRow(const QString& caption, QWidget* buddy, QLayout* row) {
    QVBoxLayout* column = captioned(caption, buddy);
    column->addLayout(row);
    return column;
}

}  // namespace segmoe::ui
