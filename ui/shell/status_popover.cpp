// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/status_popover.h"

#include <QLabel>
#include <QVBoxLayout>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

StatusPopover::StatusPopover(const QString& objectName, const QString& title, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_content(new QVBoxLayout) {
    setObjectName(objectName);
    setProperty("role", u"popover"_s);
    setAccessibleName(title);
    auto* heading = new QLabel(title);
    heading->setProperty("role", u"strong"_s);
    m_content->setSpacing(8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    column->addWidget(heading);
    column->addLayout(m_content);
}

void StatusPopover::openAt(QWidget* button) {
    adjustSize();
    const QRect window = button->window()->geometry();
    QPoint corner = button->mapToGlobal(QPoint(0, -height() - 6));
    corner.setX(std::clamp(corner.x(), window.left() + 4, std::max(window.left() + 4, window.right() - width() - 4)));
    corner.setY(std::max(corner.y(), window.top()));
    move(corner);
    show();
    focusNextChild();
}

}  // namespace segmoe::ui
