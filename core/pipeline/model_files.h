// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/cancel_token.h"
#include "core/domain/architecture.h"
#include "core/domain/embedding_ref.h"
#include "core/domain/mix_recipe.h"
#include "core/domain/model_ref.h"
#include "core/models/unet_config.h"
#include "core/pipeline/embedding_folders.h"
#include "core/pipeline/used_file.h"
#include "core/samplers/scheduler_config.h"
#include "core/text/clip_tokenizer.h"
#include "core/weights/embedding_file.h"
#include "core/weights/tensor_source.h"

namespace segmoe::pipeline {

/// One text encoder: weights under transformers' names, its config.json, the tokenizer that goes with it.
struct TextEncoderFiles {
    TensorSourcePtr weights;
    nlohmann::json config;
    std::shared_ptr<const ClipTokenizer> tokenizer;  ///< null: a single file made for a tokenizer it does not carry
    std::filesystem::path tokenizerFolder;           ///< empty: the published vocabulary in vocabularyFile
    std::filesystem::path vocabularyFile;
    ClipPadding vocabularyPadding = ClipPadding::EndOfText;

    /// The tokenizer, or Error{TokenizerMissing} saying why there is none. model: for the message.
    const std::shared_ptr<const ClipTokenizer>& requireTokenizer(const std::string& model) const;
};

/// What makes a UNet a mixture.
struct MixtureFacts {
    std::vector<std::string> experts;  ///< display names, E of them
    int expertsPerToken = 1;           ///< k
    std::string layers;                ///< "all", "attn", "ff"
    std::optional<MixRecipe> recipe;   ///< where it is known
};

/// A textual inversion embedding and the words of a prompt that call it.
struct NamedEmbedding {
    std::shared_ptr<const EmbeddingFile> file;
    std::vector<std::string> names;
};

/// A whole model as lazy sources and parsed configs (segmoe.md §2): headers have been read, no tensor has. Copies are
/// cheap and share the mappings. Weights carry diffusers names, whatever the file had.
struct ModelFiles {
    std::string name;
    ModelRef ref;
    TensorSourcePtr unet;
    nlohmann::json unetDocument;  ///< unet/config.json, unknown keys kept
    UnetConfig unetConfig;
    TensorSourcePtr vae;
    nlohmann::json vaeDocument;
    std::vector<TextEncoderFiles> encoders;  ///< 1, or 2 for SDXL
    nlohmann::json schedulerDocument;
    samplers::SchedulerConfig scheduler;
    Architecture architecture;
    std::optional<MixtureFacts> mixture;
    bool zerosForEmptyPrompt = true;   ///< SDXL: an absent negative prompt is zeros (segmoe.md §1.4)
    std::vector<std::string> notices;  ///< sentences worth telling
    std::vector<UsedFile> usedFiles;   ///< by which a picture names this model: itself or base and experts, LoRAs

    std::vector<NamedEmbedding> embeddings;

    bool isSdxl() const { return encoders.size() > 1; }
    std::int64_t weightBytes() const;
};

/// Where files that a checkpoint lacks may be found.
struct ModelSearch {
    std::vector<std::filesystem::path> vocabularyFolders = {};  ///< for single files, which carry no tokenizer
    std::optional<ModelRef> donor = {};                         ///< VAE and text encoders for files that have none
    std::shared_ptr<const ModelFiles> openDonor = {};           ///< the same, opened already: goes before `donor`
    std::string vae = {};  ///< a file or folder whose VAE replaces the model's own; empty = none
};

/// Opens a diffusers folder or a single file. Throws Error: FileMissing, ComponentMissing, ConfigInvalid,
/// PickleRefused, Safetensors*, ArchitectureUnknown, TokenizerMissing; NotAvailable for hub references; RequestInvalid
/// for a recipe (open those with RecipeModel).
ModelFiles openModelFiles(const ModelRef& ref, const ModelSearch& search);

/// The same model with LoRA files laid over its UNet and text encoders. Sources relative to folder.
/// Throws Error{LoraMismatch} and what opening a file throws.
ModelFiles withLoras(ModelFiles files, const std::vector<LoraRef>& loras, const std::filesystem::path& folder);

/// The same model with embeddings for its prompts: each is called by the given name, else by its file's name and, where
/// the file has one, its own word; "embedding:NAME" works too. Throws Error{ArchitectureMismatch, FormatUnsupported,
/// TensorShapeMismatch}, RequestInvalid for a name given twice, and what opening a file throws.
ModelFiles withEmbeddings(ModelFiles files, const std::vector<EmbeddingRef>& embeddings,
                          const std::filesystem::path& folder);

/// The same with embeddings that prompts called (EmbeddingFolders): what cannot be read or was made for another kind of
/// model is left out, and so is a name that means another one already. A notice tells of those
/// written as "embedding:NAME".
ModelFiles withCalledEmbeddings(ModelFiles files, const std::vector<EmbeddingCall>& calls);

/// Throws what opening it throws, ArchitectureMismatch where it was made for another model.
std::shared_ptr<const EmbeddingFile> openEmbedding(const std::filesystem::path& file,
                                                   const std::vector<TextEncoderFiles>& encoders,
                                                   const std::string& model);

}  // namespace segmoe::pipeline
