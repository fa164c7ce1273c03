// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "ui/bridge/library_client.h"

namespace segmoe::ui {

/// Lives on the library thread and owns the library there. Signals are the client's, sent from that thread.
class LibraryWorker : public QObject {
    Q_OBJECT
public:
    LibraryWorker(LibraryFactory factory, KnownFoldersFunction knownFolders);
    ~LibraryWorker() override;

    void load(const QString& folder);
    void addRoot(const QString& folder, bool isForeign);
    void removeRoot(const QString& folder);
    void setRootEnabled(const QString& folder, bool enabled);
    void scan(const QString& onlyRoot, const CancelToken& cancel);
    void hash(const QString& model, const CancelToken& cancel);
    void edit(const std::function<void(LibraryAccess&)>& act);
    void trash(const QString& model);
    void findKnownFolders();

Q_SIGNALS:
    void loaded(const segmoe::ui::LibraryContent& content);
    void rootsChanged(const std::vector<segmoe::LibraryRoot>& roots);
    void modelsChanged(const std::vector<segmoe::LibraryModel>& models);
    void modelsFound(const std::vector<segmoe::LibraryModel>& models);
    void scanStarted();
    void scanProgressed(int done, int read);
    void scanFinished(const segmoe::LibraryScanReport& report, bool stopped);
    void hashProgressed(const QString& model, double fraction);
    void hashed(const QString& model, const QString& sha256);
    void trashed(const QString& model, const QString& inTrash);
    void knownFolders(const std::vector<segmoe::KnownFolder>& folders);
    void failed(const QString& what, const segmoe::Failure& failure);

private:
    /// Runs work that may throw; a failure names what it was about.
    void guarded(const QString& what, const std::function<void()>& work);
    LibraryAccess& library();

    LibraryFactory m_factory;
    KnownFoldersFunction m_knownFolders;
    std::unique_ptr<LibraryAccess> m_library;
};

}  // namespace segmoe::ui
