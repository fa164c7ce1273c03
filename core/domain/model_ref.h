// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace segmoe {

/// What a MODEL argument of the command line or a source_model of a recipe points at.
enum class ModelRefKind {
    Folder,      ///< diffusers folder, plain or SegMoE
    SingleFile,  ///< one .safetensors checkpoint (LDM or diffusers names)
    Recipe,      ///< .yaml: a mixture rendered without saving
    Hub,         ///< org/name[@revision], civitai:…, or a link; needs the network
};

/// A reference as written by the user, classified by looking at the disk (never at the network).
class ModelRef {
public:
    ModelRef() = default;
    /// Relative paths are taken from relativeTo (the folder of the recipe) when given, else from the working folder.
    /// Throws Error: FileMissing for a path that is not there, PickleRefused for .ckpt/.bin/.pt, FormatUnsupported
    /// otherwise.
    static ModelRef parse(const std::string& text, const std::filesystem::path& relativeTo = {});

    ModelRefKind kind() const { return m_kind; }
    const std::string& text() const { return m_text; }            ///< as written
    const std::filesystem::path& path() const { return m_path; }  ///< absolute; empty for Hub
    std::string displayName() const;                              ///< see modelNameOf()
    bool operator==(const ModelRef&) const = default;

private:
    ModelRefKind m_kind = ModelRefKind::Folder;
    std::string m_text;
    std::filesystem::path m_path;
};

}  // namespace segmoe
