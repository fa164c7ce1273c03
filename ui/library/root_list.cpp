// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/root_list.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/library/model_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/mime_kinds.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QString stateOf(const LibraryRoot& root) {
    switch (root.state) {
        case LibraryRoot::State::Missing: return RootList::tr("not there");
        case LibraryRoot::State::NoAccess: return RootList::tr("no permission");
        case LibraryRoot::State::Ok: break;
    }
    return RootList::tr("%n model(s)", "", root.models) + u" · "_s + byteText(root.bytes);
}

QStringList foldersIn(const QMimeData& data) {
    QStringList folders;
    for (const QString& path : localFiles(data))
        if (QFileInfo(path).isDir()) folders << path;
    return folders;
}

}  // namespace

RootList::RootList(Theme& theme, QWidget* parent) : QWidget(parent), m_list(new QListWidget), m_menu(new QToolButton) {
    setAcceptDrops(true);
    nameControl(m_list, u"library_root_list"_s, tr("Folders"), tr("Ticked folders are shown."));
    m_list->setProperty("role", u"panel"_s);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setMinimumHeight(96);  // two folders, each with what is in it, and the edge of a third
    m_list->setMaximumHeight(150);
    auto* add = new QPushButton(tr("Add folder…"));
    nameControl(add, u"library_root_add_button"_s, tr("Add folder"), tr("Add a folder. Files are not moved."));
    theme.bindIcon(add, u"folder-add"_s);
    nameControl(m_menu, u"library_root_menu_button"_s, tr("Folder menu"));
    theme.bindIcon(m_menu, u"more"_s);
    buildMenu();
    auto* row = new QHBoxLayout;
    row->addWidget(add, 1);
    row->addWidget(m_menu);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_list);
    column->addLayout(row);
    connect(add, &QPushButton::clicked, this, &RootList::addWanted);
    connect(m_list, &QListWidget::itemChanged, this, &RootList::itemChanged);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int at) { m_menu->setEnabled(at >= 0); });
}

void RootList::buildMenu() {
    auto* menu = new QMenu(m_menu);
    menu->setObjectName(u"library_root_menu"_s);
    menu->addAction(tr("Rescan"), this, [this] { Q_EMIT rescanWanted(current()); });
    menu->addAction(tr("Show in the file manager"), this, [this] { Q_EMIT showWanted(current()); });
    menu->addSeparator();
    menu->addAction(tr("Remove from the list (files stay)"), this, [this] { Q_EMIT removeWanted(current()); });
    m_menu->setMenu(menu);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setEnabled(false);
}

void RootList::setRoots(const std::vector<LibraryRoot>& roots) {
    const QString chosen = current();
    m_filling = true;
    m_list->clear();
    for (const LibraryRoot& root : roots) {
        const QString path = pathText(root.path);
        const QString parent = QFileInfo(QFileInfo(path).path()).fileName();
        const QString name = parent.isEmpty() ? QFileInfo(path).fileName() : parent + u'/' + QFileInfo(path).fileName();
        auto* item = new QListWidgetItem(name + u'\n' + stateOf(root));
        item->setData(Qt::UserRole, path);
        item->setToolTip(QDir::toNativeSeparators(path));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(root.isEnabled ? Qt::Checked : Qt::Unchecked);
        m_list->addItem(item);
        if (path == chosen) m_list->setCurrentItem(item);
    }
    m_filling = false;
    m_menu->setEnabled(m_list->currentRow() >= 0);
}

QString RootList::current() const {
    const QListWidgetItem* item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

QStringList RootList::folders() const {
    QStringList folders;
    for (int row = 0; row < m_list->count(); ++row) folders << m_list->item(row)->data(Qt::UserRole).toString();
    return folders;
}

void RootList::itemChanged(QListWidgetItem* item) {
    if (!m_filling) Q_EMIT enabledChanged(item->data(Qt::UserRole).toString(), item->checkState() == Qt::Checked);
}

void RootList::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void RootList::dropEvent(QDropEvent* event) {
    const QStringList folders = foldersIn(*event->mimeData());
    if (folders.isEmpty()) return;
    event->acceptProposedAction();
    Q_EMIT dropped(folders);
}

}  // namespace segmoe::ui
