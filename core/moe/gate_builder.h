// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/domain/mix_recipe.h"
#include "core/models/unet_config.h"
#include "core/moe/gate_cache.h"
#include "core/moe/mixture_layout.h"
#include "core/moe/mixture_source.h"
#include "core/samplers/scheduler_config.h"
#include "core/weights/weight_scope.h"

namespace segmoe::moe {

/// One gate prompt of an expert, encoded by that expert's own text encoders. Any float type, any device.
struct ExpertConditioning {
    double weight = 1.0;         ///< share among the expert's prompts, > 0
    at::Tensor context;          ///< [1, T, X] of the positive prompt
    at::Tensor pooled;           ///< [1, P], only for SDXL
    at::Tensor negativeContext;  ///< [1, T, X], only where guidance is used
    at::Tensor negativePooled;   ///< [1, P]
    at::Tensor timeIds;          ///< [1, 6], only for SDXL
    std::string cacheKey = {};   ///< everything the measurement depends on; empty = not remembered
    /// Measured before: nothing above is needed then.
    std::shared_ptr<const InputMeans> known = nullptr;
};

/// What the builder needs of one expert. The UNet is loaded when its turn comes and freed before the next one.
struct GateExpert {
    std::string name;                         ///< for progress and messages
    TensorSourcePtr unet;                     ///< plain, with diffusers names; LoRAs already laid over it
    std::vector<ExpertConditioning> prompts;  ///< at least one; not needed for random and equal
};

struct GateRequest {
    GateMethod method = GateMethod::Hidden;
    MixtureLayout layout;                 ///< of planMixture
    UnetConfig config;                    ///< shared by base and experts
    samplers::SchedulerConfig scheduler;  ///< of the base, used for all experts
    Placement placement;
    std::uint64_t seed = 0;
    int steps = 2;               ///< UNet evaluations for Hidden, the last of which is measured
    bool useGuidance = false;    ///< Hidden: classifier-free guidance with the negative prompts
    bool centre = false;         ///< subtract the mean over experts; not for HiddenCompat
    double guidanceScale = 0.0;  ///< 0 = the reference pipelines' default, 7.5 or for SDXL 5.0
    int latentHeight = 0;        ///< 0 = the model's native size
    int latentWidth = 0;
    GateCache* cache = nullptr;  ///< borrowed; gets what is measured under a key
};

struct BuiltGates {
    GateTensors gates;                 ///< fp32 [E, Cin] of every mixed module
    int evaluations = 0;               ///< UNet evaluations per prompt
    int remembered = 0;                ///< prompts that needed no measurement
    std::vector<std::string> notices;  ///< e.g. experts whose prompts cannot be told apart
};

/// Initialises gates (segmoe.md §3.4). Row e of a gate is the unit vector of the token mean of that layer's input when
/// expert e draws its own prompt:
///   hidden         steps − 1 evaluations of DPM++ 2M from seeded noise (the same for all experts) down to a clean
///   picture,
///                  one measured evaluation at the smallest timestep; steps = 1 measures pure noise at the largest one.
///                  Rows of cross-attention keys and values are exact: the mean text state.
///   hidden_compat  25 DDPM steps with guidance, the last one measured: the reference program after
///   torch.manual_seed(seed)
///                  before each expert.
///   text           keys and values as above, zeros elsewhere.   random  uniform ±1/√C, seeded.   equal  zeros.
/// Several prompts of an expert: the mean of their unit vectors by weight, made a unit vector again. Gates that read
/// the same input are byte-equal, so that they share a decision. Everything but the network is fp32. Throws
/// Error{GateDegenerate} naming the gates that came out as no numbers, Error{GateFailed} for inputs that are missing,
/// Error{NotAvailable} for svd; Cancelled.
BuiltGates buildGates(const GateRequest& request, const std::vector<GateExpert>& experts,
                      const ProgressSink& progress = {}, const CancelToken& cancel = {});

/// The means behind buildGates for one model: per prompt, with "context" for the prompt itself. Remembered ones are
/// taken as they are; what is measured goes to the cache.
std::vector<std::shared_ptr<const InputMeans>> measurePrompts(const GateRequest& request, const GateExpert& model,
                                                              const ProgressSink& progress, const CancelToken& cancel);

}  // namespace segmoe::moe
