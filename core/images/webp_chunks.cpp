// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/webp_chunks.h"

#include <algorithm>
#include <cstdint>

#include "core/images/picture_limits.h"

namespace segmoe::images {

namespace {

constexpr std::size_t kMaxWebpChunks = 1000;
constexpr std::size_t kHead = 8;  // letters and length
constexpr char kHasExif = 0x08;
constexpr char kHasXmp = 0x04;
constexpr std::size_t kExtendedBytes = 10;

std::uint32_t littleEndian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(bytes[i]);
    return value;
}

void appendLittleEndian(std::string& out, std::size_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
}

/// The header of an extended file that has no other features than the size.
std::string extendedHeader(int width, int height, bool hasAlpha) {
    constexpr char kHasAlpha = 0x10;
    std::string data(4, '\0');
    data[0] = hasAlpha ? kHasAlpha : '\0';
    appendLittleEndian(data, static_cast<std::size_t>(width - 1), 3);
    appendLittleEndian(data, static_cast<std::size_t>(height - 1), 3);
    return data;
}

/// A lossless picture says in its own header whether it has transparency.
bool losslessHasAlpha(std::string_view data) {
    return data.size() > 4 && (static_cast<unsigned char>(data[4]) & 0x10) != 0;
}

}  // namespace

std::vector<WebpChunk> readWebpChunks(std::string_view webp, const std::string& source) {
    if (webp.size() < 12 || webp.substr(0, 4) != "RIFF" || webp.substr(8, 4) != "WEBP")
        failRead(source, "it is no WebP.");
    const std::size_t length = littleEndian(webp.substr(4, 4));
    if (length < 4 || length > webp.size() - kHead) failRead(source, "the WebP data is cut off.");
    std::string_view rest = webp.substr(12, length - 4);
    std::vector<WebpChunk> chunks;
    while (rest.size() >= kHead) {
        if (chunks.size() == kMaxWebpChunks) failRead(source, "the WebP data has more than 1000 chunks.");
        const std::size_t size = littleEndian(rest.substr(4, 4));
        if (size > rest.size() - kHead) failRead(source, "a chunk of the WebP data is longer than the file.");
        chunks.push_back({rest.substr(0, 4), rest.substr(kHead, size)});
        rest.remove_prefix(std::min(rest.size(), kHead + size + size % 2));
    }
    return chunks;
}

std::string makeWebp(const std::vector<WebpChunk>& chunks) {
    std::string body = "WEBP";
    for (const WebpChunk& chunk : chunks) {
        body += chunk.type;
        appendLittleEndian(body, chunk.data.size(), 4);
        body += chunk.data;
        if (chunk.data.size() % 2) body.push_back('\0');
    }
    std::string webp = "RIFF";
    appendLittleEndian(webp, body.size(), 4);
    return webp + body;
}

std::string withWebpExif(std::string_view webp, std::string_view exif, int width, int height,
                         const std::string& source) {
    std::string extended;
    bool hasAlpha = false;
    std::vector<WebpChunk> kept;
    for (const WebpChunk& chunk : readWebpChunks(webp, source)) {
        if (chunk.type == "EXIF" || chunk.type == "XMP ") continue;
        if (chunk.type == "VP8X") {
            extended = std::string(chunk.data);
            continue;
        }
        if (chunk.type == "ALPH" || (chunk.type == "VP8L" && losslessHasAlpha(chunk.data))) hasAlpha = true;
        kept.push_back(chunk);
    }
    if (extended.size() < kExtendedBytes && exif.empty()) return makeWebp(kept);
    if (extended.size() < kExtendedBytes) extended = extendedHeader(width, height, hasAlpha);
    extended[0] = static_cast<char>(extended[0] & ~(kHasExif | kHasXmp));
    if (!exif.empty()) extended[0] = static_cast<char>(extended[0] | kHasExif);
    kept.insert(kept.begin(), {"VP8X", extended});
    if (!exif.empty()) kept.push_back({"EXIF", exif});
    return makeWebp(kept);
}

}  // namespace segmoe::images
