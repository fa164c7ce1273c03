// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include <QObject>

#include "ui/bridge/library_client.h"
#include "ui/bridge/told_models.h"

namespace segmoe::ui {

/// Lives on the library thread and owns the library there. Signals are the client's, sent from that thread.
class LibraryWorker : public QObject {
    Q_OBJECT
public:
    /// rest: while it is true, reading in the background rests.
    LibraryWorker(LibraryFactory factory, KnownFoldersFunction knownFolders,
                  std::shared_ptr<const std::atomic<bool>> rest);
    ~LibraryWorker() override;

    void load(const QString& folder);
    void addRoot(const QString& folder, bool isForeign);
    void removeRoot(const QString& folder);
    void setRootEnabled(const QString& folder, bool enabled);
    void scan(const QString& onlyRoot, const CancelToken& cancel);
    void hash(const QString& model, const CancelToken& cancel);
    void setIdentifying(bool on);
    void findCopies(const QString& model);
    void joinCopies(const QString& keep, const QStringList& copies, const CancelToken& cancel);
    void trashCopies(const QString& keep, const QStringList& copies, const CancelToken& cancel);
    void move(const QString& model, const QString& folder, const CancelToken& cancel);
    void readHeader(const QString& model);
    void findUses(const QString& model, const QStringList& recipes);
    void edit(const std::function<void(LibraryAccess&)>& act);
    void trash(const QString& model);
    void findKnownFolders();

Q_SIGNALS:
    void loaded(const std::vector<segmoe::LibraryRoot>& roots, bool wasRebuilt);
    void rootsChanged(const std::vector<segmoe::LibraryRoot>& roots);
    void modelsFound(const std::vector<segmoe::LibraryModel>& models);
    void modelsGone(const QStringList& models);
    void scanStarted();
    void scanProgressed(int done, int read);
    void scanFinished(const segmoe::LibraryScanReport& report, bool stopped);
    void hashProgressed(const QString& model, double fraction);
    void hashed(const QString& model, const QString& sha256, const QString& autoV3);
    void identifying(int left);
    void copiesFound(const QString& model, const std::vector<segmoe::ModelCopy>& copies);
    void fileWorkProgressed(double fraction);
    void copiesJoined(int files, qint64 freedBytes);
    void copiesTrashed(const QStringList& files, const QStringList& inTrash);
    void moved(const QString& model, const QString& place);
    void fileWorkEnded();
    void headerRead(const QString& model, const segmoe::ModelHeader& header);
    void usesFound(const QString& model, const segmoe::ModelUses& uses);
    void trashed(const QString& model, const QString& inTrash);
    void knownFolders(const std::vector<segmoe::KnownFolder>& folders);
    void failed(const QString& what, const segmoe::Failure& failure);

private:
    /// Runs work that may throw; a failure names what it was about.
    void guarded(const QString& what, const std::function<void()>& work);
    LibraryAccess& library();
    [[noreturn]] static void throwNoTrash(const QString& model);
    /// As guarded(), and tells that the work has ended.
    void fileWork(const QString& what, const std::function<void()>& work);
    /// For the signals of progress, at most ten a second.
    ProgressSink throttled(std::function<void(double fraction)> tell);
    /// What has changed since the window was told last.
    void tellModels();
    void tellFound(std::span<const LibraryModel> models);
    void tellGone(const QStringList& models);
    void identify();
    void takeDigests(const QString& model, const FileDigests& digests);

    LibraryFactory m_factory;
    KnownFoldersFunction m_knownFolders;
    std::shared_ptr<const std::atomic<bool>> m_rest;
    std::unique_ptr<LibraryAccess> m_library;
    ToldModels m_told;
    bool m_identifies = false;
    bool m_hasNewFiles = false;                           ///< since the background began
    int m_left = 0;                                       ///< files the background has still to read
    int m_round = 0;                                      ///< of the background: what an older one tells is late
    std::unique_ptr<LibraryIdentification> m_background;  ///< null while it does not run
};

}  // namespace segmoe::ui
