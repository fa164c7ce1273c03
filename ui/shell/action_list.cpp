// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/action_list.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/shell/action_table.h"
#include "ui/shell/shortcut_model.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

ActionList::ActionList(ActionTable& actions, const QString& prefix, QWidget* parent)
    : QWidget(parent),
      m_model(new ShortcutModel(actions, this)),
      m_filtered(new QSortFilterProxyModel(this)),
      m_filter(new QLineEdit),
      m_list(new QTreeView) {
    nameControl(m_filter, prefix + u"_filter_edit"_s, tr("Find an action"));
    m_filter->setPlaceholderText(tr("Find an action…"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterRole(ShortcutModel::kSearchRole);
    nameControl(m_list, prefix + u"_list"_s, tr("Actions"));
    m_list->setProperty("role", u"panel"_s);
    m_list->setModel(m_filtered);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderHidden(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setColumnHidden(ShortcutModel::Default, true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(ShortcutModel::Action, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(ShortcutModel::Where, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(ShortcutModel::Keys, QHeaderView::ResizeToContents);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &ActionList::applyFilter);
    connect(m_list, &QTreeView::activated, this, [this] {
        if (const auto id = current()) Q_EMIT activated(*id);
    });
    applyFilter({});
}

void ActionList::setFilter(const QString& words) { m_filter->setText(words); }

void ActionList::focusFilter() { m_filter->setFocus(); }

void ActionList::showWhere(bool shown) { m_list->setColumnHidden(ShortcutModel::Where, !shown); }

int ActionList::count() const { return m_filtered->rowCount(); }

void ActionList::applyFilter(const QString& words) {
    // Every word somewhere in the row, in any order.
    QString pattern;
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts))
        pattern += u"(?=.*%1)"_s.arg(QRegularExpression::escape(word));
    m_filtered->setFilterRegularExpression(
        QRegularExpression(u'^' + pattern, QRegularExpression::CaseInsensitiveOption));
    m_list->setCurrentIndex(m_filtered->index(0, 0));
}

std::optional<ActionId> ActionList::current() const {
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid()) return std::nullopt;
    return static_cast<ActionId>(index.data(ShortcutModel::kIdRole).toInt());
}

bool ActionList::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_filter || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const int row = m_list->currentIndex().row();
    switch (key->key()) {
        case Qt::Key_Down: m_list->setCurrentIndex(m_filtered->index(std::min(row + 1, count() - 1), 0)); return true;
        case Qt::Key_Up: m_list->setCurrentIndex(m_filtered->index(std::max(row - 1, 0), 0)); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (const auto id = current()) Q_EMIT activated(*id);
            return true;
        default: return false;
    }
}

}  // namespace segmoe::ui
