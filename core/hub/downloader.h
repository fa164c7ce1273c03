// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "core/hub/download_list.h"

namespace segmoe::hub {

struct DownloaderSettings {
    std::filesystem::path listFile;  ///< where the list is kept; its folder must exist
    int parallel = 4;                ///< files at a time, each over one connection
};

/// The list of downloads: fetches several files at a time, in order, and survives the end of the program. Thread-safe.
class Downloader {
public:
    /// Called after a file has its final name and before it counts as done: the place to make it known to a cache. What
    /// it throws fails the download.
    using Publisher = std::function<void(const DownloadEntry&, const DownloadResult&)>;
    /// Called on the fetching threads with a copy of an entry that has changed; must be quick and not throw.
    using Listener = std::function<void(const DownloadEntry&)>;

    /// Reads the list and goes on with what was queued once start() is called.
    Downloader(DownloaderSettings settings, DownloadServices services, Publisher publisher = {},
               Listener listener = {});
    /// Interrupts what is under way, keeps what has arrived, waits for the threads.
    ~Downloader();
    Downloader(const Downloader&) = delete;
    Downloader& operator=(const Downloader&) = delete;

    void start();
    /// Puts files at the end; one that is in the list already is joined, and queued again where it stands still. Throws
    /// Error{DiskFull} when what is missing of all that is queued does not fit on the disk of the first one.
    std::vector<DownloadId> add(const std::string& group, const std::vector<DownloadRequest>& requests);
    /// Interrupts, and keeps what has arrived.
    void pause(const std::vector<DownloadId>& ids);
    void pause(DownloadId id) { pause(std::vector{id}); }
    /// Queues a paused or failed one again.
    void resume(DownloadId id);
    /// Takes it from the list and removes what has arrived of it; a finished file stays.
    void remove(DownloadId id);

    /// Files at a time, from now on; what is under way goes on.
    void setParallel(int files);
    /// Whose files are taken first; groups that are not named come last, in the order of their ids.
    void setOrder(const std::vector<std::string>& groups);
    /// Lets a group begin although all places are taken: the last one of another group is queued again.
    void makeRoomFor(const std::string& group);

    std::vector<DownloadEntry> entries() const;
    /// Returns when nothing is queued or under way.
    void waitUntilIdle();
    /// Returns the entries when all of them are done, or one stands still for good. Throws Cancelled, leaving them as
    /// they are.
    std::vector<DownloadEntry> waitFor(const std::vector<DownloadId>& ids, const CancelToken& cancel);

private:
    struct Job {
        DownloadEntry entry;
        std::optional<CancelToken> running;  ///< of the fetch under way
        bool isRemoved = false;
    };

    void hireThreads();
    void work();
    void fetch(DownloadId id, const DownloadRequest& request, const CancelToken& cancel);
    void finish(DownloadId id, TransferState state, const Error* error);
    void stopOthers(const std::string& hub, const Error& error);
    Job* next();
    std::size_t rankOf(const std::string& group) const;
    int runningCount() const;
    void keep();
    void tell(const DownloadEntry& entry) const;

    DownloaderSettings m_settings;
    DownloadServices m_services;
    Publisher m_publisher;
    Listener m_listener;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<DownloadId, Job> m_jobs;            ///< by id, which is the order
    std::map<std::string, std::size_t> m_ranks;  ///< of groups; the least goes first
    DownloadId m_lastId = 0;
    bool m_isStarted = false;
    bool m_isStopping = false;
    std::vector<std::thread> m_threads;
};

}  // namespace segmoe::hub
