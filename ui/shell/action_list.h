// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "ui/shell/action_id.h"

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace segmoe::ui {

class ActionTable;
class ShortcutModel;

/// A filter line over the list of actions and their keys. Up and Down move in the list while the filter has the focus.
class ActionList : public QWidget {
    Q_OBJECT
public:
    /// PREFIX_filter_edit and PREFIX_list.
    ActionList(ActionTable& actions, const QString& prefix, QWidget* parent = nullptr);

    void setFilter(const QString& words);
    std::optional<ActionId> current() const;
    void focusFilter();
    void showWhere(bool shown);
    int count() const;

Q_SIGNALS:
    void activated(segmoe::ui::ActionId id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void applyFilter(const QString& words);

    ShortcutModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QLineEdit* m_filter;
    QTreeView* m_list;
};

}  // namespace segmoe::ui
