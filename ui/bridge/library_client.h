// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QObject>
#include <QString>
#include <QStringList>
#include <QThread>

#include "core/base/cancel_token.h"
#include "core/engine/failure.h"
#include "core/engine/model_library.h"
#include "ui/bridge/turn_queue.h"

namespace segmoe::ui {

/// So many rows are taken into the lists of the window without making it wait.
inline constexpr std::size_t kMostModelsAtOnce = 100;

/// The window's way to the models on this disk. Requests return at once; answers come as signals on the thread of the
/// client. One scan and one digest at a time.
class LibraryClient : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Opens the library of a data folder and tells all its models, also those that were told before; answers with
    /// loaded() then, or failed(). Everything else waits for it.
    virtual void load(const QString& folder) = 0;
    virtual void addRoot(const QString& folder, bool isForeign) = 0;
    virtual void removeRoot(const QString& folder) = 0;
    virtual void setRootEnabled(const QString& folder, bool enabled) = 0;
    /// All enabled folders, or one. What is asked for while a scan reads is scanned after it, since that may be past
    /// the place; stopScan() drops it.
    virtual void scan(const QString& onlyRoot = {}) = 0;
    virtual void stopScan() = 0;
    /// Digests of files, one after another; answers with hashed() or failed() each.
    virtual void hash(const QStringList& models) = 0;
    virtual void stopHashing() = 0;
    /// Digests that are not known are computed in the background, one file at a time, after each scan; told by hashed()
    /// and identifying(). Off at first.
    virtual void setIdentifying(bool on) = 0;
    /// The background rests as long as this is true, wherever it is; it goes on from there.
    virtual void restIdentifying(bool rest) = 0;
    /// The files with the content of this one: copiesFound() or failed().
    virtual void findCopies(const QString& model) = 0;
    /// Copies become hard links to `keep`, or go to the trash; each is compared with `keep` first. Answers with
    /// copiesJoined() or copiesTrashed(), or failed(), and then fileWorkEnded().
    virtual void joinCopies(const QString& keep, const QStringList& copies) = 0;
    virtual void trashCopies(const QString& keep, const QStringList& copies) = 0;
    /// Into another folder of the library: moved() or failed(), and then fileWorkEnded().
    virtual void move(const QString& model, const QString& folder) = 0;
    /// What joins, trashes or moves stops; what is done stays done.
    virtual void stopFileWork() = 0;
    /// headerRead() or failed().
    virtual void readHeader(const QString& model) = 0;
    /// usesFound() or failed(). `recipes`: further files that may be recipes.
    virtual void findUses(const QString& model, const QStringList& recipes) = 0;
    virtual void setAlias(const QString& model, const QString& alias) = 0;
    virtual void setTags(const QString& model, const QStringList& tags) = 0;
    virtual void noteUse(const QString& model) = 0;
    /// To the system's trash where there is one: trashed() or failed().
    virtual void trash(const QString& model) = 0;
    virtual void forget(const QString& model) = 0;
    /// Folders of other programs on this machine: knownFolders().
    virtual void findKnownFolders() = 0;

Q_SIGNALS:
    /// The models have been told before.
    void loaded(const std::vector<segmoe::LibraryRoot>& roots, bool wasRebuilt);
    void rootsChanged(const std::vector<segmoe::LibraryRoot>& roots);
    /// New or changed ones: at most kMostModelsAtOnce, and one such signal in a turn of the event loop.
    void modelsFound(const std::vector<segmoe::LibraryModel>& models);
    /// No longer in the library; as many at once.
    void modelsGone(const QStringList& models);
    void scanStarted();
    void scanProgressed(int done, int read);
    /// Also after a stop; report counts what was done.
    void scanFinished(const segmoe::LibraryScanReport& report, bool stopped);
    void hashProgressed(const QString& model, double fraction);
    void hashed(const QString& model, const QString& sha256, const QString& autoV3);
    /// So many files are still to be read in the background; 0 = none, or it is off.
    void identifying(int left);
    void copiesFound(const QString& model, const std::vector<segmoe::ModelCopy>& copies);
    void fileWorkProgressed(double fraction);
    void copiesJoined(int files, qint64 freedBytes);
    /// The second list names them in the trash, empty where that is not known.
    void copiesTrashed(const QStringList& files, const QStringList& inTrash);
    void moved(const QString& model, const QString& place);
    /// Joining, trashing or moving has ended, whatever came of it.
    void fileWorkEnded();
    void headerRead(const QString& model, const segmoe::ModelHeader& header);
    void usesFound(const QString& model, const segmoe::ModelUses& uses);
    void trashed(const QString& model, const QString& inTrash);
    void knownFolders(const std::vector<segmoe::KnownFolder>& folders);
    void failed(const QString& what, const segmoe::Failure& failure);
};

/// Opens the library on the library thread. Throws Error.
using LibraryFactory = std::function<std::unique_ptr<LibraryAccess>(const std::filesystem::path& folder)>;
using KnownFoldersFunction = std::function<std::vector<KnownFolder>()>;

class LibraryWorker;

/// The real one: a thread of its own, so that a long scan never waits for a render nor a render for it.
class ThreadedLibraryClient final : public LibraryClient {
    Q_OBJECT
public:
    ThreadedLibraryClient(LibraryFactory factory, KnownFoldersFunction knownFolders, QObject* parent = nullptr);
    ~ThreadedLibraryClient() override;

    void load(const QString& folder) override;
    void addRoot(const QString& folder, bool isForeign) override;
    void removeRoot(const QString& folder) override;
    void setRootEnabled(const QString& folder, bool enabled) override;
    void scan(const QString& onlyRoot) override;
    void stopScan() override;
    void hash(const QStringList& models) override;
    void stopHashing() override;
    void setIdentifying(bool on) override;
    void restIdentifying(bool rest) override { *m_rest = rest; }
    void findCopies(const QString& model) override;
    void joinCopies(const QString& keep, const QStringList& copies) override;
    void trashCopies(const QString& keep, const QStringList& copies) override;
    void move(const QString& model, const QString& folder) override;
    void stopFileWork() override { m_fileCancel.cancel(); }
    void readHeader(const QString& model) override;
    void findUses(const QString& model, const QStringList& recipes) override;
    void setAlias(const QString& model, const QString& alias) override;
    void setTags(const QString& model, const QStringList& tags) override;
    void noteUse(const QString& model) override;
    void trash(const QString& model) override;
    void forget(const QString& model) override;
    void findKnownFolders() override;

private:
    template <class Work>
    void post(Work&& work);
    /// What the worker tells is told here, in its order, one thing in a turn of the event loop.
    template <class... Args>
    void handOn(void (LibraryWorker::*from)(Args...), void (LibraryClient::*to)(Args...));
    void connectWorker();
    void endScan(const LibraryScanReport& report, bool stopped);
    CancelToken newFileWork();

    std::shared_ptr<std::atomic<bool>> m_rest = std::make_shared<std::atomic<bool>>(false);
    TurnQueue m_turns;
    QThread m_thread;
    LibraryWorker* m_worker;
    CancelToken m_scanCancel;
    CancelToken m_hashCancel;
    CancelToken m_fileCancel;
    bool m_scanning = false;
    QString m_scanned;  ///< the folder of the scan under way, or empty for all
    std::shared_ptr<std::atomic<bool>> m_scanBegun;
    std::optional<QString> m_nextScan;  ///< likewise
};

}  // namespace segmoe::ui
