// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "core/base/cancel_token.h"

namespace segmoe::store {

/// A model as it lies on the disk: one file, or a diffusers folder with everything in it.
struct FoundModel {
    std::filesystem::path path;
    std::int64_t bytes = 0;
    std::int64_t modified = 0;  ///< nanoseconds since 1970; with the note beside a file; of a folder its newest weights
    bool isFolder = false;
    bool operator==(const FoundModel&) const = default;
};

/// One file as scanFolder() tells it. Nothing is read but its place, size and time.
FoundModel foundFile(const std::filesystem::path& file);

/// Both as they are written: links are not followed. A folder is within itself.
bool isWithin(const std::filesystem::path& inner, const std::filesystem::path& outer);

enum class FolderState { Ok, Missing, NoAccess };

FolderState folderState(const std::filesystem::path& folder);

/// Every model below a folder, told as it is found: files of the kinds that hold models (.safetensors, and pickles and
/// .gguf, which are shown as refused), and folders with a model_index.json, which are not entered further. Hidden
/// folders and partial downloads are passed over, links to folders are not followed, what cannot be read is left out.
/// Throws Cancelled.
void scanFolder(const std::filesystem::path& folder, const std::function<void(const FoundModel&)>& found,
                const CancelToken& cancel);

}  // namespace segmoe::store
