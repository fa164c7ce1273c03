// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/png_chunks.h"

#include <algorithm>

#include <zlib.h>

#include "core/base/ascii.h"
#include "core/base/error.h"

namespace segmoe::images {

namespace {

constexpr std::string_view kSignature("\x89PNG\r\n\x1a\n", 8);
constexpr std::size_t kFrameBytes = 12;  // length, type and CRC
constexpr std::size_t kHeaderBytes = 13;
constexpr std::size_t kMaxPngChunks = 1000;

[[noreturn]] void failChunks(const std::string& source, const std::string& what) {
    throw Error(ErrorCode::ImageDecodeFailed, "The picture " + source + " cannot be read: " + what);
}

std::uint32_t bigEndian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i) value = (value << 8) | static_cast<unsigned char>(bytes[i]);
    return value;
}

void appendBigEndian(std::string& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<char>((value >> shift) & 0xFF));
}

std::uint32_t crcOf(std::string_view typeAndData) {
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef*>(typeAndData.data()), typeAndData.size()));
}

}  // namespace

std::vector<PngChunk> readPngChunks(std::string_view png, const std::string& source) {
    if (!png.starts_with(kSignature)) failChunks(source, "it is not a PNG file.");
    std::vector<PngChunk> chunks;
    std::size_t others = 0;
    for (std::size_t at = kSignature.size();;) {
        const std::string_view rest = png.substr(at);
        if (rest.size() < kFrameBytes) failChunks(source, "the file ends before its end chunk; it was cut off.");
        const std::size_t length = bigEndian(rest);
        if (length > rest.size() - kFrameBytes)
            failChunks(source, "a chunk at byte " + std::to_string(at) +
                                   " is longer than the file; it was cut off or damaged.");
        const std::string_view typeAndData = rest.substr(4, 4 + length);
        const PngChunk chunk{typeAndData.substr(0, 4), typeAndData.substr(4), at};
        if (!std::all_of(chunk.type.begin(), chunk.type.end(), isAsciiLetter))
            failChunks(source, "the chunk at byte " + std::to_string(at) + " has no valid type.");
        if (crcOf(typeAndData) != bigEndian(rest.substr(8 + length)))
            failChunks(source,
                       "the checksum of its chunk '" + std::string(chunk.type) + "' is wrong; the file is damaged.");
        if (chunks.empty() && (chunk.type != "IHDR" || length != kHeaderBytes))
            failChunks(source, "the header chunk is missing.");
        if (chunk.type != "IDAT" && ++others > kMaxPngChunks)
            failChunks(source, "it has more than " + std::to_string(kMaxPngChunks) + " chunks.");
        chunks.push_back(chunk);
        if (chunk.type == "IEND") return chunks;
        at += kFrameBytes + length;
    }
}

std::string makePngChunk(std::string_view type, std::string_view data) {
    constexpr std::size_t kMaxLength = 0x7FFFFFFF;
    if (data.size() > kMaxLength)
        throw Error(ErrorCode::ImageWriteFailed, "A part of the picture is too large for a PNG file.");
    std::string chunk;
    chunk.reserve(data.size() + kFrameBytes);
    appendBigEndian(chunk, static_cast<std::uint32_t>(data.size()));
    chunk.append(type).append(data);
    appendBigEndian(chunk, crcOf(std::string_view(chunk).substr(4)));
    return chunk;
}

}  // namespace segmoe::images
