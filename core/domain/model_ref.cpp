// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/domain/model_ref.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "core/base/error.h"
#include "core/base/file_suffix.h"
#include "core/domain/hub_lookup.h"
#include "core/domain/model_name.h"

namespace segmoe {

namespace {

bool isPickleSuffix(const std::string& suffix) {
    static constexpr std::array kPickles = {".ckpt", ".bin", ".pt", ".pth", ".pkl"};
    return std::any_of(kPickles.begin(), kPickles.end(), [&](const char* known) { return suffix == known; });
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
    } else if (looksLikeHubReference(text)) {
        const std::optional<std::filesystem::path> place = lookUpHub(text);
        ref.m_kind = !place                                           ? ModelRefKind::Hub
                     : std::filesystem::is_directory(*place, ignored) ? ModelRefKind::Folder
                                                                      : ModelRefKind::SingleFile;
        if (place) ref.m_path = *place;
        return ref;
    } else {
        throw Error(ErrorCode::FileMissing, "There is no model at '" + path.string() + "'. Check the path.");
    }
    ref.m_path = path;
    return ref;
}

std::string ModelRef::displayName() const {
    if (m_kind == ModelRefKind::Hub) return hubDisplayName(m_text);
    return modelNameOf(m_path, m_kind == ModelRefKind::Folder);
}

}  // namespace segmoe
