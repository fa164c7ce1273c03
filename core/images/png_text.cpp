// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/png_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include <zlib.h>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/images/png_chunks.h"
#include "core/text/unicode.h"

namespace segmoe::images {

namespace {

constexpr std::size_t kMaxInflated = 16 * 1024 * 1024;
constexpr std::size_t kMaxRatio = 200;
constexpr std::size_t kAlwaysAllowed = 64 * 1024;  // a short text of equal letters is no bomb
constexpr std::size_t kMaxTotal = 64 * 1024 * 1024;
constexpr std::size_t kMaxKeyword = 79;

[[noreturn]] void failTexts(const std::string& source, const std::string& what) {
    throw Error(ErrorCode::ImageDecodeFailed, "The texts of the picture " + source + " cannot be read: " + what);
}

std::string latin1ToUtf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out.push_back(c);
        } else {
            out.push_back(static_cast<char>(0xC0 | (byte >> 6)));
            out.push_back(static_cast<char>(0x80 | (byte & 0x3F)));
        }
    }
    return out;
}

/// The text as Latin-1, or nothing when a character has no place there. The text is valid UTF-8.
std::optional<std::string> utf8ToLatin1(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            out.push_back(text[i]);
        } else if (lead == 0xC2 || lead == 0xC3) {
            out.push_back(static_cast<char>((lead << 6) | (text[++i] & 0x3F)));
        } else {
            return std::nullopt;
        }
    }
    return out;
}

std::string inflated(std::string_view data, const std::string& source) {
    const std::size_t limit = std::min(kMaxInflated, std::max(kAlwaysAllowed, data.size() * kMaxRatio));
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        throw Error(ErrorCode::RamOutOfMemory, "There is not enough memory to unpack a text.");
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
    stream.avail_in = static_cast<uInt>(data.size());
    std::string out;
    int state = Z_OK;
    while (state == Z_OK && out.size() <= limit) {
        std::array<char, 32 * 1024> buffer;
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = buffer.size();
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(buffer.data(), buffer.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    if (out.size() > limit)
        failTexts(source, "a compressed text unpacks to more than " + std::to_string(limit) + " bytes.");
    if (state != Z_STREAM_END) failTexts(source, "a compressed text is damaged.");
    return out;
}

/// Cuts off everything up to the next NUL and returns it.
std::string_view takeUntilNul(std::string_view& rest, const std::string& source) {
    const std::size_t end = rest.find('\0');
    if (end == std::string_view::npos) failTexts(source, "a text chunk lacks a separator.");
    const std::string_view head = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return head;
}

PngText parseText(const PngChunk& chunk, const std::string& source) {
    std::string_view rest = chunk.data;
    const std::string_view keyword = takeUntilNul(rest, source);
    if (keyword.empty() || keyword.size() > kMaxKeyword)
        failTexts(source, "a text has a keyword of " + std::to_string(keyword.size()) + " bytes.");
    PngText parsed{latin1ToUtf8(keyword), {}};
    if (chunk.type == "tEXt") {
        parsed.text = latin1ToUtf8(rest);
        return parsed;
    }
    const bool international = chunk.type == "iTXt";
    if (rest.size() < (international ? 2U : 1U)) failTexts(source, "a text chunk is too short.");
    const bool compressed = !international || rest[0] != 0;
    const char method = rest[international ? 1 : 0];
    rest.remove_prefix(international ? 2 : 1);
    if (compressed && method != 0) failTexts(source, "a text is compressed with an unknown method.");
    if (international) {
        takeUntilNul(rest, source);  // language
        takeUntilNul(rest, source);  // translated keyword
    }
    const std::string bytes = compressed ? inflated(rest, source) : std::string(rest);
    if (!international)
        parsed.text = latin1ToUtf8(bytes);
    else
        parsed.text = isValidUtf8(bytes) ? bytes : text::toUtf8(text::decodeUtf8(bytes).scalars);
    return parsed;
}

}  // namespace

std::vector<PngText> readPngTexts(std::string_view png, const std::string& source) {
    std::vector<PngText> texts;
    std::size_t total = 0;
    for (const PngChunk& chunk : readPngChunks(png, source)) {
        if (chunk.type != "tEXt" && chunk.type != "zTXt" && chunk.type != "iTXt") continue;
        texts.push_back(parseText(chunk, source));
        total += texts.back().text.size();
        if (total > kMaxTotal) failTexts(source, "they are longer than 64 MiB together.");
    }
    return texts;
}

std::string makePngTextChunk(const PngText& text) {
    const bool keywordFits =
        !text.keyword.empty() && text.keyword.size() <= kMaxKeyword && text.keyword.front() != ' ' &&
        text.keyword.back() != ' ' &&
        std::all_of(text.keyword.begin(), text.keyword.end(), [](char c) { return c >= 0x20 && c <= 0x7E; });
    if (!keywordFits)
        throw Error(ErrorCode::ImageWriteFailed, "A PNG text cannot have the keyword " + quote(text.keyword) + ".");
    if (text.text.find('\0') != std::string::npos || !isValidUtf8(text.text))
        throw Error(
            ErrorCode::ImageWriteFailed,
            "The text " + quote(text.keyword) + " cannot be written into a picture: it holds NUL or broken UTF-8.");
    std::string data = text.keyword;
    data.push_back('\0');
    if (const auto latin1 = utf8ToLatin1(text.text)) return makePngChunk("tEXt", data + *latin1);
    data.append(4, '\0');  // not compressed, method 0, no language, no translated keyword
    return makePngChunk("iTXt", data + text.text);
}

const PngText* findPngText(const std::vector<PngText>& texts, std::string_view keyword) {
    const auto found =
        std::find_if(texts.begin(), texts.end(), [&](const PngText& text) { return text.keyword == keyword; });
    return found == texts.end() ? nullptr : &*found;
}

}  // namespace segmoe::images
