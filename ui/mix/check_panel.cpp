// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/check_panel.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QString levelName(CheckLevel level) {
    return level == CheckLevel::Error ? u"error"_s : level == CheckLevel::Warning ? u"warning"_s : u"info"_s;
}

}  // namespace

CheckPanel::CheckPanel(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this)) {
    setObjectName(u"mix_check_list"_s);
    setAccessibleName(tr("Checks"));
    m_column->setContentsMargins(0, 8, 0, 0);
    m_column->setSpacing(6);
    m_column->addStretch(1);
    connect(&theme, &Theme::changed, this, [this] {
        const std::vector<Check> checks = std::exchange(m_checks, {});
        show(checks);
    });
}

QWidget* CheckPanel::row(const Check& check, int index) {
    const QString level = levelName(check.level);
    auto* frame = new QFrame;
    frame->setObjectName(u"mix_check_%1"_s.arg(check.id));
    frame->setAccessibleName(check.sentence);
    frame->setProperty("role", u"check"_s);
    frame->setProperty("level", level);
    auto* icon = new QLabel;
    icon->setPixmap(m_theme.icon(level).pixmap(QSize(18, 18), devicePixelRatioF()));
    icon->setAccessibleName(check.level == CheckLevel::Error     ? tr("Error")
                            : check.level == CheckLevel::Warning ? tr("Warning")
                                                                 : tr("Note"));
    auto* text = new QLabel(check.sentence);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(icon, 0, Qt::AlignTop);
    line->addWidget(text, 1);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(6);
    column->addLayout(line);
    if (check.actions.empty()) return frame;
    auto* buttons = new WrapLayout(6);
    buttons->setContentsMargins(26, 0, 0, 0);
    for (std::size_t i = 0; i < check.actions.size(); ++i) {
        const CheckAction& action = check.actions[i];
        auto* button = new QPushButton(action.label);
        button->setProperty("role", u"small"_s);
        nameControl(button, u"mix_check_%1_%2_button"_s.arg(index).arg(i),
                    tr("%1: %2").arg(check.sentence, action.label));
        button->setProperty("check", check.id);
        connect(button, &QPushButton::clicked, this, [this, check, action] { Q_EMIT actionWanted(check, action); });
        buttons->add(button);
    }
    column->addLayout(buttons);
    return frame;
}

void CheckPanel::show(const std::vector<Check>& checks) {
    if (checks == m_checks) return;
    m_checks = checks;
    while (m_column->count() > 1) {
        QLayoutItem* item = m_column->takeAt(0);
        for (QWidget* child : item->widget()->findChildren<QWidget*>()) child->setObjectName({});
        item->widget()->setObjectName({});
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < checks.size(); ++i)
        m_column->insertWidget(static_cast<int>(i), row(checks[i], static_cast<int>(i)));
}

}  // namespace segmoe::ui
