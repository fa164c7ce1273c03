// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/folder_watch.h"

#include <algorithm>

#include <QFileInfo>

#include "ui/bridge/library_client.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

namespace {

constexpr int kDelayMs = 3000;
constexpr qsizetype kMostFolders = 4000;  // systems allow some ten thousand for all programs together

}  // namespace

FolderWatch::FolderWatch(LibraryClient& library, QObject* parent) : QObject(parent), m_library(library) {
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &FolderWatch::scanChanged);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this](const QString& folder) {
        m_changed.insert(folder);
        m_delay.start();
    });
    connect(&library, &LibraryClient::loaded, this, &FolderWatch::takeRoots);
    connect(&library, &LibraryClient::rootsChanged, this, &FolderWatch::takeRoots);
    connect(&library, &LibraryClient::modelsFound, this, &FolderWatch::takeModels);
}

void FolderWatch::takeRoots(const std::vector<LibraryRoot>& roots) {
    m_roots.clear();
    for (const LibraryRoot& root : roots)
        if (root.isEnabled && root.state == LibraryRoot::State::Ok) m_roots << pathText(root.path);
    watch();
}

void FolderWatch::takeModels(const std::vector<LibraryModel>& models) {
    const qsizetype known = m_places.size();
    for (const LibraryModel& model : models)
        if (!model.isMissing) m_places.insert(QFileInfo(pathText(model.facts.path)).absolutePath());
    if (m_places.size() > known) watch();
}

void FolderWatch::watch() {
    QSet<QString> wanted(m_roots.begin(), m_roots.end());
    for (const QString& place : m_places)
        if (wanted.size() < kMostFolders && !rootOf(place).isEmpty()) wanted.insert(place);
    const QStringList present = m_watcher.directories();
    QStringList gone, come;
    for (const QString& folder : present)
        if (!wanted.remove(folder)) gone << folder;
    for (const QString& folder : wanted)
        if (QFileInfo(folder).isDir()) come << folder;
    if (!gone.isEmpty()) m_watcher.removePaths(gone);
    if (!come.isEmpty()) m_watcher.addPaths(come);
}

QString FolderWatch::rootOf(const QString& folder) const {
    for (const QString& root : m_roots)
        if (folder == root || folder.startsWith(root + u'/')) return root;
    return {};
}

void FolderWatch::scanChanged() {
    QSet<QString> roots;
    for (const QString& folder : m_changed) roots.insert(rootOf(folder));
    m_changed.clear();
    roots.remove(QString());
    if (!roots.isEmpty()) m_library.scan(roots.size() == 1 ? *roots.cbegin() : QString());
}

}  // namespace segmoe::ui
