// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/retry_policy.h"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <memory>
#include <mutex>
#include <random>

#include <curl/curl.h>

#include "core/hub/http_url.h"

namespace segmoe::hub {

namespace {

/// A whole number of at most nine digits that fills the text.
std::optional<long> number(std::string_view text) {
    long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.size() > 9 || error != std::errc() || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

/// The value of ";name=" in a structured header.
std::optional<long> parameter(std::string_view text, std::string_view name) {
    while (!text.empty()) {
        const std::string_view item = trimmedBlanks(text.substr(0, text.find(';')));
        text.remove_prefix(std::min(text.find(';'), text.size() - 1) + 1);
        if (item.starts_with(name) && item.substr(name.size()).starts_with('='))
            return number(item.substr(name.size() + 1));
    }
    return std::nullopt;
}

}  // namespace

Jitter randomJitter() {
    struct Shared {
        std::mutex mutex;
        std::mt19937 engine{std::random_device{}()};
    };
    return [shared = std::make_shared<Shared>()] {
        const std::lock_guard lock(shared->mutex);
        return std::uniform_real_distribution<double>(0.0, 1.0)(shared->engine);
    };
}

std::chrono::milliseconds backoff(int repeat, const Jitter& jitter) {
    const double seconds = static_cast<double>(1 << std::clamp(repeat - 1, 0, 3));
    return std::chrono::milliseconds(static_cast<long>(1000.0 * seconds * (0.8 + 0.4 * jitter())));
}

bool isWorthRepeating(ErrorCode code) {
    return code == ErrorCode::Unreachable || code == ErrorCode::Timeout || code == ErrorCode::TransferBroken;
}

bool isBusyStatus(int status) {
    return status == 408 || status == 429 || status == 500 || (status >= 502 && status <= 504);
}

std::optional<RateLimit> parseRateLimit(const HttpHeaders& headers) {
    const std::string text = headers.first("RateLimit").value_or("");
    const std::size_t end = text.find('"', 1);
    if (!text.starts_with('"') || end == std::string::npos) return std::nullopt;
    const auto remaining = parameter(std::string_view(text).substr(end + 1), "r");
    const auto seconds = parameter(std::string_view(text).substr(end + 1), "t");
    if (!remaining || !seconds) return std::nullopt;
    const std::string policy = headers.first("RateLimit-Policy").value_or("");
    return RateLimit{text.substr(1, end - 1), *remaining, *seconds, parameter(policy, "q").value_or(0)};
}

std::optional<std::chrono::seconds> parseRetryAfter(const HttpHeaders& headers,
                                                    std::chrono::system_clock::time_point now) {
    const auto text = headers.first("Retry-After");
    if (!text || text->size() > 64) return std::nullopt;
    if (const auto seconds = number(*text)) return std::chrono::seconds(*seconds);
    const std::time_t date = curl_getdate(text->c_str(), nullptr);
    // curl also reads bare numbers and words as dates; a date of HTTP names its day first.
    if (date < 0 || text->find(',') == std::string::npos) return std::nullopt;
    const auto wait = date - std::chrono::system_clock::to_time_t(now);
    return wait > 0 ? std::optional(std::chrono::seconds(wait)) : std::nullopt;
}

std::optional<std::chrono::seconds> askedWait(const HttpResponse& answer, std::chrono::system_clock::time_point now) {
    const auto limit = parseRateLimit(answer.headers);
    if (limit && limit->remaining == 0) return std::chrono::seconds(limit->seconds + 1);
    if (const auto wait = parseRetryAfter(answer.headers, now)) return *wait + std::chrono::seconds(1);
    return std::nullopt;
}

WaitAsked rateLimitedError(const std::string& url, std::chrono::seconds wait) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait).count();
    const std::string time = wait < std::chrono::minutes(2) ? std::to_string(wait.count()) + " seconds"
                                                            : std::to_string(minutes) + " minutes";
    return {
        HttpUrl::parse(url).host + " asks to wait for " + time + ". Try again then; logging in gives a higher limit.",
        wait};
}

}  // namespace segmoe::hub
