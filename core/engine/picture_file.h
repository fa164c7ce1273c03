// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/domain/render_result.h"

namespace segmoe {

enum class MetadataLevel { Off, Text, Full };

/// PNG with the picture's texts: Text writes `parameters`, Full adds `segmoe`. Atomic: the file is whole or absent.
/// Throws Error{NotWritable, DiskFull, ImageWriteFailed}.
void savePicture(const RenderedImage& image, const std::filesystem::path& file,
                 MetadataLevel level = MetadataLevel::Full);

}  // namespace segmoe
