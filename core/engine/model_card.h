// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/domain/mix_recipe.h"

namespace segmoe {

/// The README.md of a mixture for a model hub: head with tags, licence and the hub models it was made of, then how to
/// use it, its experts with their prompts, and the recipe. Local folders and files appear by their names alone, so that
/// no path of this computer is published.
std::string modelCard(const MixRecipe& recipe, bool isSdxl);

/// A card for a saved mixture that has no README.md, in a temporary file that goes away with the object.
class GeneratedCard {
public:
    /// Reads the folder's headers. Throws what opening a model throws.
    explicit GeneratedCard(const std::filesystem::path& folder);
    ~GeneratedCard();
    GeneratedCard(const GeneratedCard&) = delete;
    GeneratedCard& operator=(const GeneratedCard&) = delete;

    /// Nothing when the folder has a card, or is no mixture with a recipe.
    const std::optional<std::filesystem::path>& file() const { return m_file; }

private:
    std::optional<std::filesystem::path> m_file;
};

}  // namespace segmoe
