// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/domain/model_ref.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "core/base/error.h"
#include "core/base/file_suffix.h"

namespace segmoe {

namespace {

bool isPickleSuffix(const std::string& suffix) {
    static constexpr std::array kPickles = {".ckpt", ".bin", ".pt", ".pth", ".pkl"};
    return std::any_of(kPickles.begin(), kPickles.end(), [&](const char* known) { return suffix == known; });
}

bool looksLikeHub(const std::string& text) {
    if (text.starts_with("https://") || text.starts_with("http://") || text.starts_with("civitai:") ||
        text.starts_with("hf:"))
        return true;
    if (text.starts_with(".") || text.starts_with("/") || text.starts_with("~")) return false;
    return std::count(text.begin(), text.end(), '/') == 1 && text.front() != '/' && text.back() != '/';
}

}  // namespace

ModelRef ModelRef::parse(const std::string& text, const std::filesystem::path& relativeTo) {
    if (text.empty())
        throw Error(ErrorCode::RequestInvalid,
                    "No model was given. Name a model folder, a .safetensors file or a recipe .yaml.");
    ModelRef ref;
    ref.m_text = text;
    std::filesystem::path path = text;
    if (path.is_relative() && !relativeTo.empty()) path = relativeTo / path;
    std::error_code ignored;
    path = std::filesystem::absolute(path, ignored).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();

    const std::string suffix = lowerSuffix(path);
    if (std::filesystem::is_directory(path, ignored)) {
        ref.m_kind = ModelRefKind::Folder;
    } else if (std::filesystem::exists(path, ignored)) {
        if (suffix == ".safetensors") {
            ref.m_kind = ModelRefKind::SingleFile;
        } else if (suffix == ".yaml" || suffix == ".yml") {
            ref.m_kind = ModelRefKind::Recipe;
        } else if (isPickleSuffix(suffix)) {
            throw Error(ErrorCode::PickleRefused,
                        "'" + text +
                            "' is a pickle, which can run code when opened. Use a .safetensors version of this model.");
        } else {
            throw Error(
                ErrorCode::FormatUnsupported,
                "'" + text + "' is not a model: a diffusers folder, a .safetensors file or a recipe .yaml is needed.");
        }
    } else if (looksLikeHub(text)) {
        ref.m_kind = ModelRefKind::Hub;
        return ref;
    } else {
        throw Error(ErrorCode::FileMissing, "There is no model at '" + path.string() + "'. Check the path.");
    }
    ref.m_path = path;
    return ref;
}

std::string ModelRef::displayName() const {
    if (m_kind == ModelRefKind::Hub) return m_text.substr(m_text.find_last_of('/') + 1);
    return m_kind == ModelRefKind::Folder ? m_path.filename().string() : m_path.stem().string();
}

}  // namespace segmoe
