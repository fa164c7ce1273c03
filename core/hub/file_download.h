// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "core/base/cancel_token.h"
#include "core/hub/clock.h"
#include "core/hub/content_digest.h"
#include "core/hub/file_source.h"
#include "core/hub/http.h"
#include "core/hub/partial_file.h"
#include "core/hub/range_answer.h"
#include "core/hub/retry_policy.h"
#include "core/hub/transfer_meter.h"

namespace segmoe::hub {

/// One file to fetch.
struct DownloadRequest {
    FileSource source;
    std::filesystem::path target;    ///< its folder must exist
    ExpectedContent expected;        ///< as planned; what the source says later must agree
    std::filesystem::path lockFile;  ///< held while fetching, shared with other programs; empty = none
    bool verifiesPresent = false;    ///< hash a file that is there already, instead of trusting its size
    std::uint64_t about = 0;         ///< bytes, where `expected` does not know; for free space
};

enum class TransferState { Queued, Resolving, Checking, Fetching, Waiting, Verifying, Done, Paused, Failed };
/// "queued", "fetching"…: words of logs and state files, not translated.
std::string_view transferStateName(TransferState state);

struct TransferProgress {
    TransferState state = TransferState::Queued;
    std::uint64_t done = 0;
    std::uint64_t total = 0;  ///< 0 = not known yet
    double bytesPerSecond = 0.0;
    double etaSeconds = -1.0;  ///< -1 = not known
};
/// Called on the thread that fetches, at most ten times a second while bytes flow; must be quick and not throw.
using TransferSink = std::function<void(const TransferProgress&)>;

/// What a download works with. All must outlive it; all are thread-safe.
struct DownloadServices {
    HttpTransport& transport;
    LinkResolver& resolver;
    Clock& clock;
    Jitter jitter = randomJitter();
};

/// What was fetched.
struct DownloadResult {
    std::uint64_t size = 0;
    std::string digest;  ///< as the source names it: git-sha1 where it names that, else SHA-256; empty = not looked at
    bool wasPresent = false;
};

/// Fetches one file (hub.md §2.4): present? → link → room → bytes, resumed by Range → length, digest and kind →
/// published under its name, whole or not at all. Broken connections are repeated as hub.md §2.9 says; what has arrived
/// is kept when it fails, and for the next try. Throws Cancelled and Error: what the resolver throws, Unreachable,
/// ProxyFailed, Timeout, TlsFailed, TransferBroken, ServerBusy, RateLimited, LinkExpired, BadServerReply,
/// RedirectRefused, SizeMismatch, HashMismatch, ContentChanged, PickleRefused, FormatUnsupported, DiskFull,
/// FileTooBigForDisk, NotWritable, FolderMissing, LocalIo, OfflineMissing.
class FileDownload {
public:
    FileDownload(DownloadRequest request, DownloadServices services);

    DownloadResult run(const CancelToken& cancel, const TransferSink& progress = {});

private:
    class BodySink;
    enum class Step { Fetched, Again };

    std::optional<DownloadResult> present();
    DownloadResult takenMeanwhile();
    void resolve(bool isAgain);
    void checkAgreement(const ExpectedContent& now);
    void fetch();
    Step fetchOnce();
    Step decide(const HttpResponse& answer, const RangeJudgement& judgement);
    void startOver(const std::string& what);
    void waitOrThrow(const Error& error);
    HttpRequest question() const;
    void rehash();
    void checkOffer(const HttpHeaders& head);
    std::string verified();
    [[noreturn]] void failSize(std::uint64_t got) const;
    void tell(TransferState state, bool isForced = true);
    std::string name() const { return m_request.source.path; }

    DownloadRequest m_request;
    DownloadServices m_services;
    CancelToken m_cancel;
    TransferSink m_sink;
    FileLink m_link;
    std::optional<PartialFile> m_partial;
    std::optional<ContentDigest> m_digest;
    TransferMeter m_meter;
    std::chrono::steady_clock::time_point m_toldAt{};
    std::uint64_t m_countedFrom = 0;  ///< bytes that were there when the counter of repeats was last set back
    int m_repeats = 0;                ///< in a row
    int m_allRepeats = 0;
    int m_startsOver = 0;
    int m_resolves = 0;
    int m_expired = 0;
    int m_fresh = 0;
};

}  // namespace segmoe::hub
