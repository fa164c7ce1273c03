// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/domain/mix_recipe.h"

namespace segmoe {

/// A model that a mixture was made of, as its card names it: no folder of this computer.
struct MixturePart {
    enum class Role { Base, Expert, Lora };
    Role role = Role::Base;
    std::string name;     ///< alias of an expert, else as the source is called
    std::string source;   ///< hub reference, else the name of the file or folder
    std::string license;  ///< as its file or card says it; empty = not known
    std::string sha256;   ///< of the file it is known by (core/pipeline/used_file.h); empty = not known (yet)
    bool isHere = false;  ///< on this disk

    bool isHashMissing() const { return isHere && sha256.empty(); }
};

/// How much is read for the digests of the parts.
enum class PartHashes {
    Known,  ///< those that are remembered, and small files
    All,    ///< every file is read whole once, and remembered
};

/// Base, experts and LoRAs of a recipe, each source once, in this order. A part that is gone or cannot be read stays in
/// the list without what it would have told. Throws Cancelled only.
std::vector<MixturePart> mixtureParts(const MixRecipe& recipe, PartHashes hashes, const ProgressSink& progress,
                                      const CancelToken& cancel);

/// How a card may call a source: a hub reference as it is, of a path its last part.
std::string shownSource(const std::string& source);
/// "owner/name" where the source is a repository of Hugging Face; else empty.
std::string repositoryOf(const std::string& source);

}  // namespace segmoe
