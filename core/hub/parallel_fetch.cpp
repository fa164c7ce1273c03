// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/parallel_fetch.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include <sys/stat.h>

#include "core/hub/disk_error.h"
#include "core/hub/partial_file.h"

namespace segmoe::hub {

namespace {

constexpr std::size_t kAtOnce = 4;
constexpr std::chrono::milliseconds kGlance(50);

/// The folder or the nearest one above it that exists.
std::filesystem::path existing(std::filesystem::path folder) {
    std::error_code failed;
    while (!std::filesystem::exists(folder, failed) && folder.has_relative_path()) folder = folder.parent_path();
    return folder;
}

/// The work of one call: threads take the next file until there is none or one has failed.
class Run {
public:
    Run(std::span<const WantedFile> files, DownloadServices services, const ProgressSink& progress)
        : m_files(files), m_services(std::move(services)), m_progress(progress), m_states(files.size()) {}

    void go(const CancelToken& cancel) {
        std::vector<std::thread> threads;
        const std::size_t count = std::min(kAtOnce, m_files.size());
        m_working = count;
        for (std::size_t i = 0; i < count; ++i) threads.emplace_back([this] { work(); });
        {
            std::unique_lock lock(m_mutex);
            while (m_working > 0) {
                m_ended.wait_for(lock, kGlance);
                if (cancel.isCancelled()) m_stop.cancel();
            }
        }
        for (std::thread& thread : threads) thread.join();
        cancel.check();
        if (m_failure) std::rethrow_exception(m_failure);
    }

private:
    void work() {
        while (true) {
            std::size_t index = 0;
            {
                const std::scoped_lock lock(m_mutex);
                if (m_next == m_files.size() || m_stop.isCancelled()) break;
                index = m_next++;
            }
            try {
                fetch(index);
            } catch (...) {
                const std::scoped_lock lock(m_mutex);
                if (!m_failure && !m_stop.isCancelled()) m_failure = std::current_exception();
                m_stop.cancel();
            }
        }
        const std::scoped_lock lock(m_mutex);
        --m_working;
        m_ended.notify_all();
    }

    void fetch(std::size_t index) {
        const WantedFile& wanted = m_files[index];
        DownloadRequest request;
        request.source = wanted.source;
        request.target = wanted.target;
        request.expected = wanted.content;
        request.lockFile = wanted.lockFile;
        FileDownload download(std::move(request), m_services);
        download.run(m_stop, [&](const TransferProgress& progress) { tell(index, progress); });
    }

    void tell(std::size_t index, const TransferProgress& now) {
        const std::scoped_lock lock(m_mutex);
        m_states[index] = now;
        if (!m_progress) return;
        double done = 0.0, total = 0.0, speed = 0.0;
        int finished = 0;
        for (std::size_t i = 0; i < m_states.size(); ++i) {
            const TransferProgress& state = m_states[i];
            done += static_cast<double>(state.done);
            total += static_cast<double>(std::max(state.total, m_files[i].bytes));
            speed += state.state == TransferState::Fetching ? state.bytesPerSecond : 0.0;
            finished += state.state == TransferState::Done ? 1 : 0;
        }
        Progress progress;
        progress.stage = Stage::Loading;
        progress.step = finished;
        progress.total = static_cast<int>(m_files.size());
        progress.fraction = total > 0.0 ? std::min(1.0, done / total) : -1.0;
        progress.etaSeconds = speed > 0.0 ? (total - done) / speed : -1.0;
        progress.item = m_files[index].source.path;
        m_progress(progress);
    }

    std::span<const WantedFile> m_files;
    DownloadServices m_services;
    const ProgressSink& m_progress;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    std::vector<TransferProgress> m_states;
    std::size_t m_next = 0;
    std::size_t m_working = 0;
    CancelToken m_stop;
    std::exception_ptr m_failure;
};

}  // namespace

void requireRoom(std::span<const WantedFile> files) {
    struct Need {
        std::filesystem::path folder;
        std::uint64_t bytes = 0;
    };
    std::map<dev_t, Need> disks;
    for (const WantedFile& file : files) {
        const std::filesystem::path folder = existing(std::filesystem::absolute(file.target.parent_path()));
        struct stat status {};
        if (::stat(folder.c_str(), &status) != 0) continue;  // fetching says what is wrong
        Need& need = disks[status.st_dev];
        need.folder = folder;
        need.bytes += file.bytes - std::min(file.bytes, PartialFile::lengthOfLeftover(file.target, file.content));
    }
    for (const auto& [disk, need] : disks) checkRoom(need.folder, need.bytes, freeBytes(need.folder));
}

ParallelFetcher::ParallelFetcher(HttpTransport& transport, Clock& clock, ProgressSink progress)
    : m_transport(transport), m_clock(clock), m_progress(std::move(progress)) {}

void ParallelFetcher::fetch(std::span<const WantedFile> files, LinkResolver& resolver, const CancelToken& cancel) {
    if (files.empty()) return;
    requireRoom(files);
    Run(files, {m_transport, resolver, m_clock}, m_progress).go(cancel);
}

void ParallelFetcher::tellReading(const WantedFile& file, const Progress& progress) {
    if (!m_progress) return;
    Progress told = progress;
    told.item = file.source.path;
    m_progress(told);
}

}  // namespace segmoe::hub
