// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/action_table.h"

#include <algorithm>

#include <QActionGroup>
#include <QCoreApplication>
#include <QKeySequence>
#include <QWidget>

#include "ui/bridge/settings.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

ActionTable::ActionTable(Theme& theme, const std::vector<PageId>& pages, QObject* parent) : QObject(parent) {
    const auto exists = [&pages](PageId page) { return std::find(pages.begin(), pages.end(), page) != pages.end(); };
    for (const ActionRow& row : actionRows()) {
        auto* action = new QAction(QCoreApplication::translate("ActionTable", row.text), this);
        action->setObjectName(QLatin1String(row.name));
        action->setShortcuts(defaultKeys(row));
        action->setCheckable(row.checkable);
        if (row.scope == ActionScope::View) action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        if (*row.icon) theme.bindIcon(action, QLatin1String(row.icon));
        const bool ofPage =
            row.scope == ActionScope::Page || row.scope == ActionScope::View || row.scope == ActionScope::Home;
        if (ofPage) action->setVisible(exists(row.page));
        m_entries.emplace(row.id, Entry{.row = &row, .action = action, .available = true, .users = {}});
    }
    for (PageId page :
         {PageId::Mix, PageId::Render, PageId::Routing, PageId::Library, PageId::Gallery, PageId::Settings})
        action(pageAction(page))->setVisible(exists(page));
    auto* themes = new QActionGroup(this);
    for (ActionId id : {ActionId::ViewThemeSystem, ActionId::ViewThemeLight, ActionId::ViewThemeDark})
        themes->addAction(action(id));
    setCurrentPage(m_current);
}

QList<QAction*> ActionTable::all() const {
    QList<QAction*> actions;
    for (const ActionRow& row : actionRows()) actions << action(row.id);
    return actions;
}

QString ActionTable::text(ActionId id) const {
    QString name = action(id)->text().remove(u'&').remove(QChar(0x2026));
    // Among all actions "Render" would be two things.
    if (id >= ActionId::PageMix && id <= ActionId::PageSettings) name = tr("Go to %1").arg(name);
    return name;
}

void ActionTable::applyShortcuts(const Settings& settings) {
    for (const auto& [id, entry] : m_entries) {
        const auto changed = settings.shortcut(QLatin1String(entry.row->name));
        const QList<QKeySequence> keys = changed ? keysFromText(*changed) : defaultKeys(*entry.row);
        if (entry.action->shortcuts() != keys) entry.action->setShortcuts(keys);
    }
    Q_EMIT shortcutsChanged();
}

std::optional<ActionId> ActionTable::conflict(ActionId id, const QKeySequence& key) const {
    for (const auto& [other, entry] : m_entries)
        if (other != id && entry.action->isVisible() && entry.action->shortcuts().contains(key) &&
            scopesOverlap(row(id), *entry.row))
            return other;
    return std::nullopt;
}

void ActionTable::onPage(ActionId id, QWidget* page, const std::function<void()>& act) {
    Entry& entry = m_entries.at(id);
    entry.users.emplace_back(page);
    connect(entry.action, &QAction::triggered, page, [page, act] {
        if (page->isVisible()) act();
    });
    refresh(entry);
}

void ActionTable::setAvailable(ActionId id, bool available) {
    Entry& entry = m_entries.at(id);
    entry.available = available;
    refresh(entry);
}

void ActionTable::addToWindow(QWidget* window) {
    for (const auto& [id, entry] : m_entries)
        if (entry.row->scope != ActionScope::View) window->addAction(entry.action);
}

void ActionTable::addToView(QWidget* view) {
    for (const auto& [id, entry] : m_entries)
        if (entry.row->scope == ActionScope::View && view->objectName() == QLatin1String(entry.row->view))
            view->addAction(entry.action);
}

void ActionTable::setCurrentPage(PageId page) {
    m_current = page;
    for (auto& [id, entry] : m_entries) refresh(entry);
}

void ActionTable::refresh(Entry& entry) {
    bool reachable = true;
    const ActionScope scope = entry.row->scope;
    if (scope == ActionScope::Page || scope == ActionScope::View) reachable = entry.row->page == m_current;
    if (scope == ActionScope::Shared)
        reachable = std::any_of(entry.users.begin(), entry.users.end(), [](const QPointer<QWidget>& user) {
            return user && user->isVisibleTo(user->window());
        });
    entry.action->setEnabled(entry.available && reachable);
}

}  // namespace segmoe::ui
