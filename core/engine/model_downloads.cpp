// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_downloads.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "core/base/log.h"
#include "core/base/wait_asked.h"
#include "core/engine/hub_places.h"
#include "core/engine/hub_session.h"
#include "core/engine/known_models.h"
#include "core/engine/listed_download.h"
#include "core/engine/models_folder.h"
#include "core/hub/downloader.h"
#include "core/hub/model_store.h"
#include "core/hub/small_file.h"
#include "core/hub/speed_limit.h"

namespace segmoe {

namespace {

using namespace hub;
using std::chrono::steady_clock;
using RowPtr = std::shared_ptr<ListedDownload>;

constexpr int kModelsAtATime = 4;
constexpr std::chrono::minutes kLongestPause{5};

std::string groupOf(std::uint64_t id) { return "model-" + std::to_string(id); }

class Downloads final : public ModelDownloads, private HubSession, private LinkResolver {
public:
    explicit Downloads(const DownloadsOptions& options)
        : m_options(options),
          m_listFile(options.folder / "downloads.json"),
          m_limit(m_clock),
          m_limited(m_transport, m_limit),
          m_files({options.folder / "download_files.json", options.parallel}, {m_limited, *this, m_clock}, {},
                  [this](const DownloadEntry&) { tell(); }) {
        m_limit.set(options.limit);
        for (KeptDownload& kept : readDownloadRows(m_listFile)) {
            m_lastId = std::max(m_lastId, kept.shown.id);
            m_rows.push_back(std::make_shared<ListedDownload>());
            m_rows.back()->kept = std::move(kept);
        }
        for (const DownloadEntry& entry : m_files.entries())
            if (!std::ranges::any_of(m_rows, [&](const RowPtr& row) { return groupOf(row->id()) == entry.group; }))
                m_files.remove(entry.id);
        order();
    }

    ~Downloads() override {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopping = true;
            for (const RowPtr& row : m_rows)
                if (row->running) row->running->cancel();
        }
        m_changed.notify_all();
        for (std::thread& thread : m_threads) thread.join();
        const std::lock_guard lock(m_mutex);
        keep();
    }

    void start() override {
        if (!m_threads.empty()) return;
        m_files.start();
        for (int i = 0; i < kModelsAtATime; ++i) m_threads.emplace_back([this] { work(); });
    }

    std::uint64_t get(const std::string& reference, const std::optional<std::string>& variant) override {
        const ModelLink link = linkNow(reference);
        const std::string shortest = link.reference();
        std::uint64_t id = 0;
        change([&] {
            const auto known = std::ranges::find_if(m_rows, [&](const RowPtr& row) {
                return row->kept.shown.reference == shortest && row->kept.shown.variant == variant &&
                       row->wish != ListedDownload::Wish::Remove;
            });
            if (known != m_rows.end()) {
                id = (*known)->id();
                (*known)->goOn(true);
                return;
            }
            auto row = std::make_shared<ListedDownload>();
            id = ++m_lastId;
            row->begin(id, link, variant, link.site == Site::HuggingFace ? m_cache.root() : modelsFolder());
            m_rows.push_back(std::move(row));
        });
        return id;
    }

    void pause(std::uint64_t id) override {
        withRow(id, [](ListedDownload& row) { row.stop(ListedDownload::Wish::Pause); });
    }
    void cancel(std::uint64_t id) override {
        withRow(id, [](ListedDownload& row) { row.stop(ListedDownload::Wish::Cancel); });
    }
    void resume(std::uint64_t id) override {
        withRow(id, [](ListedDownload& row) { row.goOn(false); });
    }
    void startNow(std::uint64_t id) override {
        moveFirst(id);
        withRow(id, [this](ListedDownload& row) {
            row.goOn(false);
            if (row.running) return m_files.makeRoomFor(groupOf(row.id()));
            row.isUrgent = true;
            const auto isBusy = [](const RowPtr& other) { return other->running.has_value(); };
            if (std::ranges::count_if(m_rows, isBusy) < kModelsAtATime) return;
            const auto last = std::ranges::find_if(m_rows.rbegin(), m_rows.rend(), isBusy);
            (*last)->stop(ListedDownload::Wish::Again);
        });
    }
    void remove(std::uint64_t id) override {
        change([&] {
            const auto row = find(id);
            if (row == m_rows.end()) return;
            if ((*row)->running) return (*row)->stop(ListedDownload::Wish::Remove);
            purge(id);
            m_rows.erase(row);
        });
    }
    void move(std::uint64_t id, int by) override {
        change([&] {
            const auto row = find(id);
            const auto isOpen = [](const RowPtr& other) { return other->kept.shown.state != DownloadState::Done; };
            if (row == m_rows.end() || by == 0) return;
            const auto step = by < 0 ? -1 : 1;
            for (auto other = row; (step < 0 && other != m_rows.begin()) || (step > 0 && other + 1 != m_rows.end());) {
                other += step;
                if (isOpen(*other)) return std::iter_swap(row, other);
            }
        });
    }
    void moveFirst(std::uint64_t id) override {
        change([&] {
            if (const auto row = find(id); row != m_rows.end()) std::rotate(m_rows.begin(), row, row + 1);
        });
    }
    void pauseAll() override {
        change([&] {
            for (const RowPtr& row : m_rows)
                if (row->isActive()) row->stop(ListedDownload::Wish::Pause);
        });
    }
    void resumeAll() override {
        change([&] {
            for (const RowPtr& row : m_rows)
                if (!row->isCancelled()) row->goOn(false);
        });
    }
    void clearDone() override {
        change([&] {
            std::erase_if(m_rows, [](const RowPtr& row) {
                return !row->running && row->kept.shown.state == DownloadState::Done;
            });
        });
    }
    void setParallel(int files) override { m_files.setParallel(files); }
    void setLimit(std::int64_t bytesPerSecond) override { m_limit.set(bytesPerSecond); }

    std::vector<ModelDownload> rows() const override {
        const std::vector<DownloadEntry> entries = m_files.entries();
        std::vector<ModelDownload> shown;
        const std::lock_guard lock(m_mutex);
        int ahead = 0;
        for (const RowPtr& row : m_rows) {
            if (row->wish == ListedDownload::Wish::Remove) continue;
            shown.push_back(row->show(entries));
            if (row->isActive()) shown.back().ahead = ahead++;
        }
        return shown;
    }

private:
    class Fetcher;

    FileLink resolve(const FileSource& source, const CancelToken& cancel) override {
        if (source.isCivitai()) return civitaiNow().resolve(source, cancel);
        return huggingFaceNow().resolve(source, cancel);
    }
    /// With the token of this moment; tokens are read by one thread at a time.
    ModelLink linkNow(const std::string& reference) {
        const std::lock_guard lock(m_tokenMutex);
        return linkOf(reference);
    }
    HfHub huggingFaceNow() {
        const std::lock_guard lock(m_tokenMutex);
        return huggingFace();
    }
    Civitai civitaiNow() {
        const std::lock_guard lock(m_tokenMutex);
        return civitai();
    }

    std::vector<RowPtr>::iterator find(std::uint64_t id) {
        return std::ranges::find_if(m_rows, [id](const RowPtr& row) { return row->id() == id; });
    }
    void withRow(std::uint64_t id, const std::function<void(ListedDownload&)>& act) {
        change([&] {
            if (const auto row = find(id); row != m_rows.end()) act(**row);
        });
    }
    /// Changes the list, keeps it, and tells of it.
    void change(const std::function<void()>& act) {
        {
            const std::lock_guard lock(m_mutex);
            act();
            order();
            keep();
        }
        m_changed.notify_all();
        tell();
    }
    void order() {
        std::vector<std::string> groups;
        for (const RowPtr& row : m_rows) groups.push_back(groupOf(row->id()));
        m_files.setOrder(groups);
    }
    void keep() {
        std::vector<KeptDownload> kept;
        for (const RowPtr& row : m_rows) kept.push_back(row->kept);
        try {
            writeDownloadRows(m_listFile, kept);
        } catch (const Error& error) {
            // The downloads themselves go on; what is lost is the memory of them.
            logMessage(LogLevel::Warning, error.what());
        }
    }
    void tell() const {
        if (m_options.changed) m_options.changed();
    }
    /// What has arrived of a model goes.
    void purge(std::uint64_t id) {
        for (const DownloadEntry& entry : m_files.entries())
            if (entry.group == groupOf(id)) m_files.remove(entry.id);
    }

    /// The next that may begin, and else when one may.
    std::pair<RowPtr, std::optional<steady_clock::time_point>> next() const {
        std::optional<steady_clock::time_point> soonest;
        for (const RowPtr& row : m_rows) {
            if (row->running) continue;
            if (row->kept.shown.state == DownloadState::Queued) return {row, {}};
            if (row->kept.shown.state != DownloadState::Waiting) continue;
            if (row->retryAt <= steady_clock::now()) return {row, {}};
            soonest = soonest ? std::min(*soonest, row->retryAt) : row->retryAt;
        }
        return {nullptr, soonest};
    }

    void work() {
        for (;;) {
            RowPtr row;
            CancelToken cancel;
            {
                std::unique_lock lock(m_mutex);
                while (!m_isStopping && !row) {
                    const auto [ready, soonest] = next();
                    row = ready;
                    if (row) break;
                    soonest ? void(m_changed.wait_until(lock, *soonest)) : m_changed.wait(lock);
                }
                if (m_isStopping) return;
                row->enter(cancel);
            }
            tell();
            run(*row, cancel);
            finish(row);
        }
    }

    void run(ListedDownload& row, const CancelToken& cancel);
    void finish(const RowPtr& row) {
        change([&] {
            if (!row->leave(m_files.entries(), m_options.firstWait, kLongestPause)) return;
            purge(row->id());
            std::erase(m_rows, row);
        });
    }

    DownloadsOptions m_options;
    std::filesystem::path m_listFile;
    mutable std::mutex m_mutex;
    std::mutex m_tokenMutex;
    std::condition_variable m_changed;
    std::vector<RowPtr> m_rows;
    std::uint64_t m_lastId = 0;
    bool m_isStopping = false;
    std::vector<std::thread> m_threads;
    SpeedLimit m_limit;
    LimitedTransport m_limited;
    Downloader m_files;  ///< last: its threads use all of the above
};

/// Hands the files of one model to the list of files, and waits for them.
class Downloads::Fetcher final : public FileFetcher {
public:
    Fetcher(Downloads& list, ListedDownload& row) : m_list(list), m_row(row) {}

    void fetch(std::span<const WantedFile> files, LinkResolver&, const CancelToken& cancel) override {
        std::vector<DownloadRequest> requests;
        for (const WantedFile& file : files)
            requests.push_back({file.source, file.target, file.content, file.lockFile, false, file.bytes});
        const std::string group = groupOf(m_row.id());
        const std::vector<DownloadId> ids = m_list.m_files.add(group, requests);
        {
            const std::lock_guard lock(m_list.m_mutex);
            m_row.files = ids;
            m_row.phase = DownloadState::Running;
            if (std::exchange(m_row.isUrgent, false)) m_list.m_files.makeRoomFor(group);
        }
        try {
            while (!areThere(m_list.m_files.waitFor(ids, cancel))) continue;
        } catch (...) {
            m_list.m_files.pause(ids);
            throw;
        }
        {
            const std::lock_guard lock(m_list.m_mutex);
            m_row.phase = DownloadState::Publishing;
            m_row.files.clear();
        }
        for (const DownloadId id : ids) m_list.m_files.remove(id);
        m_list.tell();
    }

    void tellReading(const WantedFile&, const Progress&) override {
        {
            const std::lock_guard lock(m_list.m_mutex);
            if (std::exchange(m_row.phase, DownloadState::Checking) == DownloadState::Checking) return;
        }
        m_list.tell();
    }

private:
    /// False: one was stopped by somebody else who wanted it too, and goes on now. Throws what one has failed with.
    bool areThere(const std::vector<DownloadEntry>& entries) {
        bool areAll = true;
        for (const DownloadEntry& entry : entries) {
            if (entry.failure) throw Error(*entry.failure, entry.message, entry.detail);
            if (entry.progress.state == TransferState::Done) continue;
            areAll = false;
            m_list.m_files.resume(entry.id);
        }
        return areAll;
    }

    Downloads& m_list;
    ListedDownload& m_row;
};

void Downloads::run(ListedDownload& row, const CancelToken& cancel) {
    try {
        HfHub hub = huggingFaceNow();
        Civitai site = civitaiNow();
        ModelStore store(hub, site, m_cache, modelsFolder(), knownModelFiles);
        FetchPlan plan = store.plan(linkNow(row.kept.link), row.kept.shown.variant, cancel, row.kept.commit);
        plan.asked = linkNow(row.kept.asked);
        for (const std::string& notice : plan.notices) logMessage(LogLevel::Info, notice);
        change([&] { row.notePlan(plan); });
        Fetcher fetcher(*this, row);
        row.place = store.fetch(plan, fetcher, cancel);
    } catch (const Cancelled&) {
        return;  // what was wished for says what comes of it
    } catch (const WaitAsked& asked) {
        row.failure = Failure{asked.code(), asked.what(), asked.detail()};
        row.askedWait = asked.wait();
    } catch (...) {
        row.failure = toFailure(std::current_exception());
    }
}

}  // namespace

std::unique_ptr<ModelDownloads> openDownloads(const DownloadsOptions& options) {
    DownloadsOptions own = options;
    makeFolders(own.folder);
    return std::make_unique<Downloads>(own);
}

}  // namespace segmoe
