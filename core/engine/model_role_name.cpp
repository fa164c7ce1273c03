// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Declared in model_facts.h; apart from it because the window needs the names without the core.
#include "core/engine/model_facts.h"

namespace segmoe {

std::string_view modelRoleName(ModelRole role) {
    switch (role) {
        case ModelRole::Checkpoint: return "checkpoint";
        case ModelRole::Mixture: return "mixture";
        case ModelRole::Lora: return "lora";
        case ModelRole::Vae: return "vae";
        case ModelRole::TextEncoder: return "text_encoder";
        case ModelRole::Embedding: return "embedding";
        case ModelRole::ControlNet: return "controlnet";
        case ModelRole::Upscaler: return "upscaler";
        case ModelRole::Other: return "other";
        case ModelRole::Refused: break;
    }
    return "refused";
}

}  // namespace segmoe
