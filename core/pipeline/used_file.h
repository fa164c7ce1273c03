// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/digest_cache.h"
#include "core/domain/model_ref.h"

namespace segmoe::pipeline {

/// A file that takes part in a picture and is named in it by its digest. A model in one file is that file; a diffusers
/// folder stands for its UNet's weights (of shards the last), because that is what makes it this model and no other.
struct UsedFile {
    enum class Role { Model, Expert, Lora, Embedding, Vae, TextEncoder };
    /// Model: the single or saved model, or the base of a recipe. Vae and TextEncoder: parts from elsewhere; those of a
    /// donor have a name and no file.
    Role role = Role::Model;
    int expert = -1;   ///< of Expert, and of a Lora that acts on that expert
    std::string name;  ///< of a Lora or a VAE: its file name without the suffix; of an Embedding: its word
    std::filesystem::path file;
    FileDigests digests;  ///< filled by lookUpDigests as far as they are known
};

/// The file a reference is known by; empty when there is none on this disk.
std::filesystem::path identityFile(const ModelRef& ref);

/// Up to this size a file is read at once when its digest is not known.
inline constexpr std::uintmax_t kHashAtOnceBytes = 64'000'000;

/// Fills the digests that cost little: remembered ones, those of files up to kHashAtOnceBytes, and what a larger LoRA
/// says of its own data (metadata "sshs_model_hash", written by kohya's trainer). Others stay empty, so that no render
/// waits for gigabytes to be read; `segmoe inspect --hashes` and `segmoe mix --hashes` remember those. Throws Cancelled
/// only.
void lookUpDigests(std::vector<UsedFile>& files, DigestCache& cache, const CancelToken& cancel);

}  // namespace segmoe::pipeline
