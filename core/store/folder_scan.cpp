// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/store/folder_scan.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <system_error>

#include "core/base/file_suffix.h"
#include "core/hub/civitai_folder.h"

namespace segmoe::store {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> kModelSuffixes = {".safetensors", ".ckpt", ".pt", ".pth", ".bin", ".gguf"};

bool isModelFile(const fs::path& file) {
    return std::ranges::find(kModelSuffixes, lowerSuffix(file)) != kModelSuffixes.end();
}

std::int64_t modifiedAt(const fs::path& file) {
    std::error_code error;
    const auto time = fs::last_write_time(file, error);
    if (error) return 0;
    const auto since = std::chrono::file_clock::to_sys(time).time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(since).count();
}

FoundModel folderModel(const fs::path& folder) {
    FoundModel model{folder, 0, 0, true};
    std::error_code error;
    for (auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
         !error && entry != fs::end(entry); entry.increment(error)) {
        std::error_code own;
        if (!entry->is_regular_file(own) || !isModelFile(entry->path())) continue;
        model.bytes += static_cast<std::int64_t>(entry->file_size(own));
        model.modified = std::max(model.modified, modifiedAt(entry->path()));
    }
    return model;
}

}  // namespace

FoundModel foundFile(const fs::path& file) {
    std::error_code error;
    const std::int64_t modified = std::max(modifiedAt(file), modifiedAt(hub::provenanceFile(file)));
    return {file, static_cast<std::int64_t>(fs::file_size(file, error)), modified, false};
}

bool isWithin(const fs::path& inner, const fs::path& outer) {
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

FolderState folderState(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) return FolderState::Missing;
    const fs::directory_iterator first(folder, error);
    return error ? FolderState::NoAccess : FolderState::Ok;
}

void scanFolder(const fs::path& folder, const std::function<void(const FoundModel&)>& found,
                const CancelToken& cancel) {
    std::error_code error;
    if (fs::exists(folder / "model_index.json", error)) return found(folderModel(folder));
    for (auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
         !error && entry != fs::end(entry); entry.increment(error)) {
        cancel.check();
        std::error_code own;
        const fs::path& path = entry->path();
        const bool isHidden = path.filename().string().starts_with('.');
        if (entry->is_directory(own)) {
            const bool isModel = !isHidden && fs::exists(path / "model_index.json", own);
            if (isModel) found(folderModel(path));
            if (isHidden || isModel || entry->is_symlink(own)) entry.disable_recursion_pending();
            continue;
        }
        if (isHidden || !entry->is_regular_file(own) || !isModelFile(path)) continue;
        found(foundFile(path));
    }
}

}  // namespace segmoe::store
