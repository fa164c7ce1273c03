// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What the library page does with the chosen models, and what it shows of the whole.
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMap>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

#include "ui/bridge/qt_convert.h"
#include "ui/library/check_group.h"
#include "ui/library/library_filter.h"
#include "ui/library/library_model.h"
#include "ui/library/library_page.h"
#include "ui/library/mixture_offer.h"
#include "ui/library/model_card_delegate.h"
#include "ui/library/model_detail.h"
#include "ui/library/model_file_acts.h"
#include "ui/library/model_previews.h"
#include "ui/library/model_text.h"
#include "ui/library/root_list.h"
#include "ui/library/roots_dialog.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/mime_kinds.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QSet<int> numbers(const QSet<QString>& keys) {
    QSet<int> values;
    for (const QString& key : keys) values.insert(key.toInt());
    return values;
}

}  // namespace

void LibraryPage::setRoots(const std::vector<LibraryRoot>& roots) {
    m_roots->setRoots(roots);
    m_rootCount = static_cast<int>(roots.size());
    QSet<QString> hidden;
    m_foreignRoots.clear();
    for (const LibraryRoot& root : roots)
        if (!root.isEnabled) hidden.insert(pathText(root.path));
    for (const LibraryRoot& root : roots)
        if (root.isForeign) m_foreignRoots << pathText(root.path);
    m_filter->setHiddenRoots(hidden);
    updateState();
}

void LibraryPage::updateFilters() {
    QMap<QString, int> architectures;
    QMap<int, int> kinds;
    QMap<int, int> states;
    for (int row = 0; row < m_models->rowCount(); ++row) {
        const QModelIndex index = m_models->index(row);
        const QString name = index.data(LibraryListModel::ArchitectureRole).toString();
        if (!name.isEmpty()) ++architectures[name];
        ++kinds[index.data(LibraryListModel::KindRole).toInt()];
        for (int state = 0; state <= static_cast<int>(LibraryFilter::State::NotChecked); ++state)
            states[state] += LibraryFilter::isInState(index, static_cast<LibraryFilter::State>(state));
    }
    std::vector<CheckGroup::Choice> choices;
    for (auto it = architectures.cbegin(); it != architectures.cend(); ++it)
        choices.push_back({it.key(), it.key(), it.value()});
    m_architectures->setChoices(choices);
    choices.clear();
    for (auto it = kinds.cbegin(); it != kinds.cend(); ++it)
        choices.push_back({QString::number(it.key()), roleText(static_cast<ModelRole>(it.key())), it.value()});
    m_kinds->setChoices(choices);
    const QStringList stateNames{tr("Missing"), tr("Duplicate"), tr("Refused"), tr("Unknown"), tr("Not checked")};
    choices.clear();
    for (auto it = states.cbegin(); it != states.cend(); ++it)
        if (it.value() > 0) choices.push_back({QString::number(it.key()), stateNames[it.key()], it.value()});
    m_states->setChoices(choices);
    applyFilters();
}

void LibraryPage::applyFilters() {
    m_filter->setArchitectures(m_architectures->checked());
    m_filter->setKinds(numbers(m_kinds->checked()));
    m_filter->setStates(numbers(m_states->checked()));
    updateState();
}

void LibraryPage::updateState() {
    for (QWidget* part : {static_cast<QWidget*>(m_scanBar), static_cast<QWidget*>(m_scanStop)})
        part->setVisible(m_isScanning);
    if (!m_isScanning && m_unidentified > 0)
        m_scanLabel->setText(tr("Checking hashes in the background: %n file(s) left", "", m_unidentified));
    m_scanLabel->setVisible(m_isScanning || m_unidentified > 0);
    m_rescan->setEnabled(!m_isScanning && m_rootCount > 0);
    if (m_rootCount == 0)
        m_stack->setCurrentWidget(m_noFolders);
    else if (m_models->rowCount() == 0 && !m_isScanning)
        m_stack->setCurrentWidget(m_noModels);
    else if (m_filter->rowCount() == 0 && m_models->rowCount() > 0)
        m_stack->setCurrentWidget(m_noMatch);
    else
        m_stack->setCurrentWidget(m_list);
}

void LibraryPage::setGrid(bool grid) {
    m_delegate->setGrid(grid);
    m_list->setViewMode(grid ? QListView::IconMode : QListView::ListMode);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setWrapping(grid);
    m_list->setDragEnabled(true);
    m_list->setSpacing(0);
    m_list->doItemsLayout();
}

QStringList LibraryPage::chosen() const {
    QStringList paths;
    for (const QModelIndex& index : m_list->selectionModel()->selectedIndexes())
        paths << index.data(LibraryListModel::IdRole).toString();
    return paths;
}

QString LibraryPage::current() const {
    const QStringList paths = chosen();
    return paths.size() == 1 ? paths.front() : QString();
}

void LibraryPage::updateDetail() {
    const QString path = current();
    const LibraryModel* model = m_models->find(path);
    m_detail->show(model, static_cast<int>(chosen().size()));
    m_detail->setDeletable(isDeletable(path));
    updatePicture();
    if (!model) return m_findUses.stop();
    m_detail->setHasPage(!m_acts->pageOf(*model).isEmpty());
    m_findUses.start();  // who only walks past a model asks nothing
}

void LibraryPage::updatePicture() {
    const LibraryModel* model = m_models->find(current());
    m_detail->setPicture(model ? m_previews->picture(model->preview, ModelDetail::kPicturePixels) : QPixmap());
}

bool LibraryPage::isDeletable(const QString& path) const {
    const LibraryModel* model = m_models->find(path);
    return model && !model->isMissing && !m_foreignRoots.contains(pathText(model->root));
}

void LibraryPage::useAs(const QString& what) {
    for (const QString& path : chosen()) {
        const LibraryModel* model = m_models->find(path);
        if (!model) continue;
        const QString refusal = what == "render"_L1 ? renderRefusalText(*model) : refusalText(*model);
        if (!refusal.isEmpty()) {
            Q_EMIT m_context.navigator.message(refusal);
            continue;
        }
        m_library.noteUse(path);
        if (what == "base"_L1) return Q_EMIT m_context.navigator.baseWanted(path);
        if (what == "render"_L1) return Q_EMIT m_context.navigator.modelWanted(path);
        Q_EMIT m_context.navigator.expertWanted(path);
    }
}

void LibraryPage::addFolder() {
    auto* dialog = new QFileDialog(this, tr("Add a folder of models"));
    dialog->setObjectName(u"library_folder_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::filesSelected, this, &LibraryPage::addRoots);
    dialog->open();
}

void LibraryPage::chooseFolders() {
    auto* dialog = new RootsDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_library, &LibraryClient::knownFolders, dialog, [this, dialog](const std::vector<KnownFolder>& folders) {
        dialog->setFolders(folders, m_roots->folders());
    });
    connect(dialog, &RootsDialog::chosen, this, [this](const QStringList& foreign, const QStringList& own) {
        for (const QString& folder : foreign) m_library.addRoot(folder, true);
        m_offer->expect(foreign + own);
        addRoots(own);
    });
    dialog->open();
    m_library.findKnownFolders();
}

void LibraryPage::addRoots(const QStringList& folders) {
    for (const QString& folder : folders) m_library.addRoot(folder, false);
    m_library.scan({});
}

void LibraryPage::rescan() { m_library.scan({}); }

void LibraryPage::find(const QString& name) {
    for (CheckGroup* group : {m_architectures, m_kinds, m_states}) group->clear();
    m_find->setText(name);
    m_find->setFocus(Qt::ShortcutFocusReason);
}

void LibraryPage::focusFind() {
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void LibraryPage::confirmDelete() {
    if (isDeletable(current())) m_acts->confirmDelete(current());
}

bool LibraryPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_list || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
        useAs(u"expert"_s);
        return true;
    }
    if (isEnter && key->modifiers() == Qt::NoModifier && !current().isEmpty()) {
        m_detail->takeFocus();
        return true;
    }
    if (key->key() == Qt::Key_F2 && !current().isEmpty()) {
        m_detail->editAlias();
        return true;
    }
    if (key->key() == Qt::Key_Delete && !current().isEmpty()) {
        confirmDelete();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void LibraryPage::dragEnterEvent(QDragEnterEvent* event) {
    const QStringList files = localFiles(*event->mimeData());
    if (files.isEmpty() || event->source() == m_list) return;
    event->acceptProposedAction();
    Q_EMIT m_context.navigator.message(tr("Add the folder to the library"));
}

void LibraryPage::dropEvent(QDropEvent* event) {
    QStringList folders;
    for (const QString& path : localFiles(*event->mimeData())) {
        const QFileInfo info(path);
        folders << (info.isDir() ? info.filePath() : info.path());
    }
    folders.removeDuplicates();
    if (folders.isEmpty()) return;
    event->acceptProposedAction();
    addRoots(folders);
}

}  // namespace segmoe::ui
