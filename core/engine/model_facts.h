// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/architecture.h"
#include "core/engine/failure.h"

namespace segmoe {

/// What a model file is good for.
enum class ModelRole {
    Checkpoint,  ///< has a UNet: can be a base or an expert
    Mixture,     ///< a SegMoE UNet
    Lora,
    Vae,
    TextEncoder,
    Embedding,
    ControlNet,
    Upscaler,
    Other,    ///< tensors nobody here knows
    Refused,  ///< not read: pickle, damaged, foreign format…; refusal says why
};

/// "checkpoint", "mixture", "lora"…
std::string_view modelRoleName(ModelRole role);

/// Where it is known that a model wants few sampling steps.
enum class FewSteps { No, FromMetadata, FromFileName };

/// What names, shapes and metadata tell about one model file or diffusers folder. Nothing is loaded or executed.
struct ModelFacts {
    std::filesystem::path path;
    std::string name;  ///< file or folder name without suffix
    ModelRole role = ModelRole::Other;
    Architecture architecture;        ///< of the UNet; of a LoRA the family it was made for
    std::vector<std::string> blocks;  ///< labels of the transformer blocks that can hold experts, in execution order
    std::vector<std::int64_t> attentionBytes;    ///< of each block: what one more expert adds there
    std::vector<std::int64_t> feedForwardBytes;  ///< the same for its feed-forward
    std::string structure;                       ///< equal for UNets whose tensors have equal names and shapes
    std::string dtype;                           ///< the type most bytes have: "fp16", "bf16", "fp32", "F8_E4M3"…
    std::int64_t bytes = 0;                      ///< of all weights
    bool vPrediction = false;
    bool hasVae = false;
    bool hasTextEncoder = false;
    FewSteps fewSteps = FewSteps::No;
    std::string title;  ///< from the metadata, or the note beside a file that was fetched; empty = unknown
    std::string author;
    std::string license;             ///< its name, or hubTermsText()
    std::string origin;              ///< repository or page
    std::string trigger;             ///< words the model was trained with
    std::optional<Failure> refusal;  ///< with ModelRole::Refused
    bool operator==(const ModelFacts&) const = default;
};

/// Reads headers only, in a few milliseconds: a .safetensors file of any kind, or a folder with model_index.json.
/// Never throws: what cannot be read comes back as ModelRole::Refused. Thread-safe.
ModelFacts readModelFacts(const std::filesystem::path& path);

/// How many parts of a LoRA find a weight in a model.
struct LoraFit {
    int parts = 0;                        ///< that are meant for a UNet
    int unplaced = 0;                     ///< of them
    std::vector<std::string> names = {};  ///< of those without a place, as the file writes them
    bool operator==(const LoraFit&) const = default;
};

/// Headers only. Throws Error: what opening either of them throws.
LoraFit loraFit(const std::filesystem::path& lora, const std::filesystem::path& model);

}  // namespace segmoe
