// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/cancel_token.h"
#include "core/engine/download_rows.h"
#include "core/hub/download_list.h"
#include "core/hub/model_store.h"

namespace segmoe {

/// A row of the list of downloads and what is going on with it. Only touched under the list's lock, but for what run()
/// hands over: `place` and `failure`.
class ListedDownload {
public:
    /// What becomes of a row when whoever works on it has let go.
    enum class Wish { Go, Pause, Cancel, Again, Remove };

    KeptDownload kept;
    Wish wish = Wish::Go;
    std::optional<CancelToken> running;
    DownloadState phase = DownloadState::Resolving;  ///< of a running one
    std::vector<hub::DownloadId> files;
    bool isUrgent = false;  ///< its files go before those of others
    std::chrono::steady_clock::time_point retryAt{};
    std::filesystem::path place;                    ///< what running it has led to
    std::optional<Failure> failure;                 ///< why it has not
    std::optional<std::chrono::seconds> askedWait;  ///< by the hub, with `failure`

    std::uint64_t id() const { return kept.shown.id; }
    void begin(std::uint64_t id, const hub::ModelLink& link, const std::optional<std::string>& variant,
               const std::filesystem::path& folder);
    /// Queued, under way or waiting.
    bool isActive() const;
    bool isCancelled() const;
    void goOn(bool alsoWhenDone);
    void stop(Wish wanted);

    void enter(const CancelToken& cancel);
    void notePlan(const hub::FetchPlan& plan);
    /// True: it was to be removed.
    bool leave(const std::vector<hub::DownloadEntry>& entries, std::chrono::milliseconds firstWait,
               std::chrono::milliseconds longestWait);
    /// As it is to be shown.
    ModelDownload show(const std::vector<hub::DownloadEntry>& entries) const;

private:
    void showFiles(const std::vector<hub::DownloadEntry>& entries, ModelDownload& shown) const;

    std::uint64_t m_present = 0;  ///< bytes of files that were here already
    std::uint64_t m_doneAtWait = 0;
    int m_waits = 0;  ///< in a row, without progress
};

}  // namespace segmoe
