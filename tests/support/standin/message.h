// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace segmoe::standin {

using HeaderLine = std::pair<std::string, std::string>;

/// What a client asked, as it came over the wire.
struct Request {
    std::string origin;  ///< name of the origin that was asked: "hub", "storage"…
    std::string method;
    std::string target;  ///< path and query, as sent
    std::vector<HeaderLine> headers;
    std::string body;

    /// Percent-decoded, without the query.
    std::string path() const;
    /// Values of a key of the query, decoded.
    std::vector<std::string> queryValues(std::string_view key) const;
    std::string queryValue(std::string_view key, std::string otherwise = {}) const;
    /// Empty when it is not there. Names have no case.
    std::string header(std::string_view name) const;
    bool hasHeader(std::string_view name) const;
};

/// Bytes that many answers may share.
using Bytes = std::shared_ptr<const std::string>;

/// What goes back, and how badly. Body offsets count from the first byte of this answer's body.
struct Answer {
    int status = 200;
    std::vector<HeaderLine> headers;
    Bytes content;  ///< whole content; the body is [first, last)
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::string rawHead;    ///< sent before the status line: interim answers, rubbish
    bool hasLength = true;  ///< Content-Length is added; without, the body ends with the connection
    bool isChunked = false;

    // Faults
    int delayMs = 0;                       ///< before the head
    bool isReset = false;                  ///< RST instead of any byte
    bool isSilent = false;                 ///< nothing at all until the client goes
    std::optional<std::uint64_t> resetAt;  ///< RST after so many bytes of the body
    std::optional<std::uint64_t> closeAt;  ///< orderly end after so many bytes
    std::optional<std::uint64_t> stallAt;  ///< nothing more after so many bytes, until the client goes
    std::optional<std::uint64_t> flipAt;   ///< this byte of the content comes with one bit changed
    std::uint64_t bytesPerSecond = 0;      ///< 0 = as fast as it goes
    std::uint64_t slowHead = 0;            ///< bytes per second of the head, 0 = at once
    std::string extra;                     ///< more bytes after the body, counted into Content-Length

    static Answer text(int status, std::string body, std::string type = "text/plain; charset=utf-8");
    static Answer json(int status, std::string body);
    static Answer bytes(Bytes content);
    /// Replaces every line of this name; an empty value drops them.
    Answer& set(std::string_view name, std::string value);
    std::string header(std::string_view name) const;
};

/// What the log keeps of one exchange.
struct Record {
    Request request;  ///< without its body
    std::size_t bodyBytes = 0;
    int status = 0;
    std::shared_ptr<std::atomic<std::uint64_t>> bodySent;  ///< bytes of the body given to the kernel so far
};

bool sameName(std::string_view a, std::string_view b);
std::string percentDecoded(std::string_view text, bool plusIsBlank = false);
std::string gzipped(std::string_view bytes);
std::string sha256Hex(std::string_view bytes);
/// git's name of a blob: SHA-1 of "blob <size>\0" and the bytes.
std::string gitSha1Hex(std::string_view bytes);

}  // namespace segmoe::standin
