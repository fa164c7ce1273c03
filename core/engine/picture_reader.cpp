// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/picture_reader.h"

#include "core/base/utf8.h"
#include "core/images/picture_codec.h"
#include "core/images/picture_limits.h"
#include "core/images/settings_reader.h"

namespace segmoe {

namespace {

class DirectAccess final : public PictureAccess {
public:
    PictureSettings settings(const std::filesystem::path& file) override { return readPictureSettings(file); }
    PictureSettings settingsFromText(std::string_view text) override { return readPictureSettingsFromText(text); }
    Picture read(const std::filesystem::path& file, int longestSide) override { return readPicture(file, longestSide); }
    UnsavedMetadata convert(const std::filesystem::path& source, const std::filesystem::path& target,
                            const PictureSaving& saving) override {
        return convertPicture(source, target, saving);
    }
};

}  // namespace

PictureSettings readPictureSettings(const std::filesystem::path& file) {
    const std::string name = quotePath(file);
    return images::readPictureSettings(images::readPictureTexts(images::readPictureBytes(file), name), name);
}

PictureSettings readPictureSettingsFromText(std::string_view text) { return images::readSettingsText(text); }

Picture readPicture(const std::filesystem::path& file, int longestSide) {
    return images::decodePicture(images::readPictureBytes(file), quotePath(file), longestSide);
}

std::unique_ptr<PictureAccess> makePictureAccess() { return std::make_unique<DirectAccess>(); }

}  // namespace segmoe
