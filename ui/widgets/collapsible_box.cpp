// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/collapsible_box.h"

#include <QToolButton>
#include <QVBoxLayout>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

CollapsibleBox::CollapsibleBox(Theme& theme, const QString& name, const QString& title, QWidget* content,
                               QWidget* parent)
    : QWidget(parent), m_theme(theme), m_header(new QToolButton), m_content(content) {
    setObjectName(name + u"_box"_s);
    m_header->setObjectName(name + u"_button"_s);
    m_header->setText(title);
    m_header->setAccessibleName(title);
    m_header->setCheckable(true);
    m_header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_header->setProperty("role", u"header"_s);
    m_header->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_header);
    column->addWidget(m_content);
    connect(m_header, &QToolButton::toggled, this, &CollapsibleBox::showState);
    connect(m_header, &QToolButton::toggled, this, &CollapsibleBox::toggled);
    connect(&theme, &Theme::changed, this, &CollapsibleBox::showState);
    showState();
}

bool CollapsibleBox::isOpen() const { return m_header->isChecked(); }

void CollapsibleBox::setOpen(bool open) { m_header->setChecked(open); }

void CollapsibleBox::showState() {
    m_header->setIcon(m_theme.icon(isOpen() ? u"chevron-down"_s : u"chevron-right"_s));
    m_content->setVisible(isOpen());
}

}  // namespace segmoe::ui
