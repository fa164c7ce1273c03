// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/head_collector.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/hub/redaction.h"

namespace segmoe::hub {

namespace {

bool isTokenByte(char c) {
    static constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return isAsciiAlphanumeric(c) || kMarks.find(c) != std::string_view::npos;
}

}  // namespace

void HeadCollector::refuse(const std::string& what) const {
    throw Error(ErrorCode::BadServerReply,
                m_host + " sent something unreadable (" + what + "). Try again later, and check the proxy.");
}

void HeadCollector::begin(std::string_view line) {
    // "HTTP/1.1 200 OK", "HTTP/2 200"
    const std::size_t blank = line.find(' ');
    const std::string_view digits = blank == std::string_view::npos ? "" : line.substr(blank + 1, 3);
    if (digits.size() != 3 || !std::ranges::all_of(digits, isAsciiDigit)) refuse("a status line without a status");
    m_stage = Stage::Reading;
    m_status = (digits[0] - '0') * 100 + (digits[1] - '0') * 10 + (digits[2] - '0');
    m_lines = 0;
    m_bytes = 0;
    m_headers.clear();
}

void HeadCollector::addField(std::string_view line) {
    if (line.front() == ' ' || line.front() == '\t') refuse("a folded header line");
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) refuse("a header line without a name");
    const std::string_view name = line.substr(0, colon);
    if (!std::ranges::all_of(name, isTokenByte)) refuse("a header name with strange characters");
    m_headers.add(std::string(name), std::string(line.substr(colon + 1)));
}

void HeadCollector::checkFields() const {
    for (const char* name : {"Content-Length", "Content-Range", "Location", "ETag", "X-Repo-Commit"})
        if (m_headers.isContradictory(name)) refuse(std::string("two different values of ") + name);
    if (const auto length = m_headers.first("Content-Length"))
        if (length->empty() || length->size() > 18 || !std::ranges::all_of(*length, isAsciiDigit))
            refuse("Content-Length is " + redactedText(quote(*length, 40)));
}

bool HeadCollector::addLine(std::string_view line) {
    if (isComplete()) return false;
    if (line.starts_with("HTTP/")) {
        begin(line);
        return false;
    }
    if (m_stage == Stage::Waiting) refuse("no status line");
    m_bytes += line.size();
    if (++m_lines > kMaxLines || m_bytes > kMaxBytes) refuse("more header lines than any server needs");
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) {
        addField(line);
        return false;
    }
    if (m_status < 200) return false;
    checkFields();
    m_stage = Stage::Complete;
    return true;
}

}  // namespace segmoe::hub
