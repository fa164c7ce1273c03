// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/engine/model_facts.h"

namespace segmoe {

/// Who needs a model.
struct ModelUses {
    std::vector<std::filesystem::path> mixes;     ///< recipe files that name it as base, expert or LoRA
    std::vector<std::filesystem::path> pictures;  ///< the newest ones that were made with it, at most kNamedPictures
    std::int64_t pictureCount = 0;
    static constexpr std::size_t kNamedPictures = 20;
    bool isEmpty() const { return mixes.empty() && pictureCount == 0; }
};

/// Files that end in .yaml in and below folders: six deep, at most 2000.
std::vector<std::filesystem::path> findRecipes(const std::vector<std::filesystem::path>& folders);

/// `recipes`: files that may be recipes, also several times; what cannot be read as one is passed over. Pictures are
/// those of the gallery's index; they name models without folders, so that two models of one name are one there.
/// Throws Error of the index.
ModelUses findModelUses(const ModelFacts& model, const std::vector<std::filesystem::path>& recipes,
                        const std::filesystem::path& galleryIndex);

}  // namespace segmoe
