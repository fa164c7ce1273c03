// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/weights/tensor_source.h"

namespace segmoe {

/// The network a part of a LoRA acts on.
enum class LoraComponent { Unet, TextEncoder, TextEncoder2 };

/// One low-rank change of one weight: ΔW = alpha/rank · up·down, or with `mid` the CP form up·mid·down of a
/// convolution.
struct LoraPart {
    std::string label;  ///< module name as the file writes it, for messages
    LoraComponent component = LoraComponent::Unet;
    std::string key;  ///< module name with "_" for every ".", without the component's prefix
    std::string up;   ///< tensor names in the file; mid may be empty
    std::string down;
    std::string mid;
    double alphaOverRank = 1.0;
};

/// A LoRA as its file says it: kohya (lora_unet_…, lora_te_…, lora_te1_…, lora_te2_…), PEFT and diffusers
/// (lora_A/lora_B, lora.up/lora.down, processor.to_q_lora.up), LoCon with and without the mid tensor. Immutable,
/// thread-safe.
class LoraFile {
public:
    /// Throws Error: LoraMismatch when the file holds no LoRA or a part lacks its partner, FormatUnsupported for the
    /// relatives that are computed differently (DoRA, LoHa, LoKr, OFT, IA3, GLoRA, full differences), named.
    explicit LoraFile(TensorSourcePtr source);

    const TensorSource& source() const { return *m_source; }
    const std::vector<LoraPart>& parts() const { return m_parts; }
    /// Tensors that belong to no part.
    const std::vector<std::string>& leftOver() const { return m_leftOver; }

private:
    TensorSourcePtr m_source;
    std::vector<LoraPart> m_parts;
    std::vector<std::string> m_leftOver;
};

}  // namespace segmoe
