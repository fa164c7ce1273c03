// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/domain/mix_recipe.h"
#include "core/domain/render_request.h"

namespace segmoe {

/// A model, expert or LoRA that a picture names.
struct NamedModel {
    enum class Role { Model, Base, Expert, Lora, Vae, Embedding };
    Role role = Role::Model;
    std::string name;
    std::string hash{};    ///< hexadecimal, as long as the picture gives it; may be empty
    std::string source{};  ///< "hf:…", "civitai:…", "file" or empty
    double strength = 1.0;
    bool operator==(const NamedModel&) const = default;
};

/// What a picture or a pasted text says about how it was made, whichever program wrote it. Foreign, untrusted data:
/// absent means not said. Plain value; read by core/engine/picture_reader.
struct PictureSettings {
    std::string format;  ///< "SegMoE Studio", "AUTOMATIC1111", "ComfyUI", "InvokeAI"…; empty = nothing found
    std::optional<std::string> prompt;
    std::optional<std::string> resolvedPrompt;  ///< when it differs from prompt
    std::optional<std::string> negative;
    std::optional<std::uint64_t> seed;
    std::optional<int> steps;
    std::optional<double> guidanceScale;
    std::optional<int> width;
    std::optional<int> height;
    std::string samplerText;             ///< as written
    std::optional<SamplerKind> sampler;  ///< the nearest of ours
    std::optional<ScheduleKind> schedule;
    bool samplerExact = true;     ///< false when `sampler` only resembles samplerText
    std::optional<int> clipSkip;  ///< RenderRequest::clipSkip
    std::optional<NoiseSource> noise;
    std::optional<std::uint64_t> variationSeed;
    std::optional<double> variationStrength;
    std::optional<double> denoisingStrength;
    std::optional<WeightRule> weightRule;
    std::optional<int> topK;
    std::vector<RoutingRule> rules;
    std::vector<NamedModel> models;
    std::optional<MixRecipe> recipe;                          ///< the mixture, as far as the picture tells it
    std::vector<std::pair<std::string, std::string>> others;  ///< fields without a counterpart here
    std::vector<std::pair<std::string, std::string>> chunks;  ///< raw metadata: name, text
};

}  // namespace segmoe
