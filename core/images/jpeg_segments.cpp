// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/jpeg_segments.h"

#include "core/base/error.h"
#include "core/images/picture_limits.h"

namespace segmoe::images {

namespace {

constexpr std::size_t kMaxSegments = 1000;
constexpr std::uint8_t kStart = 0xD8;
constexpr std::uint8_t kEnd = 0xD9;

std::uint8_t byteAt(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

[[noreturn]] void failDamaged(const std::string& source, const std::string& what) {
    failRead(source, "the JPEG data is damaged (" + what + ").");
}

}  // namespace

std::vector<JpegSegment> readJpegSegments(std::string_view jpeg, const std::string& source) {
    if (jpeg.size() < 4 || byteAt(jpeg, 0) != 0xFF || byteAt(jpeg, 1) != kStart) failRead(source, "it is no JPEG.");
    std::vector<JpegSegment> segments;
    std::size_t at = 2;
    while (true) {
        if (segments.size() == kMaxSegments) failDamaged(source, "more than 1000 segments");
        const std::size_t offset = at;
        if (at >= jpeg.size() || byteAt(jpeg, at) != 0xFF) failDamaged(source, "a marker is missing");
        while (at < jpeg.size() && byteAt(jpeg, at) == 0xFF) ++at;  // any number of fill bytes
        if (at + 3 > jpeg.size()) failDamaged(source, "it ends inside its header");
        const std::uint8_t marker = byteAt(jpeg, at++);
        if (marker == kStart || marker == kEnd || marker == 0) failDamaged(source, "an unexpected marker");
        const std::size_t length = byteAt(jpeg, at) * 256U + byteAt(jpeg, at + 1);
        if (length < 2 || length > jpeg.size() - at) failDamaged(source, "a segment is longer than the file");
        segments.push_back({marker, jpeg.substr(at + 2, length - 2), offset, at + length});
        if (marker == kJpegStartOfScan) return segments;
        at += length;
    }
}

std::string makeJpegSegment(std::uint8_t marker, std::string_view data) {
    if (data.size() > kMaxJpegSegment)
        throw Error(ErrorCode::ImageWriteFailed,
                    "A text of " + std::to_string(data.size()) + " bytes does not fit into a JPEG file.");
    const std::size_t length = data.size() + 2;
    std::string segment = {'\xFF', static_cast<char>(marker), static_cast<char>(length >> 8),
                           static_cast<char>(length & 0xFF)};
    return segment.append(data);
}

}  // namespace segmoe::images
