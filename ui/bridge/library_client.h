// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QObject>
#include <QString>
#include <QStringList>
#include <QThread>

#include "core/base/cancel_token.h"
#include "core/engine/failure.h"
#include "core/engine/model_library.h"

namespace segmoe::ui {

/// What the library is before the first scan.
struct LibraryContent {
    std::vector<LibraryRoot> roots;
    std::vector<LibraryModel> models;
    bool wasRebuilt = false;
};

/// The window's way to the models on this disk. Requests return at once; answers come as signals on the thread of the
/// client. One scan and one digest at a time.
class LibraryClient : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Opens the library of a data folder; answers with loaded() or failed(). Everything else waits for it.
    virtual void load(const QString& folder) = 0;
    virtual void addRoot(const QString& folder, bool isForeign) = 0;
    virtual void removeRoot(const QString& folder) = 0;
    virtual void setRootEnabled(const QString& folder, bool enabled) = 0;
    /// All enabled folders, or one; joins a scan that is under way.
    virtual void scan(const QString& onlyRoot = {}) = 0;
    virtual void stopScan() = 0;
    /// Digests of files, one after another; answers with hashed() or failed() each.
    virtual void hash(const QStringList& models) = 0;
    virtual void stopHashing() = 0;
    virtual void setAlias(const QString& model, const QString& alias) = 0;
    virtual void setTags(const QString& model, const QStringList& tags) = 0;
    virtual void noteUse(const QString& model) = 0;
    /// To the system's trash where there is one: trashed() or failed().
    virtual void trash(const QString& model) = 0;
    virtual void forget(const QString& model) = 0;
    /// Folders of other programs on this machine: knownFolders().
    virtual void findKnownFolders() = 0;

Q_SIGNALS:
    void loaded(const segmoe::ui::LibraryContent& content);
    void rootsChanged(const std::vector<segmoe::LibraryRoot>& roots);
    /// Everything anew: after a scan, after folders came or went.
    void modelsChanged(const std::vector<segmoe::LibraryModel>& models);
    /// New or changed ones while a scan runs.
    void modelsFound(const std::vector<segmoe::LibraryModel>& models);
    void scanStarted();
    void scanProgressed(int done, int read);
    /// Also after a stop; report counts what was done.
    void scanFinished(const segmoe::LibraryScanReport& report, bool stopped);
    void hashProgressed(const QString& model, double fraction);
    void hashed(const QString& model, const QString& sha256);
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
    void setAlias(const QString& model, const QString& alias) override;
    void setTags(const QString& model, const QStringList& tags) override;
    void noteUse(const QString& model) override;
    void trash(const QString& model) override;
    void forget(const QString& model) override;
    void findKnownFolders() override;

private:
    template <class Work>
    void post(Work&& work);

    QThread m_thread;
    LibraryWorker* m_worker;
    CancelToken m_scanCancel;
    CancelToken m_hashCancel;
    bool m_scanning = false;
};

}  // namespace segmoe::ui
