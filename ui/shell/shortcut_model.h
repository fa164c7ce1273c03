// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "ui/shell/action_rows.h"

namespace segmoe::ui {

class ActionTable;

/// The actions of the table with their keys: behind the command list, the list of shortcuts and their settings.
class ShortcutModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Action, Where, Keys, Default, ColumnCount };
    static constexpr int kIdRole = Qt::UserRole;          ///< int(ActionId)
    static constexpr int kSearchRole = Qt::UserRole + 1;  ///< all that is shown of the row

    explicit ShortcutModel(ActionTable& actions, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    ActionId id(int row) const { return m_rows[static_cast<std::size_t>(row)]->id; }
    int rowOf(ActionId id) const;

private:
    QString text(const ActionRow& row, int column) const;

    ActionTable& m_actions;
    std::vector<const ActionRow*> m_rows;
};

/// "Mix", "Everywhere"…: where the key of an action works.
QString scopeText(const ActionRow& row);

}  // namespace segmoe::ui
