// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "tests/core/hub/asking.h"

/// The rows of hub.md §11.1 that one download meets: what the stand-in does, and what has to come of it.
namespace segmoe::test {

using standin::Answer;
using standin::Fault;
using standin::Request;

constexpr std::size_t kSize = 300'000;

/// On every answer of the storage that matches.
inline Fault storage(int skip, int times, Change change) {
    return {"storage", "GET", "", skip, times, std::move(change)};
}

inline Change closeAt(std::uint64_t at) {
    return [=](const Request&, Answer& answer) { answer.closeAt = at; };
}
inline Change resetAt(std::uint64_t at) {
    return [=](const Request&, Answer& answer) { answer.resetAt = at; };
}
inline Change stallAt(std::uint64_t at) {
    return [=](const Request&, Answer& answer) { answer.stallAt = at; };
}
inline Change status(int code, std::string name = {}, std::string value = {}) {
    return [=](const Request&, Answer& answer) {
        answer = Answer::text(code, "injected");
        if (!name.empty()) answer.set(name, value);
    };
}
inline Change header(std::string name, std::string value) {
    return [=](const Request&, Answer& answer) { answer.set(name, value); };
}
inline Change flip(std::uint64_t at) {
    return [=](const Request&, Answer& answer) { answer.flipAt = at; };
}
/// A part as something else than it is.
inline Change liePart(int kind) {
    return [=](const Request&, Answer& answer) {
        if (answer.status != 206) return;
        if (kind == 0)
            answer.set("Content-Range", "bytes 7-" + std::to_string(kSize - 1) + "/" + std::to_string(kSize));
        if (kind == 1)
            answer.set("Content-Range", "bytes " + std::to_string(answer.first) + "-" + std::to_string(kSize - 1) +
                                            "/" + std::to_string(kSize + 1));
        if (kind == 2) answer.set("Content-Range", "");
        if (kind == 3) answer.set("Content-Range", "").set("Content-Type", "multipart/byteranges; boundary=x");
    };
}
inline void ignoreRange(const Request&, Answer& answer) {
    answer.status = 200;
    answer.first = 0;
    answer.set("Content-Range", "");
}
/// A link that has expired, for this request alone.
inline void expired(const Request&, Answer& answer) {
    answer = Answer::text(403, "<Error><Code>AccessDenied</Code></Error>", "application/xml");
}
inline void page(const Request&, Answer& answer) { answer = Answer::text(200, "<html>Log in</html>", "text/html"); }

enum End { Published, Kept, Nothing };

struct Row {
    const char* name;
    std::vector<Fault> faults;
    End end;
    ErrorCode code;           ///< not looked at when published
    int gets;                 ///< of the storage; -1 = any number
    std::vector<long> waits;  ///< milliseconds on the clock; empty = not looked at
};

inline const std::vector<Row> kFaultRows = {
    {"no fault", {}, Published, ErrorCode::InternalError, 1, {}},
    {"F4a reset instead of an answer",
     {storage(0, 1, [](auto&, Answer& answer) { answer.isReset = true; })},
     Published,
     ErrorCode::InternalError,
     2,
     {1000}},
    {"F4b ends before the last byte",
     {storage(0, 1, closeAt(kSize - 1))},
     Published,
     ErrorCode::InternalError,
     2,
     {1000}},
    {"F5a reset in the middle", {storage(0, 1, resetAt(100'000))}, Published, ErrorCode::InternalError, 2, {1000}},
    {"F5b ends in the middle", {storage(0, 1, closeAt(100'000))}, Published, ErrorCode::InternalError, 2, {1000}},
    {"F5c chunks end in the middle",
     {storage(0, 1,
              [](auto&, Answer& answer) {
                  answer.isChunked = true;
                  answer.closeAt = 100'000;
              })},
     Published,
     ErrorCode::InternalError,
     2,
     {1000}},
    {"F6 breaks for ever without progress",
     {storage(0, 1, closeAt(1000)), storage(0, -1, closeAt(0))},
     Kept,
     ErrorCode::TransferBroken,
     6,
     {1000, 2000, 4000, 8000, 8000}},
    {"F7a ends in the middle, no length",
     {storage(0, 1,
              [](auto&, Answer& answer) {
                  answer.hasLength = false;
                  answer.closeAt = 100'000;
              })},
     Published,
     ErrorCode::InternalError,
     2,
     {1000}},
    {"F7b whole, no length",
     {storage(0, -1, [](auto&, Answer& answer) { answer.hasLength = false; })},
     Published,
     ErrorCode::InternalError,
     1,
     {}},
    {"F8a stalls once", {storage(0, 1, stallAt(100'000))}, Published, ErrorCode::InternalError, -1, {}},
    {"F8b stalls for ever",
     {storage(0, 1, stallAt(1000)), storage(0, -1, stallAt(0))},
     Kept,
     ErrorCode::Timeout,
     6,
     {1000, 2000, 4000, 8000, 8000}},
    {"F8c one byte a second",
     {storage(0, 1, [](auto&, Answer& answer) { answer.bytesPerSecond = 1; })},
     Published,
     ErrorCode::InternalError,
     -1,
     {}},
    {"F11a length too small",
     {storage(0, -1, header("Content-Length", "299000"))},
     Nothing,
     ErrorCode::SizeMismatch,
     2,
     {}},
    {"F11b length too large",
     {storage(0, -1, header("Content-Length", "300001"))},
     Nothing,
     ErrorCode::SizeMismatch,
     2,
     {}},
    {"F11c length abc", {storage(0, -1, header("Content-Length", "abc"))}, Nothing, ErrorCode::BadServerReply, 1, {}},
    {"F11d two lengths",
     {storage(0, -1,
              [](auto&, Answer& answer) {
                  answer.headers.emplace_back("Content-Length", "300000");
                  answer.headers.emplace_back("Content-Length", "5");
              })},
     Nothing,
     ErrorCode::BadServerReply,
     1,
     {}},
    {"F12 more than the size",
     {storage(0, -1,
              [](auto&, Answer& answer) {
                  answer.hasLength = false;
                  answer.extra = std::string(100'000, 'x');
              })},
     Nothing,
     ErrorCode::SizeMismatch,
     1,
     {}},
    {"F13a part from elsewhere",
     {storage(0, 1, closeAt(1000)), storage(0, 1, liePart(0))},
     Published,
     ErrorCode::InternalError,
     3,
     {}},
    {"F13b part of another total",
     {storage(0, 1, closeAt(1000)), storage(0, 1, liePart(1))},
     Published,
     ErrorCode::InternalError,
     3,
     {}},
    {"F13c part without its place",
     {storage(0, 1, closeAt(1000)), storage(0, 1, liePart(2))},
     Published,
     ErrorCode::InternalError,
     3,
     {}},
    {"F13d parts in parts",
     {storage(0, 1, closeAt(1000)), storage(0, 1, liePart(3))},
     Published,
     ErrorCode::InternalError,
     3,
     {}},
    {"F13e wrong again",
     {storage(0, 1, closeAt(1000)), storage(0, 1, liePart(0)), storage(0, 1, closeAt(1000)),
      storage(0, -1, liePart(0))},
     Kept,
     ErrorCode::BadServerReply,
     4,
     {}},
    {"F14 range ignored",
     {storage(0, 1, closeAt(1000)), storage(0, -1, ignoreRange)},
     Published,
     ErrorCode::InternalError,
     2,
     {}},
    {"F15 part refused",
     {storage(0, 1, closeAt(1000)), storage(0, 1, status(416, "Content-Range", "bytes */300000"))},
     Published,
     ErrorCode::InternalError,
     3,
     {}},
    {"F16a compressed once",
     {storage(0, 1, header("Content-Encoding", "gzip"))},
     Published,
     ErrorCode::InternalError,
     2,
     {}},
    {"F16b compressed always",
     {storage(0, -1, header("Content-Encoding", "gzip"))},
     Nothing,
     ErrorCode::BadServerReply,
     2,
     {}},
    {"F17a another etag",
     {{"hub", "HEAD", "", 0, -1, header("X-Linked-Etag", std::string(64, 'a'))}},
     Nothing,
     ErrorCode::ContentChanged,
     0,
     {}},
    {"F17b another size",
     {{"hub", "HEAD", "", 0, -1, header("X-Linked-Size", "299999")}},
     Nothing,
     ErrorCode::ContentChanged,
     0,
     {}},
    {"F18a busy once", {storage(0, 1, status(503))}, Published, ErrorCode::InternalError, 2, {1000}},
    {"F18b busy for ever",
     {storage(0, 1, closeAt(1000)), storage(0, -1, status(502))},
     Kept,
     ErrorCode::ServerBusy,
     6,
     {1000, 2000, 4000, 8000, 8000}},
    {"F18c timed out at the server", {storage(0, 1, status(408))}, Published, ErrorCode::InternalError, 2, {1000}},
    {"F18d hub busy once", {{"hub", "HEAD", "", 0, 1, status(500)}}, Published, ErrorCode::InternalError, 1, {1000}},
    {"F19 rate limit with its time",
     {storage(0, 1, status(429, "RateLimit", "\"pages\";r=0;t=7"))},
     Published,
     ErrorCode::InternalError,
     2,
     {1000, 7000}},
    {"F20a Retry-After in seconds",
     {storage(0, 1, status(429, "Retry-After", "3"))},
     Published,
     ErrorCode::InternalError,
     2,
     {1000, 3000}},
    {"F20b Retry-After as a date",
     {storage(0, 1, status(429, "Retry-After", "Thu, 01 Jan 2026 00:17:00 GMT"))},
     Published,
     ErrorCode::InternalError,
     2,
     {}},
    {"F20c Retry-After of days",
     {storage(0, 1, closeAt(1000)), storage(0, -1, status(429, "Retry-After", "999999"))},
     Kept,
     ErrorCode::RateLimited,
     2,
     {1000}},
    {"F20d Retry-After negative",
     {storage(0, 1, status(429, "Retry-After", "-1"))},
     Published,
     ErrorCode::InternalError,
     2,
     {1000}},
    {"F20e Retry-After junk",
     {storage(0, 1, status(429, "Retry-After", "soon"))},
     Published,
     ErrorCode::InternalError,
     2,
     {1000}},
    {"F20f both headers",
     {storage(0, 1,
              [](auto&, Answer& answer) {
                  answer = Answer::text(429, "injected");
                  answer.set("RateLimit", "\"pages\";r=0;t=7").set("Retry-After", "3");
              })},
     Published,
     ErrorCode::InternalError,
     2,
     {1000, 7000}},
    {"F21a link expires once",
     {storage(0, 1, closeAt(1000)), storage(0, 1, expired)},
     Published,
     ErrorCode::InternalError,
     3,
     {}},
    {"F21b link expires always",
     {storage(0, 1, closeAt(1000)), storage(0, -1, expired)},
     Kept,
     ErrorCode::LinkExpired,
     4,
     {}},
    {"F25a a page instead of the file", {storage(0, -1, page)}, Nothing, ErrorCode::BadServerReply, 2, {}},
    {"F25b nothing instead of the file", {storage(0, -1, status(200))}, Nothing, ErrorCode::SizeMismatch, 2, {}},
    {"F33a first byte flipped once", {storage(0, 1, flip(0))}, Published, ErrorCode::InternalError, 2, {}},
    {"F33b byte flipped once", {storage(0, 1, flip(150'000))}, Published, ErrorCode::InternalError, 2, {}},
    {"F33c last byte flipped, resumed",
     {storage(0, 1, closeAt(1000)), storage(0, 1, flip(kSize - 1))},
     Published,
     ErrorCode::InternalError,
     3,
     {}},
    {"F33d byte flipped always", {storage(0, -1, flip(150'000))}, Nothing, ErrorCode::HashMismatch, 2, {}},
    {"not there", {storage(0, -1, status(404))}, Nothing, ErrorCode::FileNotFound, 1, {}},
    {"another place",
     {storage(0, -1, status(302, "Location", "ftp://127.0.0.1/x"))},
     Nothing,
     ErrorCode::RedirectRefused,
     1,
     {}},
};

}  // namespace segmoe::test
