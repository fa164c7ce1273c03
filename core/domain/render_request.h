// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/dtype.h"
#include "core/domain/embedding_ref.h"
#include "core/domain/mix_recipe.h"
#include "core/domain/routing_policy.h"
#include "core/domain/sampler_kind.h"

namespace segmoe {

/// How (word:1.2) changes the text states.
enum class WeightRule {
    KeepMean,   ///< AUTOMATIC1111: multiply, then restore the mean
    Plain,      ///< multiply only
    FromEmpty,  ///< ComfyUI: move away from the empty prompt's states
};

std::string_view weightRuleName(WeightRule rule);

enum class Toggle { Auto, On, Off };

/// How much of the routing a render records.
enum class CaptureLevel {
    Off,
    Summary,  ///< per decision: chosen, scores, means and spread; the text path in full
    Maps,     ///< adds preference maps, longest side ≤ 32 cells, 8 bit
    Full,     ///< maps on the layer's own grid, 16 bit
};

/// Where initial and ancestral noise come from.
enum class NoiseSource {
    Cpu,     ///< seeded CPU generator: the same picture on every machine
    Device,  ///< the compute device's own generator, as other programs on a GPU
};

/// How a start image is brought to the size of the render.
enum class ResizeMode { Crop, Fit, Stretch };

/// What lies under the mask when sampling begins.
enum class MaskContent { Original, Noise, Blur };

/// Image-to-image and masked inpainting. Pictures are read by core/images.
struct StartImage {
    std::filesystem::path file;  ///< PNG, JPEG or WebP
    double strength = 0.6;       ///< 0 keeps the picture, 1 replaces it
    ResizeMode resize = ResizeMode::Crop;
    std::filesystem::path mask;  ///< grey picture, white = paint anew; empty = the whole picture
    MaskContent maskContent = MaskContent::Original;
    int maskBlur = 4;  ///< pixels
    bool invertMask = false;
    int onlyMaskedPadding = -1;  ///< ≥ 0: render only the masked region and this margin, in pixels, at full size
    bool operator==(const StartImage&) const = default;
};

/// Everything that decides a picture. Plain value: a job owns a copy.
struct RenderRequest {
    std::string model;  ///< MODEL of product.md §1, resolved by ModelRef
    /// An unsaved mixture, rendered instead of `model`, which is then only its name.
    std::shared_ptr<const MixRecipe> recipe;
    std::string prompt;
    /// The prompt as typed when wildcards made `prompt` from it; kept in the picture's metadata. Empty = prompt.
    std::string promptTemplate;
    std::optional<std::string> negative;  ///< absent ≠ empty for SDXL (segmoe.md §1.4)
    int width = 0;                        ///< pixels, multiple of 8; 0 = the model's native size
    int height = 0;
    int steps = 0;                 ///< 0 = the model's recommendation (20; SDXL 25)
    double guidanceScale = -1.0;   ///< < 0 = recommendation (SD 7.0, SDXL 5.0)
    double guidanceRescale = 0.0;  ///< φ of segmoe.md §1.6
    std::int64_t seed = -1;        ///< -1 draws one; picture i uses seed + i
    int images = 1;
    int imagesAtOnce = 1;  ///< pictures of one UNet call; > 1 shares expert choices
    NoiseSource noise = NoiseSource::Cpu;
    std::int64_t variationSeed = -1;  ///< blended into the start noise; -1 draws one
    double variationStrength = 0.0;   ///< 0…1, spherical interpolation
    std::optional<StartImage> start;  ///< image-to-image
    SamplerKind sampler = SamplerKind::Dpmpp2m;
    ScheduleKind schedule = ScheduleKind::Normal;
    int clipSkip = 0;  ///< 0 = last layer as the model wants, n as segmoe.md §1.4
    WeightRule weightRule = WeightRule::KeepMean;
    std::vector<LoraRef> loras;  ///< over base and experts for this render
    RoutingPolicy routing;
    bool compat = false;          ///< reproduce the reference program's results
    std::string device = "auto";  ///< "auto", "cpu", "cuda", "cuda:1"
    Precision precision = Precision::Auto;
    Toggle tiledDecode = Toggle::Auto;
    bool sequentialGuidance = false;    ///< two passes instead of one batch of two: less memory
    std::int64_t expertCacheBytes = 0;  ///< 0 = no limit
    bool recordTrace = true;
    CaptureLevel capture = CaptureLevel::Summary;  ///< what the trace holds beyond its tables
    std::filesystem::path latentsFile;             ///< given start noise (product.md §3), may hold step noise too
    std::filesystem::path saveLatentsFile;
    int previewEvery = 1;  ///< steps between previews; 0 = none
    std::vector<EmbeddingRef> embeddings = {};
    /// Folders whose embeddings the prompts call by the names of their files; those for other models are left out.
    std::vector<std::filesystem::path> embeddingFolders = {};
    std::string vae = {};    ///< a file or folder whose VAE replaces the model's; empty = the model's own
    std::string donor = {};  ///< a model whose VAE or text encoders serve where a single file has none; empty = none

    /// Throws Error{RequestInvalid, SizeUnsupported, SamplerUnsupported} naming the field and the allowed range.
    void validate() const;
};

}  // namespace segmoe
