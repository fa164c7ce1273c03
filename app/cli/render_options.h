// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "app/cli/arguments.h"
#include "app/cli/start_image_options.h"
#include "core/domain/render_request.h"
#include "core/engine/render_engine.h"

namespace segmoe::cli {

/// The options that decide a picture, shared by `render` and `plan`.
struct RenderArguments {
    RenderRequest request;
    std::string sampler;  ///< empty = the model's recommendation
    std::string schedule;
    std::string dtype = "auto";
    std::string weightRule = "mean";
    std::string tiles = "auto";
    double expertCacheGigabytes = 0.0;
    std::vector<std::string> loras;
    std::vector<std::string> embeddings;
    std::string noise = "cpu";
    StartImageArguments start;
    RoutingArguments routing;
};

void addModelArgument(CLI::App& command, RenderArguments& arguments);
/// Steps, size, sampler, seed, LoRA.
void addPictureOptions(CLI::App& command, RenderArguments& arguments);
/// Experts: top-k, mute, solo, pin, bias…
void addRoutingOptions(CLI::App& command, RenderArguments& arguments);
/// Device, precision and what saves memory.
void addMachineOptions(CLI::App& command, RenderArguments& arguments);

/// The model, its LoRAs and embeddings, VAE and donor: what may have to be fetched first.
std::vector<std::string> modelsOf(const RenderArguments& arguments);

/// The request that the options describe, checked. Reads the model's header where an option needs it. Throws Error.
RenderRequest toRequest(const RenderArguments& arguments, RenderEngine& engine);

}  // namespace segmoe::cli
