// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/listed_download.h"

#include <algorithm>

namespace segmoe {

namespace {

using namespace hub;

/// Whether time alone may mend it.
bool isWorthWaiting(ErrorCode code) {
    return code == ErrorCode::Unreachable || code == ErrorCode::Timeout || code == ErrorCode::TransferBroken ||
           code == ErrorCode::ServerBusy || code == ErrorCode::RateLimited;
}

/// Whether what was planned is no longer what the hub has.
bool isOutdated(ErrorCode code) {
    return code == ErrorCode::ContentChanged || code == ErrorCode::RevisionNotFound || code == ErrorCode::FileNotFound;
}

}  // namespace

void ListedDownload::begin(std::uint64_t id, const ModelLink& link, const std::optional<std::string>& variant,
                           const std::filesystem::path& folder) {
    ModelDownload& shown = kept.shown;
    shown.id = id;
    shown.reference = kept.link = kept.asked = link.reference();
    shown.variant = variant;
    shown.title = link.repo.empty() ? shown.reference : link.repo;
    shown.page = link.page();
    shown.folder = folder;
}

bool ListedDownload::isActive() const {
    if (running) return wish == Wish::Go || wish == Wish::Again;
    return kept.shown.state == DownloadState::Queued || kept.shown.state == DownloadState::Waiting;
}

bool ListedDownload::isCancelled() const {
    return running ? wish == Wish::Cancel : kept.shown.state == DownloadState::Cancelled;
}

void ListedDownload::goOn(bool alsoWhenDone) {
    if (running) {
        // It begins again as soon as it has let go.
        if (wish == Wish::Pause || wish == Wish::Cancel) wish = Wish::Again;
        return;
    }
    ModelDownload& shown = kept.shown;
    if (shown.state == DownloadState::Done && !alsoWhenDone) return;
    if (shown.failure && isOutdated(shown.failure->code)) {
        kept.commit.clear();
        kept.link = kept.asked;
    }
    shown.failure.reset();
    shown.state = DownloadState::Queued;
}

void ListedDownload::stop(Wish wanted) {
    if (running) {
        wish = wanted;
        running->cancel();
        return;
    }
    ModelDownload& shown = kept.shown;
    if (shown.state == DownloadState::Done || wanted == Wish::Again) return;
    if (wanted == Wish::Pause && !isActive()) return;
    shown.state = wanted == Wish::Pause ? DownloadState::Paused : DownloadState::Cancelled;
    shown.failure.reset();
}

void ListedDownload::enter(const CancelToken& cancel) {
    running = cancel;
    wish = Wish::Go;
    phase = DownloadState::Resolving;
    files.clear();
    place.clear();
    failure.reset();
    askedWait.reset();
    kept.shown.state = DownloadState::Queued;
    kept.shown.failure.reset();
    kept.shown.waitsUntil.reset();
}

void ListedDownload::notePlan(const FetchPlan& plan) {
    ModelDownload& shown = kept.shown;
    shown.title = plan.title;
    shown.total = plan.bytes();
    m_present = shown.total - plan.missingBytes();
    kept.commit = plan.commit;
    if (plan.version && plan.file) {
        ModelLink version = plan.link;
        version.modelId = plan.version->modelId;
        version.versionId = plan.version->id;
        shown.reference = version.reference();
        shown.page = version.page();
        version.fileId = plan.file->id;
        kept.link = version.text();
    }
}

bool ListedDownload::leave(const std::vector<DownloadEntry>& entries, std::chrono::milliseconds firstWait,
                           std::chrono::milliseconds longestWait) {
    ModelDownload& shown = kept.shown;
    if (phase != DownloadState::Resolving) shown.done = show(entries).done;
    running.reset();
    const Wish wished = std::exchange(wish, Wish::Go);
    if (wished == Wish::Remove) return true;
    if (!place.empty()) {
        shown.state = DownloadState::Done;
        shown.done = shown.total;
        shown.place = place;
        ++shown.arrivals;
    } else if (wished == Wish::Pause || wished == Wish::Cancel) {
        shown.state = wished == Wish::Pause ? DownloadState::Paused : DownloadState::Cancelled;
    } else if (failure && wished != Wish::Again) {
        shown.failure = failure;
        shown.state = DownloadState::Failed;
        if (!isWorthWaiting(failure->code)) return false;
        shown.state = DownloadState::Waiting;
        if (shown.done > m_doneAtWait) m_waits = 0;
        m_doneAtWait = shown.done;
        if (askedWait) {
            retryAt = std::chrono::steady_clock::now() + *askedWait;
            shown.waitsUntil = std::chrono::system_clock::now() + *askedWait;
            return false;
        }
        retryAt = std::chrono::steady_clock::now() + std::min(longestWait, firstWait * (1 << std::min(m_waits++, 10)));
    } else {
        shown.state = DownloadState::Queued;
    }
    return false;
}

ModelDownload ListedDownload::show(const std::vector<DownloadEntry>& entries) const {
    ModelDownload shown = kept.shown;
    if (!running) return shown;
    if (phase == DownloadState::Running) showFiles(entries, shown);
    if (phase == DownloadState::Publishing) shown.done = shown.total;
    if (wish == Wish::Pause)
        shown.state = DownloadState::Paused;
    else if (wish == Wish::Cancel)
        shown.state = DownloadState::Cancelled;
    else if (phase != DownloadState::Running)
        shown.state = phase;
    return shown;
}

void ListedDownload::showFiles(const std::vector<DownloadEntry>& entries, ModelDownload& shown) const {
    std::vector<TransferState> states;
    shown.done = m_present;
    for (const DownloadEntry& entry : entries) {
        if (std::ranges::find(files, entry.id) == files.end()) continue;
        states.push_back(entry.progress.state);
        shown.done += entry.progress.done;
        if (entry.progress.state != TransferState::Fetching) continue;
        shown.bytesPerSecond += entry.progress.bytesPerSecond;
        if (shown.file.empty()) shown.file = entry.request.source.path;
    }
    shown.total = std::max(shown.total, shown.done);
    if (shown.bytesPerSecond > 0.0)
        shown.etaSeconds = static_cast<double>(shown.total - shown.done) / shown.bytesPerSecond;
    const auto has = [&](TransferState state) { return std::ranges::find(states, state) != states.end(); };
    shown.state = has(TransferState::Fetching)    ? DownloadState::Running
                  : has(TransferState::Checking)  ? DownloadState::Checking
                  : has(TransferState::Verifying) ? DownloadState::Verifying
                  : has(TransferState::Waiting)   ? DownloadState::Waiting
                  : has(TransferState::Resolving) ? DownloadState::Resolving
                                                  : DownloadState::Queued;
}

}  // namespace segmoe
