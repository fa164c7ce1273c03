// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/check_group.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

CheckGroup::CheckGroup(const QString& heading, const QString& objectName, QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout) {
    setObjectName(objectName);
    auto* label = new QLabel(heading);
    label->setProperty("role", u"strong"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(label);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2);
    column->addLayout(m_grid);
}

void CheckGroup::setChoices(const std::vector<Choice>& choices) {
    const QSet<QString> ticked = checked();
    for (QCheckBox* box : m_boxes) delete box;
    m_boxes.clear();
    for (const Choice& choice : choices) {
        auto* box = new QCheckBox(tr("%1  %2", "filter and how many").arg(choice.text).arg(choice.count));
        nameControl(box, objectName() + u'_' + QString::number(m_boxes.size()) + u"_check"_s, choice.text);
        box->setProperty("key", choice.key);
        box->setChecked(ticked.contains(choice.key));
        connect(box, &QCheckBox::toggled, this, &CheckGroup::changed);
        m_grid->addWidget(box, static_cast<int>(m_boxes.size()), 0);
        m_boxes.push_back(box);
    }
    setVisible(!choices.empty());
}

QSet<QString> CheckGroup::checked() const {
    QSet<QString> keys;
    for (const QCheckBox* box : m_boxes)
        if (box->isChecked()) keys.insert(box->property("key").toString());
    return keys;
}

void CheckGroup::clear() {
    for (QCheckBox* box : m_boxes) {
        const QSignalBlocker blocked(box);
        box->setChecked(false);
    }
    Q_EMIT changed();
}

}  // namespace segmoe::ui
