// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/picture_file.h"

#include "core/base/atomic_file.h"
#include "core/base/file_suffix.h"
#include "core/base/utf8.h"
#include "core/images/picture_codec.h"
#include "core/images/picture_limits.h"

namespace segmoe {

namespace {

PictureFormat chosenFormat(const std::filesystem::path& file, const PictureSaving& saving) {
    if (saving.format) return *saving.format;
    return pictureFormatOfSuffix(file).value_or(PictureFormat::Png);
}

std::string textOf(const std::vector<images::PngText>& texts, std::string_view keyword) {
    const images::PngText* found = images::findPngText(texts, keyword);
    return found ? found->text : std::string();
}

UnsavedMetadata asUnsaved(const images::LeftOut& leftOut) { return {leftOut.segmoe, leftOut.parameters}; }

}  // namespace

std::optional<PictureFormat> pictureFormatOfSuffix(const std::filesystem::path& file) {
    const std::string suffix = lowerSuffix(file);
    if (suffix == ".png") return PictureFormat::Png;
    if (suffix == ".jpg" || suffix == ".jpeg") return PictureFormat::Jpeg;
    if (suffix == ".webp") return PictureFormat::Webp;
    return std::nullopt;
}

UnsavedMetadata savePicture(const RenderedImage& image, const std::filesystem::path& file,
                            const PictureSaving& saving) {
    images::LeftOut leftOut;
    const std::string parameters = saving.level == MetadataLevel::Off ? std::string() : image.parameters;
    const std::string segmoe = saving.level == MetadataLevel::Full ? image.segmoeJson : std::string();
    writeFileAtomically(file, images::encodePicture(image.picture, chosenFormat(file, saving), saving.quality,
                                                    parameters, segmoe, &leftOut));
    return asUnsaved(leftOut);
}

UnsavedMetadata convertPicture(const std::filesystem::path& source, const std::filesystem::path& target,
                               const PictureSaving& saving) {
    const std::string bytes = images::readPictureBytes(source);
    const std::string name = quotePath(source);
    const PictureFormat format = chosenFormat(target, saving);
    const std::vector<images::PngText> texts = images::readPictureTexts(bytes, name);
    std::string parameters = textOf(texts, "parameters");
    if (parameters.empty()) parameters = textOf(texts, "UserComment");
    images::LeftOut leftOut;
    if (images::detectPictureFormat(bytes) == format) {
        if (saving.level == MetadataLevel::Full) {
            writeFileAtomically(target, bytes);
        } else {
            if (saving.level == MetadataLevel::Off) parameters.clear();
            writeFileAtomically(target, images::withOnlyParameters(bytes, parameters, name, &leftOut));
        }
        return asUnsaved(leftOut);
    }
    const RenderedImage image{.picture = images::decodePicture(bytes, name),
                              .seed = 0,
                              .parameters = parameters,
                              .segmoeJson = textOf(texts, "segmoe"),
                              .trace = {},
                              .detail = {}};
    return savePicture(image, target, {format, saving.quality, saving.level});
}

}  // namespace segmoe
