// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_preview.h"

#include <chrono>
#include <system_error>

namespace segmoe {

namespace {

namespace fs = std::filesystem;

constexpr const char* kPictureSuffixes[] = {".png", ".jpg", ".jpeg", ".webp"};

/// Nothing for what is no file, or cannot be looked at.
ModelPreview lookAt(const fs::path& file) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return {};
    ModelPreview preview;
    preview.bytes = static_cast<std::int64_t>(fs::file_size(file, error));
    if (error) return {};
    const auto written = std::chrono::file_clock::to_sys(fs::last_write_time(file, error));
    if (error) return {};
    preview.modified = std::chrono::duration_cast<std::chrono::seconds>(written.time_since_epoch()).count();
    preview.file = file;
    return preview;
}

}  // namespace

fs::path previewFileOf(const fs::path& model, bool isFolder) {
    if (isFolder) return model / "preview.png";
    fs::path file = model;
    return file.replace_extension(".preview.png");
}

ModelPreview PreviewFinder::find(const fs::path& model, bool isFolder) {
    const std::string name = isFolder ? model.filename().string() : model.stem().string();
    ModelPreview preview;
    if (isFolder) preview = firstOf(model, "preview");
    for (const std::string& stem : {name + ".preview", name})
        if (preview.file.empty()) preview = firstOf(model.parent_path(), stem);
    return preview;
}

ModelPreview PreviewFinder::firstOf(const fs::path& folder, const std::string& stem) {
    const std::set<std::string>& known = names(folder);
    for (const char* suffix : kPictureSuffixes)
        if (known.contains(stem + suffix))
            if (ModelPreview preview = lookAt(folder / (stem + suffix)); !preview.file.empty()) return preview;
    return {};
}

const std::set<std::string>& PreviewFinder::names(const fs::path& folder) {
    const auto [place, isNew] = m_listed.try_emplace(folder);
    if (!isNew) return place->second;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        place->second.insert(entry->path().filename().string());
    return place->second;
}

}  // namespace segmoe
