// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/domain/dtype.h"
#include "core/moe/gate_builder.h"
#include "core/pipeline/recipe_parts.h"

namespace segmoe::pipeline {

/// Where and how gates are measured.
struct GateOptions {
    std::string device = "auto";
    Precision precision = Precision::Auto;
    bool compat = false;              ///< GateMethod::Hidden becomes HiddenCompat; LoRAs as in the reference
    moe::GateCache* cache = nullptr;  ///< borrowed; prompts it knows are not measured again
};

/// Encodes every expert's gate prompts with its own text encoders and measures the gates, one expert in memory at a
/// time. Throws what loading throws, Error{GateFailed, GateDegenerate, NotAvailable}, Cancelled.
moe::BuiltGates measureGates(const RecipeParts& parts, const GateOptions& options, const CancelToken& cancel,
                             const ProgressSink& progress);

/// What the layers of the base get as input when it draws a prompt as gates are measured, and the prompt's own mean:
/// for asking gates which experts a prompt would choose. Throws as measureGates.
std::shared_ptr<const moe::InputMeans> measurePrompt(const RecipeParts& parts, const std::string& prompt,
                                                     const GateOptions& options, const CancelToken& cancel,
                                                     const ProgressSink& progress);

/// A recipe as a model that can be rendered without saving anything: opened, gates measured. Throws as both.
ModelFiles openRecipeModel(const MixRecipe& recipe, const ModelSearch& search, const GateOptions& options,
                           const CancelToken& cancel, const ProgressSink& progress);

/// The same with gates of zeros: for looking at headers only.
ModelFiles openRecipeHeaders(const MixRecipe& recipe, const ModelSearch& search, bool compat);

/// Of a YAML file; what its author should know is among the notices.
ModelFiles openRecipeModel(const std::filesystem::path& file, const ModelSearch& search, const GateOptions& options,
                           const CancelToken& cancel, const ProgressSink& progress);
ModelFiles openRecipeHeaders(const std::filesystem::path& file, const ModelSearch& search, bool compat);

}  // namespace segmoe::pipeline
