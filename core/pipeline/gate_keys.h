// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/moe/gate_builder.h"
#include "core/pipeline/recipe_parts.h"

namespace segmoe::pipeline {

/// Everything that measuring one gate prompt depends on, for moe::GateCache: which model (expertIdentity or
/// baseIdentity), the prompts, the method with its numbers, the base's schedule and the precision.
std::string gatePromptKey(const ModelFiles& base, const std::string& identity, const std::string& positive,
                          const std::string& negative, const moe::GateRequest& request);

/// The weights of one expert or of the base: files by path, size and time of change, and the LoRAs over them.
std::string expertIdentity(const RecipeParts& parts, std::size_t expert);
std::string baseIdentity(const RecipeParts& parts);

/// "path|size|time" of every weight file of a model folder, or of the one file.
std::string filesIdentity(const std::filesystem::path& model);

}  // namespace segmoe::pipeline
