// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/pipeline/model_files.h"

namespace segmoe::pipeline {

/// Key of __metadata__ under which a single file written by this program keeps the component configs, so that layouts
/// which shapes do not describe completely come back exactly.
inline constexpr const char* kConfigsKey = "segmoe_component_configs";

/// One .safetensors checkpoint with LDM or diffusers names (segmoe.md §2.2, §2.3). Missing VAE and text encoders come
/// from search.donor. Throws as openModelFiles; Error{ComponentMissing} says which part and how to give it.
ModelFiles openSingleFile(const std::filesystem::path& path, const ModelSearch& search);

/// That metadata of a file: component → config; an empty object when the file has none. Throws Error{ConfigInvalid}.
nlohmann::json storedConfigs(const TensorSource& file);

/// The configs of a model as that metadata value.
std::string configsText(const ModelFiles& files);

}  // namespace segmoe::pipeline
