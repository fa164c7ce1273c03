// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/help_button.h"

#include <QToolTip>

#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

HelpButton::HelpButton(Theme& theme, const QString& objectName, const QString& subject, const QString& text,
                       QWidget* parent)
    : QToolButton(parent) {
    nameControl(this, objectName, tr("Help on %1").arg(subject), text);
    setAutoRaise(true);
    theme.bindIcon(this, QStringLiteral("help"));
    connect(this, &QToolButton::clicked, this,
            [this] { QToolTip::showText(mapToGlobal(QPoint(0, height())), toolTip(), this); });
}

}  // namespace segmoe::ui
