// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/range_answer.h"

#include <charconv>

namespace segmoe::hub {

namespace {

/// Takes a whole number from the front.
std::optional<std::uint64_t> takeNumber(std::string_view& text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

RangeJudgement judgePart(const HttpResponse& head, std::uint64_t offset, std::optional<std::uint64_t> size) {
    const auto range = parseContentRange(head.headers.first("Content-Range").value_or(""));
    if (!range) return {RangeVerdict::StartOver, "a part without its place", {}};
    if (range->first != offset || range->last + 1 != range->total || range->total != size.value_or(range->total))
        return {RangeVerdict::StartOver, "another part than was asked for", range->total};
    return {RangeVerdict::Write, {}, range->total};
}

RangeJudgement judgeWhole(const HttpResponse& head, std::uint64_t offset, std::optional<std::uint64_t> size) {
    std::optional<std::uint64_t> length;
    if (const auto text = head.headers.first("Content-Length")) {
        std::string_view rest = *text;
        length = takeNumber(rest);
    }
    if (size && length && *length != *size) return {RangeVerdict::Resolve, "a file of another length", length};
    return {offset == 0 ? RangeVerdict::Write : RangeVerdict::WriteFromZero, {}, length};
}

}  // namespace

std::optional<ContentRange> parseContentRange(std::string_view text) {
    if (!take(text, "bytes ")) return std::nullopt;
    const auto first = takeNumber(text);
    if (!first || !take(text, "-")) return std::nullopt;
    const auto last = takeNumber(text);
    if (!last || !take(text, "/")) return std::nullopt;
    const auto total = takeNumber(text);
    if (!total || !text.empty() || *first > *last || *last >= *total) return std::nullopt;
    return ContentRange{*first, *last, *total};
}

RangeJudgement judgeRangeAnswer(const HttpResponse& head, std::uint64_t offset, std::optional<std::uint64_t> size,
                                bool isSigned) {
    if (head.status == 416) {
        const std::string text = head.headers.first("Content-Range").value_or("");
        std::string_view range = text;
        const auto total = take(range, "bytes */") ? takeNumber(range) : std::nullopt;
        if (total && size && *total != *size) return {RangeVerdict::Resolve, "a file of another length", total};
        return {RangeVerdict::StartOver, "a refusal of the part that was asked for", total};
    }
    if (isSigned && (head.status == 401 || head.status == 403)) return {RangeVerdict::Expired, "a refused link", {}};
    if (head.status != 200 && head.status != 206) return {};
    const std::string encoding = head.headers.first("Content-Encoding").value_or("identity");
    if (!encoding.empty() && !equalsIgnoringCase(encoding, "identity"))
        return {RangeVerdict::AskFresh, "a compressed file that was asked for as it is", {}};
    if (head.headers.first("Content-Type").value_or("").starts_with("text/html"))
        return {RangeVerdict::AskFresh, "a page instead of the file", {}};
    return head.status == 206 ? judgePart(head, offset, size) : judgeWhole(head, offset, size);
}

}  // namespace segmoe::hub
