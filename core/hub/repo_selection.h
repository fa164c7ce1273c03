// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/hub/hf_answers.h"

namespace segmoe::hub {

/// What a diffusers folder begins with, and how large it may be.
inline constexpr const char* kModelIndex = "model_index.json";
inline constexpr std::size_t kMaxIndexBytes = 1024 * 1024;
/// Throws Error{ConfigInvalid} that names the repository.
nlohmann::json parseModelIndex(const std::string& text, const std::string& repo);

/// What of a repository is needed to render and mix, and why the rest is not.
struct RepoSelection {
    struct LeftOut {
        std::string path;
        std::string reason;
    };
    std::vector<RepoFile> files;
    bool isFolder = true;               ///< a diffusers folder; else one checkpoint, files[0]
    std::vector<std::string> variants;  ///< that the repository offers and this program reads; "" is the plain one
    std::vector<LeftOut> leftOut;       ///< weights and hostile names; not every small file
    std::vector<std::string> notices;   ///< sentences worth telling

    std::uint64_t bytes() const;
};

/// The files of a diffusers repository (diffusers' rules, hub.md §2.7): model_index.json names the components; unet,
/// vae, text encoders, tokenizers and scheduler are taken, each network's weights as .safetensors in one variant: the
/// wanted one, else plain with a notice. Nothing wanted: fp16 where it is offered. `source` names the repository.
/// Throws Error: PickleRefused (only pickles of a component), ComponentMissing, NameRefused (a needed file has a
/// hostile name), ConfigInvalid (model_index.json), FileNotFound (the wanted variant is nowhere).
RepoSelection selectModel(const nlohmann::json& modelIndex, std::span<const RepoFile> tree,
                          const std::optional<std::string>& variant, const std::string& source);

/// One checkpoint of a repository without model_index.json: `file`, or the only .safetensors at the root. Throws Error:
/// PickleRefused, FileNotFound that lists the checkpoints there are, NameRefused.
RepoSelection selectFile(std::span<const RepoFile> tree, const std::string& file, const std::string& source);

/// Whether a folder of a repository at this commit, listed by the paths that lie in it, has everything the model index
/// asks for: for caches without a listing.
bool isCompleteModel(const nlohmann::json& modelIndex, std::span<const RepoFile> present);

}  // namespace segmoe::hub
