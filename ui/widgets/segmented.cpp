// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/segmented.h"

#include <QButtonGroup>
#include <QPushButton>
#include <QStyle>

#include "ui/widgets/field.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

Segmented::Segmented(const std::vector<Choice>& choices, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)) {
    auto* row = new WrapLayout(0, 2);
    setLayout(row);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        auto* button = new QPushButton(choices[i].text);
        button->setCheckable(true);
        button->setProperty("role", u"segment"_s);
        nameControl(button, choices[i].objectName, choices[i].text, choices[i].toolTip);
        m_group->addButton(button, static_cast<int>(i));
        row->add(button);
    }
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_group->button(0)->setChecked(true);
    fixEdges();
    fixTabStops();
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (!checked) return;
        fixTabStops();
        Q_EMIT currentChanged(id);
    });
}

/// The theme rounds the first at the left and the last at the right.
void Segmented::fixEdges() {
    const int last = static_cast<int>(m_group->buttons().size()) - 1;
    for (QAbstractButton* button : m_group->buttons()) {
        const int id = m_group->id(button);
        const int place = isRightToLeft() ? last - id : id;
        button->setProperty("edge", place == 0 ? u"first"_s : place == last ? u"last"_s : u"middle"_s);
        button->style()->polish(button);
    }
}

void Segmented::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LayoutDirectionChange) fixEdges();
    QWidget::changeEvent(event);
}

/// Tab stops at the chosen one. Qt sees to that itself only when one of them gets the focus.
void Segmented::fixTabStops() {
    for (QAbstractButton* button : m_group->buttons())
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
}

void Segmented::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    // Only now the style is known. The chosen one is bold: none may change its width when it is chosen.
    for (QAbstractButton* button : m_group->buttons()) {
        QFont bold = button->font();
        bold.setWeight(QFont::DemiBold);
        const int growth = QFontMetrics(bold).horizontalAdvance(button->text()) -
                           button->fontMetrics().horizontalAdvance(button->text());
        button->setMinimumWidth(button->minimumSizeHint().width() + std::max(0, growth));
    }
}

int Segmented::current() const { return m_group->checkedId(); }

void Segmented::setCurrent(int choice) { m_group->button(choice)->setChecked(true); }

void Segmented::setWrapping(bool wraps) {
    m_wraps = wraps;
    setSizePolicy(QSizePolicy::Maximum, wraps ? QSizePolicy::Minimum : QSizePolicy::Fixed);
}

QSize Segmented::minimumSizeHint() const { return m_wraps ? QWidget::minimumSizeHint() : sizeHint(); }

void Segmented::setChoiceEnabled(int choice, bool enabled) { m_group->button(choice)->setEnabled(enabled); }

void Segmented::setChoiceToolTip(int choice, const QString& toolTip) { m_group->button(choice)->setToolTip(toolTip); }

}  // namespace segmoe::ui
