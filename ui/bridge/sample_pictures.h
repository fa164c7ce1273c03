// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/engine/picture_reader.h"

namespace segmoe::ui {

/// Picture files that exist nowhere: drawn landscapes, different for every name, with the settings somebody gives them.
/// For the program's own screenshots and for tests of the window.
class SamplePictures : public std::enable_shared_from_this<SamplePictures> {
public:
    /// Answers for the files listed here; others fail with FileMissing.
    std::map<std::filesystem::path, PictureSettings> files;
    /// What a pasted text says.
    PictureSettings textSettings;

    std::unique_ptr<PictureAccess> access();
    /// The picture drawn for a name.
    static Picture draw(const std::string& name, int width, int height);
};

}  // namespace segmoe::ui
