// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "core/domain/mix_recipe.h"
#include "core/engine/mixture_parts.h"

namespace segmoe {

/// The README.md of a mixture for a model hub: head with tags, licence and the hub models it was made of; then its
/// experts with their prompts, every part with licence and SHA-256, how to use it, and the recipe. Local folders and
/// files appear by their names alone, so that no path of this computer is published. license: of the whole, as
/// licenceOfWhole() makes it.
std::string modelCard(const MixRecipe& recipe, bool isSdxl, std::span<const MixturePart> parts,
                      const std::string& license);

/// A text in a temporary file, readable by its owner's programs, that goes away with the object.
class CardFile {
public:
    /// Throws Error{NotWritable, DiskFull, LocalIo}.
    CardFile(const std::string& text, const std::string& name);
    ~CardFile();
    CardFile(const CardFile&) = delete;
    CardFile& operator=(const CardFile&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

}  // namespace segmoe
