// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/file_download.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <sys/stat.h>

#include "core/base/log.h"
#include "core/base/mapped_file.h"
#include "core/base/utf8.h"
#include "core/hub/disk_error.h"
#include "core/hub/file_lock.h"
#include "core/hub/http_url.h"
#include "core/hub/model_format.h"
#include "core/hub/redaction.h"

namespace segmoe::hub {

namespace {

constexpr std::size_t kHashBuffer = 1024 * 1024;
constexpr std::uint64_t kProgressThatCounts = 1024 * 1024;
constexpr int kMostRepeats = 100;
constexpr int kMostExpired = 2;
constexpr std::chrono::milliseconds kTellEvery{100};

/// What the status alone tells; the hub's own refusals are the resolver's business.
Error refusal(const HttpResponse& answer, const std::string& file) {
    const std::string host = HttpUrl::parse(answer.finalUrl).host;
    const std::string detail = answer.method + " " + redactedUrl(answer.finalUrl) + ": " +
                               std::to_string(answer.status) + " " + answer.requestId() + " " +
                               redactedText(quote(answer.body, 300));
    if (answer.status == 429)
        return Error(ErrorCode::RateLimited,
                     host + " asks to wait before " + quote(file) + " is fetched. Try again later.", detail);
    if (isBusyStatus(answer.status))
        return Error(ErrorCode::ServerBusy, host + " has trouble right now. Try again in a few minutes.", detail);
    if (answer.status == 401)
        return Error(ErrorCode::TokenInvalid,
                     "Your access token for " + host + " is not valid any more. Set a new one.", detail);
    if (answer.status == 403)
        return Error(ErrorCode::Forbidden,
                     host + " refuses the file " + quote(file) + " for you. Check your access on its page.", detail);
    if (answer.status == 404 || answer.status == 410)
        return Error(ErrorCode::FileNotFound,
                     host + " has no file " + quote(file) + " any more. Look at the page of the model.", detail);
    if (answer.isRedirect())
        return Error(ErrorCode::RedirectRefused,
                     host + " tried to send the download elsewhere; that was refused. Try again later.", detail);
    return Error(ErrorCode::BadServerReply,
                 host + " sent something unreadable (status " + std::to_string(answer.status) + " for " + quote(file) +
                     "). Try again later.",
                 detail);
}

}  // namespace

std::string_view transferStateName(TransferState state) {
    switch (state) {
        case TransferState::Queued: return "queued";
        case TransferState::Resolving: return "resolving";
        case TransferState::Checking: return "checking";
        case TransferState::Fetching: return "fetching";
        case TransferState::Waiting: return "waiting";
        case TransferState::Verifying: return "verifying";
        case TransferState::Done: return "done";
        case TransferState::Paused: return "paused";
        case TransferState::Failed: return "failed";
    }
    return "failed";
}

/// Writes the body where the answer to the range allows it.
class FileDownload::BodySink final : public HttpSink {
public:
    explicit BodySink(FileDownload& download) : m_download(download) {}

    bool wantsBody(const HttpResponse& head) override {
        FileDownload& download = m_download;
        const std::uint64_t offset = download.m_partial->length();
        judgement = judgeRangeAnswer(head, offset, download.m_link.content.size, download.m_link.credential.empty());
        const bool isWritten = judgement.verdict == RangeVerdict::Write;
        if (isWritten || judgement.verdict == RangeVerdict::WriteFromZero) download.checkOffer(head.headers);
        if (judgement.verdict == RangeVerdict::WriteFromZero) {
            download.m_partial->clear();
            download.m_digest.reset();
            download.rehash();
        } else if (!isWritten) {
            return false;
        }
        if (!download.m_link.content.size) download.m_link.content.size = judgement.total;
        // Weak tags promise no equal bytes.
        const std::string etag = head.headers.first("ETag").value_or("");
        if (etag.starts_with('"')) download.m_partial->setStorageEtag(etag);
        return true;
    }
    void write(std::span<const std::byte> bytes) override {
        FileDownload& download = m_download;
        const auto size = download.m_link.content.size;
        const std::uint64_t length = download.m_partial->length();
        if (size && bytes.size() > *size - length) {
            download.m_partial->clear();  // what else it may have sent is not worth going on from
            download.failSize(length + bytes.size());
        }
        download.m_partial->append(bytes);
        download.m_digest->update(bytes);
        download.tell(TransferState::Fetching, false);
    }

    RangeJudgement judgement;

private:
    FileDownload& m_download;
};

FileDownload::FileDownload(DownloadRequest request, DownloadServices services)
    : m_request(std::move(request)), m_services(std::move(services)) {}

DownloadResult FileDownload::run(const CancelToken& cancel, const TransferSink& progress) {
    m_cancel = cancel;
    m_sink = progress;
    if (auto result = present()) return *result;
    std::error_code ignored;
    const bool isNew = !std::filesystem::exists(m_request.target, ignored);
    std::optional<FileLock> lock;
    if (!m_request.lockFile.empty()) {
        tell(TransferState::Waiting);
        lock.emplace(m_request.lockFile, m_services.clock, cancel);
        // Whoever held the lock may have fetched the file.
        if (auto result = present()) return *result;
    }
    resolve(false);
    for (int round = 0;; ++round) {
        fetch();
        const std::uint64_t size = m_partial->length();
        const std::string digest = verified();
        if (digest.empty()) continue;
        if (isNew && std::filesystem::exists(m_request.target, ignored)) return takenMeanwhile();
        if (m_partial->publish()) {
            m_partial.reset();
            tell(TransferState::Done);
            return {size, digest, false};
        }
        m_partial->remove();
        m_partial.reset();
        if (round > 0) throwDiskError(m_request.target, EIO);
    }
}

/// Another program was quicker: its file stays, and serves when it is the same.
DownloadResult FileDownload::takenMeanwhile() {
    m_partial->remove();
    m_partial.reset();
    m_request.expected = m_link.content;  // the plan may not have known the size
    m_request.verifiesPresent = true;
    if (auto result = present()) return *result;
    throw Error(ErrorCode::ContentChanged,
                quotePath(m_request.target) +
                    " has come from elsewhere meanwhile and is another file; it is left as it is. Start the download "
                    "again: it then gets another name.");
}

std::optional<DownloadResult> FileDownload::present() {
    struct stat status {};
    const ExpectedContent& expected = m_request.expected;
    if (::stat(m_request.target.c_str(), &status) != 0 || !S_ISREG(status.st_mode) || !expected.size ||
        static_cast<std::uint64_t>(status.st_size) != *expected.size)
        return std::nullopt;
    DownloadResult result{*expected.size, {}, true};
    if (m_request.verifiesPresent && expected.digestKind != DigestKind::None) {
        tell(TransferState::Checking);
        const auto file = MappedFile::open(m_request.target);
        ContentDigest digest(expected.digestKind, file->size());
        std::vector<std::byte> buffer(kHashBuffer);
        for (std::uint64_t offset = 0; offset < file->size();) {
            m_cancel.check();
            const auto part = std::span(buffer).first(std::min<std::uint64_t>(buffer.size(), file->size() - offset));
            file->read(offset, part);
            digest.update(part);
            offset += part.size();
        }
        result.digest = digest.finish();
        if (result.digest != expected.digest) return std::nullopt;
    }
    PartialFile::removeLeftovers(m_request.target);
    tell(TransferState::Done);
    return result;
}

void FileDownload::checkAgreement(const ExpectedContent& now) {
    const ExpectedContent& planned = m_request.expected;
    const bool hasSize = planned.size && now.size && *planned.size != *now.size;
    const bool hasDigest = !planned.digest.empty() && !now.digest.empty() && planned.digest != now.digest;
    const bool hasEtag = !planned.etag.empty() && !now.etag.empty() && planned.etag != now.etag;
    if (!hasSize && !hasDigest && !hasEtag) return;
    if (m_partial) m_partial->remove();
    throw Error(
        ErrorCode::ContentChanged,
        "The file " + quote(name()) + " was replaced at the source. Start the download again to get the new version.");
}

void FileDownload::resolve(bool isAgain) {
    tell(TransferState::Resolving);
    m_link = m_services.resolver.resolve(m_request.source, m_cancel);
    checkAgreement(m_link.content);
    ExpectedContent& content = m_link.content;
    const ExpectedContent& planned = m_request.expected;
    // What was planned is what is fetched; the source fills in what the plan did not know.
    if (planned.size) content.size = planned.size;
    if (!planned.etag.empty()) content.etag = planned.etag;
    if (planned.digestKind != DigestKind::None) {
        content.digestKind = planned.digestKind;
        content.digest = planned.digest;
    }
    if (isAgain) return;
    if (content.size) {
        const std::uint64_t there = std::min(*content.size, PartialFile::lengthOfLeftover(m_request.target, content));
        checkRoom(m_request.target.parent_path(), *content.size - there, freeBytes(m_request.target.parent_path()));
    }
}

void FileDownload::rehash() {
    m_digest.emplace(m_link.content.digestKind, m_link.content.size.value_or(0));
    if (m_partial->length() == 0) return;
    tell(TransferState::Checking);
    std::vector<std::byte> buffer(kHashBuffer);
    for (std::uint64_t offset = 0; offset < m_partial->length();) {
        m_cancel.check();
        const auto part = std::span(buffer).first(std::min<std::uint64_t>(buffer.size(), m_partial->length() - offset));
        m_partial->read(offset, part);
        m_digest->update(part);
        offset += part.size();
    }
}

void FileDownload::fetch() {
    if (!m_partial) {
        m_partial.emplace(PartialFile::open(m_request.target, m_request.source, m_link.content));
        if (m_link.content.size) m_partial->reserve(*m_link.content.size);
        rehash();
    }
    m_countedFrom = m_partial->length();
    // N = size is never asked for: there is nothing to be had.
    while (!m_link.content.size || m_partial->length() < *m_link.content.size) {
        m_cancel.check();
        try {
            if (fetchOnce() == Step::Fetched && !m_link.content.size) return;
        } catch (const Error& error) {
            if (!isWorthRepeating(error.code())) throw;
            waitOrThrow(error);
        }
    }
}

HttpRequest FileDownload::question() const {
    HttpRequest request;
    request.url = m_link.url;
    request.credential = m_link.credential;
    request.homeOrigins = m_link.homeOrigins;
    request.redirects = RedirectPolicy::Anywhere;
    request.timeouts.total = std::chrono::milliseconds(0);
    request.timeouts.firstByte = std::chrono::milliseconds(30'000);
    request.mayRepeat = false;  // this class counts, and goes on from what has arrived
    request.freshConnection = m_fresh > 0;
    request.cancel = m_cancel;
    const std::uint64_t length = m_partial->length();
    if (length > 0) {
        request.headers.set("Range", "bytes=" + std::to_string(length) + "-");
        if (!m_partial->storageEtag().empty()) request.headers.set("If-Range", m_partial->storageEtag());
    }
    return request;
}

FileDownload::Step FileDownload::fetchOnce() {
    tell(TransferState::Fetching);
    BodySink sink(*this);
    const HttpResponse answer = m_services.transport.performStreaming(question(), sink);
    if (isBusyStatus(answer.status)) {
        const auto wait = askedWait(answer, m_services.clock.date());
        if (wait && *wait > kLongestWait) throw rateLimitedError(m_link.url, *wait);
        waitOrThrow(refusal(answer, name()));
        return Step::Again;
    }
    return decide(answer, sink.judgement);
}

FileDownload::Step FileDownload::decide(const HttpResponse& answer, const RangeJudgement& judgement) {
    switch (judgement.verdict) {
        case RangeVerdict::Write:
        case RangeVerdict::WriteFromZero: {
            const auto size = m_link.content.size;
            // Without a length the end of the connection looks like the end of the file.
            if (size && m_partial->length() < *size)
                throw Error(ErrorCode::TransferBroken, "The connection to " + HttpUrl::parse(answer.finalUrl).host +
                                                           " ended early. Try again; " +
                                                           std::to_string(m_partial->length()) + " of " +
                                                           std::to_string(*size) + " bytes are kept.");
            return Step::Fetched;
        }
        case RangeVerdict::StartOver: startOver(judgement.what); return Step::Again;
        case RangeVerdict::AskFresh:
            if (++m_fresh > 1)
                throw Error(ErrorCode::BadServerReply, HttpUrl::parse(answer.finalUrl).host +
                                                           " sent something unreadable (" + judgement.what +
                                                           "). Try again later, and check the proxy.");
            return Step::Again;
        case RangeVerdict::Resolve:
            if (++m_resolves > 1) failSize(judgement.total.value_or(0));
            resolve(true);
            return Step::Again;
        case RangeVerdict::Expired:
            if (++m_expired > kMostExpired)
                throw Error(ErrorCode::LinkExpired,
                            "The download link of " + quote(name()) +
                                " was refused again and again. Try again later; what has arrived is kept.");
            resolve(true);
            return Step::Again;
        case RangeVerdict::Refused: break;
    }
    throw refusal(answer, name());
}

void FileDownload::startOver(const std::string& what) {
    if (++m_startsOver > 1)
        throw Error(ErrorCode::BadServerReply, HttpUrl::parse(m_link.url).host + " sent something unreadable (" + what +
                                                   "). Try again later, and check the proxy.");
    m_partial->clear();
    rehash();
}

void FileDownload::waitOrThrow(const Error& error) {
    const std::uint64_t length = m_partial->length();
    if (length >= m_countedFrom + kProgressThatCounts) m_repeats = 0;
    m_countedFrom = length;
    if (++m_repeats > kMaxRepeats || ++m_allRepeats > kMostRepeats) {
        if (error.code() != ErrorCode::TransferBroken) throw error;
        throw Error(ErrorCode::TransferBroken,
                    "The connection broke " + std::to_string(m_allRepeats + 1) + " times while " + quote(name()) +
                        " was fetched. Try again; the " + std::to_string(length) + " bytes that have arrived are kept.",
                    error.detail());
    }
    tell(TransferState::Waiting);
    m_meter.restart();
    const auto wait = backoff(m_repeats, m_services.jitter);
    logMessage(LogLevel::Info, quote(name()) + ": " + std::string(errorCodeName(error.code())) + ", again in " +
                                   std::to_string(wait.count()) + " ms");
    m_services.clock.sleep(wait, m_cancel);
}

void FileDownload::failSize(std::uint64_t got) const {
    throw Error(ErrorCode::SizeMismatch,
                "The file " + quote(name()) + " should have " + std::to_string(m_link.content.size.value_or(0)) +
                    " bytes, the server sent " + std::to_string(got) + ". Try again later, and check the proxy.");
}

void FileDownload::checkOffer(const HttpHeaders& head) {
    try {
        checkOfferedName(head, name());
    } catch (const Error&) {
        m_partial->remove();
        throw;
    }
}

std::string FileDownload::verified() {
    tell(TransferState::Verifying);
    const std::string digest = m_digest->finish();
    const ExpectedContent& content = m_link.content;
    if (content.digestKind != DigestKind::None && digest != content.digest) {
        if (++m_startsOver > 1) {
            m_partial->remove();
            throw Error(ErrorCode::HashMismatch, "The file " + quote(name()) + " arrived damaged twice: expected " +
                                                     content.digest.substr(0, 10) + ", got " + digest.substr(0, 10) +
                                                     ". Try again over another connection.");
        }
        m_partial->clear();
        rehash();
        return {};
    }
    try {
        checkModelFormat(m_partial->path(), name());
    } catch (const Error&) {
        m_partial->remove();
        throw;
    }
    return digest;
}

void FileDownload::tell(TransferState state, bool isForced) {
    if (!m_sink) return;
    const auto now = m_services.clock.now();
    const std::uint64_t done = m_partial ? m_partial->length() : 0;
    if (!isForced && now - m_toldAt < kTellEvery) return;
    m_toldAt = now;
    const std::uint64_t total = m_link.content.size.value_or(m_request.expected.size.value_or(0));
    if (state == TransferState::Fetching) m_meter.add(now, done);
    TransferProgress progress{state, state == TransferState::Done ? total : done, total, 0.0, -1.0};
    if (state == TransferState::Fetching) {
        progress.bytesPerSecond = m_meter.bytesPerSecond();
        progress.etaSeconds = m_meter.etaSeconds(total);
    }
    m_sink(progress);
}

}  // namespace segmoe::hub
