// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/weights/lora_names.h"
#include "core/weights/tensor_source.h"

namespace segmoe {

/// How the change of a weight is put together from the tensors of a file; core/weights/lora_change computes it.
enum class LoraAlgorithm {
    LowRank,    ///< LoRA and LoCon: up·down, or up·mid·down in the CP form of a convolution
    Hadamard,   ///< LoHa: (A1·B1)⊙(A2·B2), each in the CP form where there is a T
    Kronecker,  ///< LoKr: W1⊗W2, each whole or from two factors, W2 of a convolution also in the CP form
};

/// The change of one weight. A DoRA scale, where there is one, sets the lengths of the changed weight's columns or
/// rows.
struct LoraPart {
    std::string label;  ///< module name as the file writes it, for messages
    LoraComponent component = LoraComponent::Unet;
    std::string key;  ///< module name with "_" for every ".", without the component's prefix
    LoraAlgorithm algorithm = LoraAlgorithm::LowRank;
    std::map<LoraRole, std::string> tensors;  ///< names in the file; complete for the algorithm, alpha left out
    double scale = 1.0;                       ///< alpha / rank

    bool has(LoraRole role) const { return tensors.contains(role); }
};

/// A LoRA as its file says it: kohya (lora_unet_…, lora_te_…, lora_te1_…, lora_te2_…), PEFT and diffusers
/// (lora_A/lora_B, lora.up/lora.down, processor.to_q_lora.up), LoCon with and without the mid tensor, LoHa (hada_…),
/// LoKr (lokr_…), DoRA over any of them (dora_scale, lora_magnitude_vector). alpha / rank comes from the tensor
/// "alpha", else from the PEFT configuration in the metadata "lora_adapter_metadata" (rank-stabilised: alpha / √rank),
/// else it is 1; it is 1, too, for a LoKr of two whole matrices, which has no rank. Immutable, thread-safe.
class LoraFile {
public:
    /// Throws Error: LoraMismatch when the file holds no LoRA or a part lacks a tensor, FormatUnsupported for the
    /// relatives that are computed differently (OFT, IA3, GLoRA, full differences), named; ConfigInvalid for a broken
    /// PEFT configuration.
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

/// "'a', 'b' and 3 more": the first names of a list for a message. Empty list: empty text.
std::string firstNames(const std::vector<std::string>& names, std::size_t shown = 3);

}  // namespace segmoe
