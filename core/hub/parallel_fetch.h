// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"
#include "core/hub/file_download.h"
#include "core/hub/model_store.h"

namespace segmoe::hub {

/// Throws Error{DiskFull} unless what is still to come of these files fits on every disk they go to.
void requireRoom(std::span<const WantedFile> files);

/// Fetches the files of one model, four at a time, while the caller waits: for the command line and for one-off work.
/// What is unfinished when it fails or is cancelled stays, and the next try goes on from there. The first file that
/// fails stops the others. Throws Error{DiskFull} before the first byte when they do not fit, and what FileDownload
/// throws.
class ParallelFetcher final : public FileFetcher {
public:
    /// Both must outlive it. Progress: Stage::Loading, fraction of all bytes, the file that moved last; called on
    /// several threads, one at a time.
    ParallelFetcher(HttpTransport& transport, Clock& clock, ProgressSink progress = {});

    void fetch(std::span<const WantedFile> files, LinkResolver& resolver, const CancelToken& cancel) override;
    void tellReading(const WantedFile& file, const Progress& progress) override;

private:
    HttpTransport& m_transport;
    Clock& m_clock;
    ProgressSink m_progress;
};

}  // namespace segmoe::hub
