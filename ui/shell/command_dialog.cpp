// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/command_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shell/action_list.h"
#include "ui/shell/action_table.h"
#include "ui/shell/page_text.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

CommandDialog::CommandDialog(ActionTable& actions, QWidget* parent) : QDialog(parent) {
    setObjectName(u"command_dialog"_s);
    setWindowTitle(tr("Command list"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(560, 440);
    auto* list = new ActionList(actions, u"command"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->addWidget(list);
    list->focusFilter();
    connect(list, &ActionList::activated, this, [this](ActionId id) {
        accept();
        Q_EMIT chosen(id);
    });
}

ShortcutsDialog::ShortcutsDialog(ActionTable& actions, PageId page, QWidget* parent) : QDialog(parent) {
    setObjectName(u"shortcuts_dialog"_s);
    setWindowTitle(tr("Help and keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(640, 560);
    auto* title = new QLabel(pageName(page));
    title->setProperty("role", u"heading"_s);
    auto* help = new QLabel(pageHelp(page));
    help->setWordWrap(true);
    help->setProperty("role", u"secondary"_s);
    auto* list = new ActionList(actions, u"shortcuts"_s);
    auto* buttons = new QDialogButtonBox;
    QPushButton* edit = buttons->addButton(tr("Change keys…"), QDialogButtonBox::ActionRole);
    nameControl(edit, u"shortcuts_edit_button"_s, edit->text());
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    nameControl(close, u"shortcuts_close_button"_s, close->text());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(help);
    column->addSpacing(8);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    list->focusFilter();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(edit, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT editWanted();
    });
}

}  // namespace segmoe::ui
