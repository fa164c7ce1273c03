// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include "core/engine/model_library.h"

namespace segmoe::ui {

class LibraryClient;

/// Has folders of the library looked through again when something in them comes, goes or is renamed: the folders
/// themselves and those in which models lie. A short while after the last change, so that a download of many files is
/// one look. Network drives tell of nothing; there it is Rescan that helps.
class FolderWatch : public QObject {
    Q_OBJECT
public:
    explicit FolderWatch(LibraryClient& library, QObject* parent = nullptr);

    /// How long it waits after a change.
    void setDelay(int milliseconds) { m_delay.setInterval(milliseconds); }
    QStringList watched() const { return m_watcher.directories(); }

private:
    void takeRoots(const std::vector<LibraryRoot>& roots);
    void takeModels(const std::vector<LibraryModel>& models);
    void watch();
    void scanChanged();
    QString rootOf(const QString& folder) const;

    LibraryClient& m_library;
    QFileSystemWatcher m_watcher;
    QTimer m_delay;
    QStringList m_roots;     ///< enabled ones that are there
    QSet<QString> m_places;  ///< folders in which models lie or lay
    QSet<QString> m_changed;
};

}  // namespace segmoe::ui
