// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/keeping_transport.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/hub/http_url.h"

namespace segmoe::hub {

namespace {

constexpr std::size_t kLargestAnswer = 8 * 1024 * 1024;
constexpr std::string_view kMark = "segmoe-answer 1\n";

/// What somebody with a token may see is not what somebody without one may see.
std::string keyOf(const HttpRequest& request) {
    return (request.credential.empty() ? "" : "with a token ") + request.url;
}

bool isNoAnswer(ErrorCode code) {
    return code == ErrorCode::Unreachable || code == ErrorCode::Timeout || code == ErrorCode::TransferBroken ||
           code == ErrorCode::OfflineMissing || code == ErrorCode::ProxyFailed;
}

/// Mark, final address, Link header, body; the first three each on a line.
std::string textOf(const HttpResponse& answer) {
    return std::string(kMark) + answer.finalUrl + "\n" + answer.headers.first("Link").value_or("") + "\n" + answer.body;
}

std::optional<HttpResponse> answerOf(std::string_view text) {
    if (!text.starts_with(kMark)) return std::nullopt;
    text.remove_prefix(kMark.size());
    const std::size_t address = text.find('\n');
    const std::size_t link = address == std::string_view::npos ? address : text.find('\n', address + 1);
    if (link == std::string_view::npos) return std::nullopt;
    HttpResponse answer;
    answer.status = 200;
    answer.method = "GET";
    answer.finalUrl = text.substr(0, address);
    if (link > address + 1) answer.headers.add("Link", std::string(text.substr(address + 1, link - address - 1)));
    answer.body = text.substr(link + 1);
    return answer;
}

}  // namespace

std::optional<HttpResponse> KeepingTransport::copyOf(const HttpRequest& request) {
    if (request.method != HttpMethod::Get) return std::nullopt;
    const auto kept = m_copies.find(keyOf(request), m_oldest);
    auto answer = kept ? answerOf(kept->bytes) : std::nullopt;
    if (!answer) return std::nullopt;
    const std::lock_guard lock(m_mutex);
    m_oldestCopy = m_oldestCopy ? std::min(*m_oldestCopy, kept->since) : kept->since;
    return answer;
}

HttpResponse KeepingTransport::perform(const HttpRequest& request) {
    if (m_isOffline) {
        if (auto copy = copyOf(request)) return *copy;
        throw Error(ErrorCode::OfflineMissing, "Offline, and this computer has no copy of what " +
                                                   HttpUrl::parse(request.url).host +
                                                   " would answer. Go online to ask it.");
    }
    try {
        HttpResponse answer = m_below.perform(request);
        const bool isWorthKeeping =
            answer.status == 200 && request.method == HttpMethod::Get && answer.body.size() <= kLargestAnswer;
        if (isWorthKeeping) m_copies.keep(keyOf(request), textOf(answer));
        return answer;
    } catch (const Error& error) {
        auto copy = isNoAnswer(error.code()) ? copyOf(request) : std::nullopt;
        if (!copy) throw;
        return *copy;
    }
}

HttpResponse KeepingTransport::performStreaming(const HttpRequest& request, HttpSink& sink) {
    return m_below.performStreaming(request, sink);
}

std::optional<std::chrono::system_clock::time_point> KeepingTransport::takeOldestCopy() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_oldestCopy, std::nullopt);
}

}  // namespace segmoe::hub
