// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/domain/dtype.h"
#include "core/domain/routing_policy.h"

namespace segmoe {

/// Which modules of a transformer block get experts. The reference's moe_layers: "attn", "ff", anything else = both.
enum class MoeLayers { All, Attention, FeedForward };

enum class GateMethod { Hidden, HiddenCompat, Text, Svd, Random, Equal };

std::string_view moeLayersName(MoeLayers layers);
std::string_view gateMethodName(GateMethod method);
std::optional<GateMethod> parseGateMethod(std::string_view name);

/// One gate prompt and its weight among the expert's prompts (> 0).
struct WeightedPrompt {
    std::string text;
    double weight = 1.0;
    bool operator==(const WeightedPrompt&) const = default;
};

/// Keys a recipe has and this program does not know, with their YAML text: kept on writing, reported on reading.
using UnknownKeys = std::vector<std::pair<std::string, std::string>>;

/// Where a top-level LoRA of a recipe with experts acts (segmoe.md §3.7 fault 13).
enum class LoraTarget { Base, Experts, All };

std::string_view loraTargetName(LoraTarget target);
std::optional<LoraTarget> parseLoraTarget(std::string_view name);

/// A LoRA file laid over a model, W + strength · (B·A).
struct LoraRef {
    std::string source;
    double strength = 1.0;
    std::string positivePrompt;  ///< appended to the expert's prompt with a space, as the reference does
    std::string negativePrompt;
    UnknownKeys unknown = {};
    LoraTarget target = LoraTarget::All;  ///< read of MixRecipe::loras only; a LoRA in a model's own list acts there
    bool operator==(const LoraRef&) const = default;
};

struct ExpertSpec {
    std::string source;  ///< folder, .safetensors, or hub reference, as written
    std::string alias;   ///< display name; empty = from the source
    std::vector<WeightedPrompt> positive;
    std::vector<WeightedPrompt> negative;
    std::vector<LoraRef> loras;
    UnknownKeys unknown = {};
    bool operator==(const ExpertSpec&) const = default;
};

/// An expert that is switched off: it stays in the file and is no part of the mixture.
struct ParkedExpert {
    int position = 0;  ///< its place among all experts of the list, those that are on included
    ExpertSpec expert;
    bool operator==(const ParkedExpert&) const = default;
};

/// A mixture as its YAML file says it (segmoe.md §3.1). Plain value; reading, checking and writing: moe/recipe_yaml.
struct MixRecipe {
    std::string name;              ///< of the mixture: studio.name, else the file's name
    std::filesystem::path folder;  ///< relative sources are taken from here
    std::string base;
    std::string type;  ///< "sd", "sdxl" or empty = inferred from the base
    MoeLayers layers = MoeLayers::Attention;
    int expertsPerToken = 1;  ///< k
    GateMethod gates = GateMethod::Hidden;
    std::vector<ExpertSpec> experts;
    std::vector<LoraRef> loras;
    // the keys under studio:
    std::uint64_t gateSeed = 0;
    int gateSteps = 2;        ///< UNet evaluations per expert for GateMethod::Hidden
    bool gateCfg = false;     ///< use negative prompts while measuring gates
    bool gateCentre = false;  ///< subtract the mean over experts before normalising
    std::vector<ParkedExpert> parked;
    std::vector<std::string> leftOut;  ///< transformer blocks without experts: labels ("D2.A0.T3") or globs ("U0.*")
    RoutingPolicy routing;             ///< what a render starts from; topK stays 0, k is expertsPerToken
    Precision precision = Precision::Auto;  ///< of renders that leave it to the mixture
    bool compat = false;                    ///< reproduce the reference program's results
    std::string notes;
    UnknownKeys unknown;        ///< top-level keys
    UnknownKeys studioUnknown;  ///< keys under studio:
    bool operator==(const MixRecipe&) const = default;
};

/// All models a recipe names, as written: the base (which may be empty), LoRAs, experts and theirs. One that is named
/// several times is there several times.
std::vector<std::string> recipeSources(const MixRecipe& recipe);

/// The top-level LoRAs that act on the base, or on every expert, in the recipe's order. isCompat: as in the reference
/// program, where all of them act on the base and none on the experts.
std::vector<LoraRef> lorasOverBase(const MixRecipe& recipe, bool isCompat);
std::vector<LoraRef> lorasOverExperts(const MixRecipe& recipe, bool isCompat);

}  // namespace segmoe
