// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/shortcut_model.h"

#include <QAction>
#include <QPixmap>

#include "ui/shell/action_table.h"
#include "ui/shell/page_text.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QString keyTexts(const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& key : keys) {
        // The keypad's Enter goes without saying.
        const bool keypad = !texts.isEmpty() && key[0].key() == Qt::Key_Enter;
        if (!keypad) texts << key.toString(QKeySequence::NativeText);
    }
    return texts.join(u", "_s);
}

/// Empty where an action has none, so that the texts stand in one column.
QIcon iconOf(const QAction& action) {
    if (!action.icon().isNull()) return action.icon();
    QPixmap empty(16, 16);
    empty.fill(Qt::transparent);
    return empty;
}

}  // namespace

QString scopeText(const ActionRow& row) {
    if (row.scope == ActionScope::Page || row.scope == ActionScope::View) return pageName(row.page);
    return ShortcutModel::tr("Everywhere");
}

ShortcutModel::ShortcutModel(ActionTable& actions, QObject* parent) : QAbstractTableModel(parent), m_actions(actions) {
    for (const ActionRow& row : actionRows())
        if (actions.action(row.id)->isVisible()) m_rows.push_back(&row);
    connect(&actions, &ActionTable::shortcutsChanged, this,
            [this] { Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1)); });
}

int ShortcutModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ShortcutModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString ShortcutModel::text(const ActionRow& row, int column) const {
    switch (column) {
        case Action: return m_actions.text(row.id);
        case Where: return scopeText(row);
        case Keys: return keyTexts(m_actions.action(row.id)->shortcuts());
        case Default: return keyTexts(defaultKeys(row));
        default: return {};
    }
}

QVariant ShortcutModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const ActionRow& row = *m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole: return text(row, index.column());
        case Qt::DecorationRole: return index.column() == Action ? iconOf(*m_actions.action(row.id)) : QVariant();
        case Qt::AccessibleTextRole:
            return index.column() == Action ? tr("%1, %2").arg(text(row, Action), text(row, Keys)) : QVariant();
        case kSearchRole: return text(row, Action) + u' ' + text(row, Where) + u' ' + text(row, Keys);
        case kIdRole: return static_cast<int>(row.id);
        default: return {};
    }
}

QVariant ShortcutModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Action: return tr("Action");
        case Where: return tr("Where");
        case Keys: return tr("Keys");
        case Default: return tr("Default");
        default: return {};
    }
}

int ShortcutModel::rowOf(ActionId id) const {
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i]->id == id) return static_cast<int>(i);
    return -1;
}

}  // namespace segmoe::ui
