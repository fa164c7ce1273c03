// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QDateTime>
#include <QObject>
#include <QString>

#include "core/engine/failure.h"
#include "core/engine/hub_access.h"

namespace segmoe::ui {

/// One model on its way: a group of files.
struct DownloadRow {
    enum class State {
        Queued,
        Resolving,
        Checking,
        Running,
        Paused,
        Waiting,  ///< goes on by itself; `failure` says why it waits
        Verifying,
        Publishing,
        Done,
        Failed,
        Cancelled
    };
    quint64 id = 0;
    QString reference;  ///< "owner/name@…", "civitai:VERSION"
    QString title;
    QString page;  ///< for people
    State state = State::Queued;
    quint64 doneBytes = 0;
    quint64 totalBytes = 0;  ///< 0 = not known yet
    double bytesPerSecond = 0;
    std::optional<qint64> secondsLeft;
    int ahead = 0;   ///< of a queued one
    QString file;    ///< under way
    QString place;   ///< folder or file once done
    QString folder;  ///< where it goes
    std::optional<Failure> failure;
    QDateTime waitsUntil;  ///< where the hub has asked to wait; else null

    /// Neither done nor standing still for somebody to decide.
    bool isActive() const;
    /// 0…1, 0 while the size is not known.
    double fraction() const;
};

/// All that are active, together.
struct DownloadSum {
    int active = 0;
    double fraction = 0;  ///< of all their bytes
    QString title;        ///< of the first
};

/// The window's way to the downloads. Requests return at once; answers come as signals on the thread of the client.
class DownloadClient : public QObject {
    Q_OBJECT
public:
    explicit DownloadClient(QObject* parent = nullptr);

    /// The list kept in a data folder; answers with rowsChanged(), and goes on with what was queued. Once; what is
    /// asked before waits for it.
    virtual void load(const QString& folder) = 0;
    /// A model of a hub. One that is in the list already is joined. Answers with started() or refused().
    virtual void get(const QString& reference, const std::optional<QString>& variant = {}) = 0;
    /// What getting it takes: planned() or planRefused().
    virtual void plan(const QString& reference) = 0;
    virtual void pause(quint64 id) = 0;
    virtual void resume(quint64 id) = 0;
    virtual void startNow(quint64 id) = 0;
    virtual void cancel(quint64 id) = 0;
    virtual void remove(quint64 id) = 0;
    virtual void moveUp(quint64 id) = 0;
    virtual void moveDown(quint64 id) = 0;
    virtual void moveFirst(quint64 id) = 0;
    virtual void pauseAll() = 0;
    virtual void resumeAll() = 0;
    virtual void clearDone() = 0;
    virtual void setParallel(int files) = 0;
    /// 0 = unlimited.
    virtual void setLimit(qint64 bytesPerSecond) = 0;
    /// In their order, as last told.
    virtual std::vector<DownloadRow> rows() const = 0;

    /// Nothing when there is none.
    std::optional<DownloadRow> row(quint64 id) const;
    std::optional<DownloadRow> rowOf(const QString& reference) const;
    int activeCount() const { return sum().active; }
    DownloadSum sum() const;

Q_SIGNALS:
    void rowsChanged();  ///< rows came, went or moved
    /// Progress (at most ten a second) and states.
    void rowChanged(const segmoe::ui::DownloadRow& row);
    void started(const QString& reference, quint64 id);
    void refused(const QString& reference, const segmoe::Failure& failure);
    void planned(const QString& reference, const segmoe::HubFetch& plan);
    void planRefused(const QString& reference, const segmoe::Failure& failure);
    /// Done: at its place.
    void arrived(const segmoe::ui::DownloadRow& row);
};

}  // namespace segmoe::ui
