// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/picture_file.h"

#include "core/images/png_codec.h"

namespace segmoe {

void savePicture(const RenderedImage& image, const std::filesystem::path& file, MetadataLevel level) {
    std::vector<images::PngText> texts;
    if (level != MetadataLevel::Off && !image.parameters.empty()) texts.push_back({"parameters", image.parameters});
    if (level == MetadataLevel::Full && !image.segmoeJson.empty()) texts.push_back({"segmoe", image.segmoeJson});
    images::writePng(file, image.picture, texts);
}

}  // namespace segmoe
