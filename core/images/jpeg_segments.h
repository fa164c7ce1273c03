// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace segmoe::images {

inline constexpr std::uint8_t kJpegApp0 = 0xE0;
inline constexpr std::uint8_t kJpegApp1 = 0xE1;
inline constexpr std::uint8_t kJpegApp2 = 0xE2;
inline constexpr std::uint8_t kJpegApp14 = 0xEE;
inline constexpr std::uint8_t kJpegComment = 0xFE;
inline constexpr std::uint8_t kJpegStartOfScan = 0xDA;
/// The most a segment can carry after its own length field.
inline constexpr std::size_t kMaxJpegSegment = 65533;

/// A marker segment of a JPEG file: a view into the file's bytes.
struct JpegSegment {
    std::uint8_t marker = 0;  ///< 0xE1 for APP1…
    std::string_view data;    ///< after the length field
    std::size_t offset = 0;   ///< of the 0xFF before the marker
    std::size_t end = 0;      ///< one after the last byte
};

/// The segments from the start of the file to the first start of scan, which is the last one of the list; the coded
/// pixels follow at its end. At most 1000. `source` names the file in messages. Throws Error{ImageDecodeFailed}.
std::vector<JpegSegment> readJpegSegments(std::string_view jpeg, const std::string& source);

/// The bytes of a segment with marker and length; data of at most kMaxJpegSegment bytes.
std::string makeJpegSegment(std::uint8_t marker, std::string_view data);

}  // namespace segmoe::images
