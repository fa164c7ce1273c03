// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/downloader.h"

#include <algorithm>
#include <utility>

#include "core/base/log.h"
#include "core/hub/disk_error.h"

namespace segmoe::hub {

namespace {

constexpr std::chrono::milliseconds kGlance(50);

bool isUnderWay(TransferState state) {
    return state != TransferState::Queued && state != TransferState::Paused && state != TransferState::Failed &&
           state != TransferState::Done;
}

/// What would fail every other file of the same hub too: nobody is asked the same again and again.
bool stopsOthers(ErrorCode code) {
    return code == ErrorCode::TokenInvalid || code == ErrorCode::OfflineMissing || code == ErrorCode::DiskFull;
}

}  // namespace

Downloader::Downloader(DownloaderSettings settings, DownloadServices services, Publisher publisher, Listener listener)
    : m_settings(std::move(settings)),
      m_services(std::move(services)),
      m_publisher(std::move(publisher)),
      m_listener(std::move(listener)) {
    m_settings.parallel = std::max(1, m_settings.parallel);
    for (DownloadEntry& entry : readDownloadList(m_settings.listFile)) {
        m_lastId = std::max(m_lastId, entry.id);
        m_jobs[entry.id].entry = std::move(entry);
    }
}

Downloader::~Downloader() {
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        for (auto& [id, job] : m_jobs)
            if (job.running) job.running->cancel();
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads) thread.join();
    const std::lock_guard lock(m_mutex);
    keep();
}

void Downloader::start() {
    const std::lock_guard lock(m_mutex);
    m_isStarted = true;
    hireThreads();
}

void Downloader::hireThreads() {
    while (m_isStarted && static_cast<int>(m_threads.size()) < m_settings.parallel)
        m_threads.emplace_back([this] { work(); });
}

void Downloader::setParallel(int files) {
    {
        const std::lock_guard lock(m_mutex);
        m_settings.parallel = std::max(1, files);
        hireThreads();
    }
    m_changed.notify_all();
}

void Downloader::setOrder(const std::vector<std::string>& groups) {
    const std::lock_guard lock(m_mutex);
    m_ranks.clear();
    for (const std::string& group : groups) m_ranks.emplace(group, m_ranks.size());
}

void Downloader::makeRoomFor(const std::string& group) {
    DownloadEntry changed;
    {
        const std::lock_guard lock(m_mutex);
        if (runningCount() < m_settings.parallel) return;
        Job* last = nullptr;
        for (auto& [id, job] : m_jobs) {
            if (!job.running || job.entry.progress.state == TransferState::Paused) continue;
            if (job.entry.group == group) return;  // it has its place
            if (!last || rankOf(job.entry.group) >= rankOf(last->entry.group)) last = &job;
        }
        if (!last) return;
        last->entry.progress.state = TransferState::Queued;
        last->running->cancel();
        changed = last->entry;
    }
    tell(changed);
}

std::vector<DownloadId> Downloader::add(const std::string& group, const std::vector<DownloadRequest>& requests) {
    std::vector<DownloadId> ids;
    std::vector<DownloadEntry> added;
    {
        const std::lock_guard lock(m_mutex);
        const auto jobOf = [&](const DownloadRequest& request) {
            return std::ranges::find_if(m_jobs, [&](const auto& item) {
                const DownloadRequest& own = item.second.entry.request;
                return own.target == request.target && own.expected.etag == request.expected.etag &&
                       !item.second.isRemoved;
            });
        };
        std::uint64_t need = 0;
        for (const auto& [id, job] : m_jobs)
            if (job.entry.progress.state == TransferState::Queued || isUnderWay(job.entry.progress.state))
                need += job.entry.progress.total - std::min(job.entry.progress.done, job.entry.progress.total);
        for (const DownloadRequest& request : requests) {
            const auto known = jobOf(request);
            if (known != m_jobs.end() &&
                (known->second.running || known->second.entry.progress.state == TransferState::Queued))
                continue;  // counted above
            const std::uint64_t size = request.expected.size.value_or(request.about);
            need += size - std::min(size, PartialFile::lengthOfLeftover(request.target, request.expected));
        }
        if (!requests.empty()) {
            const std::filesystem::path folder = requests.front().target.parent_path();
            checkRoom(folder, need, freeBytes(folder));
        }
        for (const DownloadRequest& request : requests) {
            if (const auto known = jobOf(request); known != m_jobs.end()) {
                DownloadEntry& entry = known->second.entry;
                if (!isUnderWay(entry.progress.state)) entry.progress.state = TransferState::Queued;
                entry.failure.reset();
                entry.message.clear();
                ids.push_back(entry.id);
                added.push_back(entry);
                continue;
            }
            DownloadEntry entry{++m_lastId, group, request, {}, {}, {}, {}};
            entry.progress.total = request.expected.size.value_or(request.about);
            entry.progress.done = PartialFile::lengthOfLeftover(request.target, request.expected);
            ids.push_back(entry.id);
            added.push_back(entry);
            m_jobs[entry.id].entry = std::move(entry);
        }
        keep();
    }
    m_changed.notify_all();
    for (const DownloadEntry& entry : added) tell(entry);
    return ids;
}

void Downloader::pause(const std::vector<DownloadId>& ids) {
    std::vector<DownloadEntry> changed;
    {
        const std::lock_guard lock(m_mutex);
        for (const DownloadId id : ids) {
            const auto job = m_jobs.find(id);
            if (job == m_jobs.end() || job->second.entry.progress.state == TransferState::Done) continue;
            if (job->second.running) job->second.running->cancel();
            job->second.entry.progress.state = TransferState::Paused;
            changed.push_back(job->second.entry);
        }
        if (!changed.empty()) keep();
    }
    for (const DownloadEntry& entry : changed) tell(entry);
}

void Downloader::resume(DownloadId id) {
    DownloadEntry changed;
    {
        const std::lock_guard lock(m_mutex);
        const auto job = m_jobs.find(id);
        if (job == m_jobs.end()) return;
        TransferState& state = job->second.entry.progress.state;
        if (state != TransferState::Paused && state != TransferState::Failed) return;
        state = TransferState::Queued;
        job->second.entry.failure.reset();
        job->second.entry.message.clear();
        changed = job->second.entry;
        keep();
    }
    m_changed.notify_all();
    tell(changed);
}

void Downloader::remove(DownloadId id) {
    const std::lock_guard lock(m_mutex);
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end()) return;
    if (job->second.running) {
        // Its thread tidies up when it has let go.
        job->second.isRemoved = true;
        job->second.running->cancel();
        return;
    }
    PartialFile::removeLeftovers(job->second.entry.request.target);
    m_jobs.erase(job);
    keep();
}

std::vector<DownloadEntry> Downloader::entries() const {
    const std::lock_guard lock(m_mutex);
    std::vector<DownloadEntry> all;
    for (const auto& [id, job] : m_jobs) all.push_back(job.entry);
    return all;
}

void Downloader::waitUntilIdle() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] {
        return std::ranges::none_of(m_jobs, [](const auto& item) {
            return item.second.running || item.second.entry.progress.state == TransferState::Queued;
        });
    });
}

std::vector<DownloadEntry> Downloader::waitFor(const std::vector<DownloadId>& ids, const CancelToken& cancel) {
    std::unique_lock lock(m_mutex);
    for (;;) {
        cancel.check();
        if (m_isStopping) throw Cancelled();
        std::vector<DownloadEntry> entries;
        bool isOver = true, hasFailed = false;
        for (const DownloadId id : ids) {
            const auto job = m_jobs.find(id);
            if (job == m_jobs.end()) throw Cancelled();  // somebody has taken it away
            const TransferState state = job->second.entry.progress.state;
            hasFailed |= state == TransferState::Failed || (state == TransferState::Paused && !job->second.running);
            isOver &= state == TransferState::Done && !job->second.running;
            entries.push_back(job->second.entry);
        }
        if (isOver || hasFailed) return entries;
        m_changed.wait_for(lock, kGlance);
    }
}

std::size_t Downloader::rankOf(const std::string& group) const {
    const auto found = m_ranks.find(group);
    return found == m_ranks.end() ? m_ranks.size() : found->second;
}

int Downloader::runningCount() const {
    return static_cast<int>(
        std::ranges::count_if(m_jobs, [](const auto& item) { return item.second.running.has_value(); }));
}

Downloader::Job* Downloader::next() {
    if (runningCount() >= m_settings.parallel) return nullptr;
    Job* first = nullptr;
    for (auto& [id, job] : m_jobs)
        if (!job.running && job.entry.progress.state == TransferState::Queued &&
            (!first || rankOf(job.entry.group) < rankOf(first->entry.group)))
            first = &job;
    return first;
}

void Downloader::work() {
    for (;;) {
        DownloadId id = 0;
        DownloadRequest request;
        CancelToken cancel;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_isStopping || next(); });
            if (m_isStopping) return;
            Job* job = next();
            job->running = cancel;
            job->entry.progress.state = TransferState::Resolving;
            id = job->entry.id;
            request = job->entry.request;
        }
        fetch(id, request, cancel);
    }
}

void Downloader::fetch(DownloadId id, const DownloadRequest& request, const CancelToken& cancel) {
    const auto report = [&](const TransferProgress& progress) {
        DownloadEntry changed;
        {
            const std::lock_guard lock(m_mutex);
            DownloadEntry& entry = m_jobs.at(id).entry;
            // Done is said when the publisher has done its part; a pause is not overwritten.
            if (progress.state == TransferState::Done || cancel.isCancelled()) return;
            entry.progress = progress;
            changed = entry;
        }
        tell(changed);
    };
    try {
        const DownloadResult result = FileDownload(request, m_services).run(cancel, report);
        DownloadEntry entry;
        {
            const std::lock_guard lock(m_mutex);
            entry = m_jobs.at(id).entry;
        }
        if (m_publisher) m_publisher(entry, result);
        finish(id, TransferState::Done, nullptr);
    } catch (const Cancelled&) {
        // Paused by name, or queued for the next start when the program ends.
        finish(id, TransferState::Paused, nullptr);
    } catch (const Error& error) {
        logMessage(LogLevel::Warning, error.what() + (error.detail().empty() ? "" : " (" + error.detail() + ")"));
        finish(id, TransferState::Failed, &error);
        if (stopsOthers(error.code())) stopOthers(request.source.hub, error);
    } catch (const std::exception& error) {
        const Error wrapped(ErrorCode::InternalError, "Something unexpected happened. Try again.", error.what());
        finish(id, TransferState::Failed, &wrapped);
    }
}

void Downloader::finish(DownloadId id, TransferState state, const Error* error) {
    DownloadEntry changed;
    {
        const std::lock_guard lock(m_mutex);
        Job& job = m_jobs.at(id);
        job.running.reset();
        DownloadEntry& entry = job.entry;
        const bool isResumed = entry.progress.state == TransferState::Queued;
        if (state == TransferState::Paused &&
            (m_isStopping ? entry.progress.state != TransferState::Paused : isResumed))
            state = TransferState::Queued;
        entry.progress.state = state;
        entry.progress.bytesPerSecond = 0.0;
        entry.progress.etaSeconds = -1.0;
        if (state == TransferState::Done) entry.progress.done = entry.progress.total;
        entry.failure = error ? std::optional(error->code()) : std::nullopt;
        entry.message = error ? error->what() : "";
        entry.detail = error ? error->detail() : "";
        changed = entry;
        if (job.isRemoved) {
            if (state != TransferState::Done) PartialFile::removeLeftovers(entry.request.target);
            m_jobs.erase(id);
        }
        keep();
    }
    m_changed.notify_all();
    tell(changed);
}

void Downloader::stopOthers(const std::string& hub, const Error& error) {
    std::vector<DownloadEntry> stopped;
    {
        const std::lock_guard lock(m_mutex);
        for (auto& [id, job] : m_jobs) {
            if (job.running || job.entry.progress.state != TransferState::Queued || job.entry.request.source.hub != hub)
                continue;
            job.entry.progress.state = TransferState::Paused;
            job.entry.failure = error.code();
            job.entry.message = error.what();
            job.entry.detail = error.detail();
            stopped.push_back(job.entry);
        }
        keep();
    }
    m_changed.notify_all();
    for (const DownloadEntry& entry : stopped) tell(entry);
}

void Downloader::keep() {
    if (m_settings.listFile.empty()) return;
    std::vector<DownloadEntry> all;
    for (const auto& [id, job] : m_jobs) all.push_back(job.entry);
    try {
        writeDownloadList(m_settings.listFile, all);
    } catch (const Error& error) {
        // The downloads themselves go on; what is lost is the memory of them.
        logMessage(LogLevel::Warning, error.what());
    }
}

void Downloader::tell(const DownloadEntry& entry) const {
    if (m_listener) m_listener(entry);
}

}  // namespace segmoe::hub
