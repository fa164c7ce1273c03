// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include <QAction>
#include <QObject>
#include <QPointer>

#include "ui/shell/action_rows.h"

namespace segmoe::ui {

class Settings;
class Theme;

/// The actions of action_rows as QActions. Pages connect to what concerns them; an action of a page is enabled only
/// while that page is shown, so that pages may use the same key.
class ActionTable : public QObject {
    Q_OBJECT
public:
    ActionTable(Theme& theme, const std::vector<PageId>& pages, QObject* parent = nullptr);

    QAction* action(ActionId id) const { return m_entries.at(id).action; }
    QList<QAction*> all() const;
    const ActionRow& row(ActionId id) const { return *m_entries.at(id).row; }
    /// What a list of actions calls it: without the marks of mnemonics and dialogs.
    QString text(ActionId id) const;

    /// Takes the keys that the user has changed; the others are the table's.
    void applyShortcuts(const Settings& settings);
    /// The other action that this key means already in the same place.
    std::optional<ActionId> conflict(ActionId id, const QKeySequence& key) const;

    /// Calls `act` when the action is triggered while `page` is visible. The way to a shared action; the same action
    /// may be connected by several pages.
    void onPage(ActionId id, QWidget* page, const std::function<void()>& act);
    /// What a page says about its own action: nothing to copy, nothing to cancel…
    void setAvailable(ActionId id, bool available);
    /// Gives the window every action that needs no particular focus, so that their keys work.
    void addToWindow(QWidget* window);
    /// Gives a view (found by its objectName) the actions that work only with its focus.
    void addToView(QWidget* view);
    void setCurrentPage(PageId page);

Q_SIGNALS:
    void shortcutsChanged();

private:
    struct Entry {
        const ActionRow* row;
        QAction* action;
        bool available = true;
        std::vector<QPointer<QWidget>> users;
    };
    void refresh(Entry& entry);

    std::map<ActionId, Entry> m_entries;
    PageId m_current = PageId::Render;
};

}  // namespace segmoe::ui
