// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "core/engine/gallery.h"
#include "ui/bridge/sample_pictures.h"

namespace segmoe::ui {

/// A gallery in memory, for the program's own screenshots and for tests of the window.
struct SampleGalleryItems {
    std::vector<GalleryItem> items;  ///< ids must be there and different
    std::vector<std::filesystem::path> folders;
    std::string notice;
};

/// Understands words, seed:, model:, expert: and star: of a filter.
std::unique_ptr<Gallery> openSampleGallery(std::shared_ptr<SampleGalleryItems> items);

/// Pictures of many kinds: three sizes, with and without a mixture, some starred; `pictures` learns their settings.
void fillSampleGallery(SampleGalleryItems& gallery, SamplePictures& pictures, int count);

}  // namespace segmoe::ui
