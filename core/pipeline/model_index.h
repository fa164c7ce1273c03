// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace segmoe::pipeline {

/// What the model_index.json of a diffusers folder says.
struct ModelIndex {
    std::string pipeline;                     ///< "StableDiffusionPipeline"…
    bool hasSecondEncoder = false;            ///< text_encoder_2 is there
    std::optional<bool> zerosForEmptyPrompt;  ///< force_zeros_for_empty_prompt, where it is said
};

/// Reads its text; `file` names it in messages. Throws Error{ConfigInvalid}, ArchitectureUnknown for a pipeline that
/// this program does not render.
ModelIndex parseModelIndex(std::string_view text, const std::string& file);

}  // namespace segmoe::pipeline
