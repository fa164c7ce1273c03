// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace segmoe {

/// A picture that shows what a model makes.
struct ModelPreview {
    std::filesystem::path file;  ///< empty = there is none
    std::int64_t bytes = 0;
    std::int64_t modified = 0;  ///< seconds since 1970
    bool operator==(const ModelPreview&) const = default;
};

/// Where this program puts the picture of a model: `preview.png` in a folder, `<name>.preview.png` beside a file.
std::filesystem::path previewFileOf(const std::filesystem::path& model, bool isFolder);

/// Finds the pictures that other programs and this one keep with models: `<name>.preview.*` and `<name>.*` beside a
/// file (AUTOMATIC1111, Forge and the extensions of ComfyUI), `preview.*` in a folder or one of those beside it; PNG,
/// JPEG or WebP. Every folder is listed once, so one object serves one look at many models. Never throws.
class PreviewFinder {
public:
    ModelPreview find(const std::filesystem::path& model, bool isFolder);

private:
    const std::set<std::string>& names(const std::filesystem::path& folder);
    ModelPreview firstOf(const std::filesystem::path& folder, const std::string& stem);

    std::map<std::filesystem::path, std::set<std::string>> m_listed;
};

}  // namespace segmoe
