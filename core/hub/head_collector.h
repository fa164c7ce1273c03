// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/hub/http.h"

namespace segmoe::hub {

/// Puts the head of one answer together from header lines as they come. Interim answers (1xx) are dropped, trailers
/// ignored. Throws Error{BadServerReply} for what is ambiguous or too much: folded lines, lines without a colon, over
/// 128 lines or 64 KiB, a Content-Length that is no number, and two different values of a header that decides
/// where bytes go (Content-Length, Content-Range, Location, ETag, X-Repo-Commit).
class HeadCollector {
public:
    static constexpr int kMaxLines = 128;
    static constexpr std::size_t kMaxBytes = 64 * 1024;

    /// Names the server in messages.
    explicit HeadCollector(std::string host) : m_host(std::move(host)) {}

    /// One line with its line end, as libcurl gives it. True when it was the empty line that ends the final head.
    bool addLine(std::string_view line);

    bool isComplete() const { return m_stage == Stage::Complete; }
    /// Whether anything has come, an interim answer too.
    bool hasBegun() const { return m_stage != Stage::Waiting; }
    int status() const { return m_status; }
    const HttpHeaders& headers() const { return m_headers; }

private:
    enum class Stage { Waiting, Reading, Complete };

    [[noreturn]] void refuse(const std::string& what) const;
    void begin(std::string_view line);
    void addField(std::string_view line);
    void checkFields() const;

    std::string m_host;
    Stage m_stage = Stage::Waiting;
    int m_status = 0;
    int m_lines = 0;
    std::size_t m_bytes = 0;
    HttpHeaders m_headers;
};

}  // namespace segmoe::hub
