// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

#include "core/domain/render_result.h"

namespace segmoe::images {

/// What a picture from outside may be at most, whatever its format.
inline constexpr std::uint32_t kMaxSide = 16384;
inline constexpr std::size_t kMaxPixels = 100'000'000;
inline constexpr std::uint64_t kMaxFileBytes = 1ULL << 30;

/// Throws Error{ImageDecodeFailed} saying why the picture `source` cannot be read.
[[noreturn]] void failRead(const std::string& source, const std::string& what);

/// Throws Error{ImageDecodeFailed} for a size of zero or beyond the limits.
void checkReadSize(std::uint32_t width, std::uint32_t height, const std::string& source);

/// Throws Error{ImageWriteFailed} for a picture whose size and bytes disagree or whose sides exceed mostSide.
void checkWriteSize(const Picture& picture, std::uint32_t mostSide = kMaxSide);

/// All bytes of a file up to 1 GiB. Throws Error: FileMissing, LocalIo, ImageDecodeFailed.
std::string readPictureBytes(const std::filesystem::path& path);

}  // namespace segmoe::images
