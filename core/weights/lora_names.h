// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/weights/tensor_source.h"

namespace segmoe {

/// The network a part of a LoRA acts on.
enum class LoraComponent { Unet, TextEncoder, TextEncoder2 };

/// What a tensor is to the change of its module. Letters as in the LyCORIS paper (Yeh et al. 2023): factors A and B of
/// a matrix, T the middle of a convolution's CP form.
enum class LoraRole {
    Up,
    Down,
    Mid,
    HadamardA1,
    HadamardB1,
    HadamardT1,
    HadamardA2,
    HadamardB2,
    HadamardT2,
    KroneckerW1,
    KroneckerA1,
    KroneckerB1,
    KroneckerW2,
    KroneckerA2,
    KroneckerB2,
    KroneckerT2,
    Alpha,
    DoraScale,      ///< LyCORIS: its shape tells the axis
    DoraMagnitude,  ///< PEFT: one number per output
};

/// A tensor's name taken apart: "lora_unet_x.hada_w1_a" is the first factor of "lora_unet_x".
struct LoraTensorName {
    std::string module;
    LoraRole role = LoraRole::Up;
};

/// Nothing when the name is not one of a LoRA, LoHa, LoKr or DoRA.
std::optional<LoraTensorName> parseLoraTensorName(const std::string& name);

/// Where a module of a file acts: the network, and its name there with "_" for every ".".
struct LoraPlace {
    LoraComponent component = LoraComponent::Unet;
    std::string key;
};

/// Understands the prefixes of kohya (lora_unet_, lora_te_, lora_te1_, lora_te2_), LyCORIS, PEFT and diffusers.
LoraPlace placeOfLoraModule(const std::string& module);

/// What a file of another kind of adapter is called, or empty: OFT, IA3, GLoRA, full differences.
std::string foreignAdapterName(const std::string& tensor);

/// Whether some tensor of this file changes a module as LoRA, LoHa or LoKr do.
bool isLoraFile(const TensorSource& file);

}  // namespace segmoe
