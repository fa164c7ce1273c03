// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// LibraryPage: the menu of the models that are chosen.
#include <QListView>
#include <QMenu>

#include "ui/bridge/library_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/settings.h"
#include "ui/library/library_model.h"
#include "ui/library/library_page.h"
#include "ui/library/model_detail.h"
#include "ui/library/model_file_acts.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

void LibraryPage::showContextMenu(const QPoint& position) {
    if (chosen().isEmpty()) return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"library_context_menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const LibraryModel* model = m_models->find(current());
    if (model) menu->addAction(tr("Use as base"), this, [this] { useAs(u"base"_s); });
    menu->addAction(tr("Add as expert"), this, [this] { useAs(u"expert"_s); });
    if (model && model->facts.role == ModelRole::Lora) addLoraMenu(*menu);
    if (model) menu->addAction(tr("Render with it"), this, [this] { useAs(u"render"_s); });
    menu->addSeparator();
    if (model) {
        menu->addAction(tr("Rename alias"), m_detail, &ModelDetail::editAlias);
        menu->addAction(tr("Tags…"), m_detail, &ModelDetail::editTags);
    }
    menu->addAction(tr("Check hash"), this, [this] { m_library.hash(chosen()); });
    if (model) addFileActs(*menu, *model);
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void LibraryPage::addLoraMenu(QMenu& menu) {
    QMenu* places = menu.addMenu(tr("Add as LoRA to"));
    places->setObjectName(u"library_lora_menu"_s);
    const QStringList cards = m_context.navigator.mixCards();
    for (int card = 0; card < cards.size(); ++card)
        places->addAction(QString(cards[card]).replace(u'&', u"&&"_s), this, [this, card, path = current()] {
            m_library.noteUse(path);
            Q_EMIT m_context.navigator.loraWanted(path, card);
        });
    if (cards.isEmpty()) places->addAction(tr("No mixture is open"))->setEnabled(false);
}

/// CivitAI knows files by their digest, which is computed first where it is not known.
void LibraryPage::lookUp(const LibraryModel& model) {
    m_lookedUp = pathText(model.facts.path);
    if (!model.sha256.empty()) return lookUpDigest(m_lookedUp, toText(model.sha256));
    Q_EMIT m_context.navigator.message(tr("Computing the hash of %1 first…").arg(toText(model.facts.name)));
    m_library.hash({m_lookedUp});
}

void LibraryPage::lookUpDigest(const QString& model, const QString& sha256) {
    if (model != m_lookedUp) return;
    m_lookedUp.clear();
    Q_EMIT m_context.navigator.hubLinkWanted(u"sha256:"_s + sha256);
}

void LibraryPage::addFileActs(QMenu& menu, const LibraryModel& chosen) {
    const LibraryModel model = chosen;  // the list may change while the menu is open
    const bool isFile = !model.isMissing;
    const auto add = [&](const QString& text, bool enabled, auto act) {
        menu.addAction(text, this, act)->setEnabled(enabled);
    };
    if (model.copies > 1) add(tr("Copies…"), isFile, [this, path = current()] { m_acts->showCopies(path); });
    add(tr("Header"), isFile && model.facts.role != ModelRole::Refused,
        [this, path = current()] { m_acts->showHeader(path); });
    menu.addSeparator();
    add(tr("Show file"), isFile, [this] { Q_EMIT m_detail->showFileWanted(); });
    add(tr("Copy path"), true, [this, model] { m_acts->copyPath(model); });
    add(tr("Copy hash"), !model.sha256.empty(), [this, model] { m_acts->copyHash(model); });
    const bool isOffline = m_context.settings.get(keys::kOffline);
    add(tr("Look up online"), isFile && !model.isFolder && model.facts.role != ModelRole::Refused && !isOffline,
        [this, model] { lookUp(model); });
    add(tr("Model page"), !m_acts->pageOf(model).isEmpty(), [this, model] { m_acts->openPage(model); });
    menu.addSeparator();
    add(tr("Move…"), isDeletable(current()), [this, model] { m_acts->move(model); });
    add(tr("Delete file…"), isDeletable(current()), [this] { confirmDelete(); });
}

}  // namespace segmoe::ui
