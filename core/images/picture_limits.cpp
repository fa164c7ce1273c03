// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/picture_limits.h"

#include <span>

#include "core/base/error.h"
#include "core/base/mapped_file.h"
#include "core/base/utf8.h"

namespace segmoe::images {

namespace {

std::string sizeText(std::uint64_t width, std::uint64_t height) {
    return std::to_string(width) + "×" + std::to_string(height);
}

}  // namespace

void failRead(const std::string& source, const std::string& what) {
    throw Error(ErrorCode::ImageDecodeFailed, "The picture " + source + " cannot be read: " + what);
}

void checkReadSize(std::uint32_t width, std::uint32_t height, const std::string& source) {
    if (width == 0 || height == 0) failRead(source, "it has no pixels.");
    if (width > kMaxSide || height > kMaxSide)
        failRead(source,
                 sizeText(width, height) + " is larger than " + std::to_string(kMaxSide) + " pixels on a side.");
    if (static_cast<std::size_t>(width) * height > kMaxPixels)
        failRead(source, sizeText(width, height) + " is more than " + std::to_string(kMaxPixels) + " pixels.");
}

void checkWriteSize(const Picture& picture, std::uint32_t mostSide) {
    const bool fits =
        picture.width > 0 && picture.height > 0 && picture.width <= static_cast<int>(mostSide) &&
        picture.height <= static_cast<int>(mostSide) &&
        picture.rgb.size() == static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3;
    if (!fits)
        throw Error(ErrorCode::ImageWriteFailed, "A picture of " + std::to_string(picture.width) + "×" +
                                                     std::to_string(picture.height) + " with " +
                                                     std::to_string(picture.rgb.size()) + " bytes cannot be written.");
}

std::string readPictureBytes(const std::filesystem::path& path) {
    const auto file = MappedFile::open(path);
    if (file->size() > kMaxFileBytes) failRead(quotePath(path), "the file is larger than 1 GiB.");
    std::string bytes(file->size(), '\0');
    file->read(0, std::as_writable_bytes(std::span(bytes)));
    return bytes;
}

}  // namespace segmoe::images
