// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/domain/dtype.h"
#include "core/domain/memory_forecast.h"
#include "core/domain/mix_recipe.h"
#include "core/engine/failure.h"

namespace segmoe {

/// How a model is laid out on disk.
enum class ModelFormat { Diffusers, SingleFile };

/// `segmoe mix`: a recipe and where to put the mixture.
struct MixRequest {
    std::filesystem::path recipe;
    std::shared_ptr<const MixRecipe> value = nullptr;  ///< an unsaved recipe, used instead of the file
    std::filesystem::path output;                      ///< folder (Diffusers) or .safetensors file (SingleFile)
    ModelFormat format = ModelFormat::Diffusers;
    std::optional<DType> dtype;       ///< absent = keep each tensor's own
    std::optional<GateMethod> gates;  ///< absent = as in the recipe
    std::optional<int> gateSteps;
    std::optional<std::uint64_t> gateSeed;
    bool compat = false;          ///< reference's arithmetic and scheduler choice (segmoe.md §3.7)
    std::string device = "auto";  ///< where gates are measured
    bool hashes = false;          ///< read base, experts and LoRAs whole, so that pictures of the recipe name them
};

/// Cosine similarity between the gate rows of a site; near 1 means that the choice is a toss-up.
struct GateSiteReport {
    std::string site;
    double maxCosine = 0.0;  ///< largest off-diagonal cosine
    double conditionNumber = 0.0;
};

/// What became of the picture that was to be put beside a saved mixture. The mixture is whole in every case.
struct SavedPreview {
    enum class Outcome { NotWanted, Written, Cancelled, Failed };
    Outcome outcome = Outcome::NotWanted;
    std::filesystem::path file;  ///< when Written
    Failure failure;             ///< when Failed
};

struct MixReport {
    std::filesystem::path output;
    std::int64_t bytesWritten = 0;
    double gateSeconds = 0.0;
    double writeSeconds = 0.0;
    int gateEvaluations = 0;  ///< UNet evaluations per expert
    std::vector<GateSiteReport> gateSites;
    std::vector<std::string> notices;
    SavedPreview preview;
};

/// Checks the recipe and all headers, and says what a build takes; writes nothing. Throws Error.
MemoryForecast forecastMix(const MixRequest& request);

/// The same checks of those models of the recipe that are on this disk, each for itself: for a recipe of which others
/// have yet to be fetched. Throws Error.
void checkPresentParts(const MixRequest& request);

/// Measures the gates and streams the mixture to disk. Nothing stays under the final name unless it is whole.
/// Throws Error or Cancelled.
MixReport mix(const MixRequest& request, const ProgressSink& progress, const CancelToken& cancel);

/// `segmoe convert`: between layouts, streaming. A recipe is mixed first, as it says itself.
struct ConvertRequest {
    std::string model;  ///< folder, .safetensors or recipe
    std::string vae;    ///< goes in instead of the model's own; empty = none. Not for recipes
    std::string donor;  ///< gives VAE or text encoders to a single file that has none; empty = none. Not for recipes
    std::filesystem::path output;
    ModelFormat format = ModelFormat::Diffusers;
    std::optional<DType> dtype;
};
struct ConvertReport {
    std::int64_t bytesWritten = 0;
    std::vector<std::string> notices;
};
/// Throws Error or Cancelled.
ConvertReport convert(const ConvertRequest& request, const ProgressSink& progress, const CancelToken& cancel);

}  // namespace segmoe
