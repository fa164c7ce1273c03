// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/lora_names.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace segmoe {

namespace {

struct Ending {
    std::string_view text;
    LoraRole role;
};

// Longer spellings come before those they end with.
constexpr Ending kEndings[] = {
    {".lora_linear_layer.up.weight", LoraRole::Up},
    {".lora_linear_layer.down.weight", LoraRole::Down},
    {".lora_A.default.weight", LoraRole::Down},
    {".lora_B.default.weight", LoraRole::Up},
    {".lora_up.weight", LoraRole::Up},
    {".lora_down.weight", LoraRole::Down},
    {".lora_mid.weight", LoraRole::Mid},
    {".lora_A.weight", LoraRole::Down},
    {".lora_B.weight", LoraRole::Up},
    {".lora.up.weight", LoraRole::Up},
    {".lora.down.weight", LoraRole::Down},
    {"_lora.up.weight", LoraRole::Up},
    {"_lora.down.weight", LoraRole::Down},
    {".hada_w1_a", LoraRole::HadamardA1},
    {".hada_w1_b", LoraRole::HadamardB1},
    {".hada_t1", LoraRole::HadamardT1},
    {".hada_w2_a", LoraRole::HadamardA2},
    {".hada_w2_b", LoraRole::HadamardB2},
    {".hada_t2", LoraRole::HadamardT2},
    {".lokr_w1", LoraRole::KroneckerW1},
    {".lokr_w1_a", LoraRole::KroneckerA1},
    {".lokr_w1_b", LoraRole::KroneckerB1},
    {".lokr_w2", LoraRole::KroneckerW2},
    {".lokr_w2_a", LoraRole::KroneckerA2},
    {".lokr_w2_b", LoraRole::KroneckerB2},
    {".lokr_t2", LoraRole::KroneckerT2},
    {".alpha", LoraRole::Alpha},
    {".dora_scale", LoraRole::DoraScale},
    {".lora_magnitude_vector", LoraRole::DoraMagnitude},
    {".lora_magnitude_vector.weight", LoraRole::DoraMagnitude},
    {".lora_magnitude_vector.default.weight", LoraRole::DoraMagnitude},
};

constexpr std::pair<std::string_view, LoraComponent> kKohyaPrefixes[] = {
    {"lora_unet_", LoraComponent::Unet},
    {"lora_te1_", LoraComponent::TextEncoder},
    {"lora_te2_", LoraComponent::TextEncoder2},
    {"lora_te_", LoraComponent::TextEncoder},
    {"lycoris_", LoraComponent::Unet},
    {"unet.", LoraComponent::Unet},
    {"text_encoder_2.", LoraComponent::TextEncoder2},
    {"text_encoder.", LoraComponent::TextEncoder},
    {"diffusion_model.", LoraComponent::Unet},
    {"text_model.", LoraComponent::TextEncoder}};

/// "attn1.processor.to_out" is the module "attn1.to_out.0": early diffusers kept LoRA layers in attention processors.
std::string withoutProcessor(std::string module) {
    static constexpr std::string_view kProcessor = ".processor.";
    const auto at = module.find(kProcessor);
    if (at == std::string::npos) return module;
    module.replace(at, kProcessor.size(), ".");
    if (module.ends_with(".to_out")) module += ".0";
    return module;
}

}  // namespace

std::optional<LoraTensorName> parseLoraTensorName(const std::string& name) {
    for (const Ending& ending : kEndings)
        if (name.size() > ending.text.size() && name.ends_with(ending.text))
            return LoraTensorName{name.substr(0, name.size() - ending.text.size()), ending.role};
    return std::nullopt;
}

LoraPlace placeOfLoraModule(const std::string& module) {
    LoraPlace place;
    std::string name = withoutProcessor(module);
    static constexpr std::string_view kPeft = "base_model.model.";
    if (name.starts_with(kPeft)) name.erase(0, kPeft.size());
    for (const auto& [prefix, component] : kKohyaPrefixes) {
        if (!name.starts_with(prefix)) continue;
        place.component = component;
        if (prefix != "text_model.") name.erase(0, prefix.size());
        break;
    }
    std::replace(name.begin(), name.end(), '.', '_');
    place.key = std::move(name);
    return place;
}

std::string foreignAdapterName(const std::string& tensor) {
    static constexpr std::pair<std::string_view, std::string_view> kInside[] = {
        {".oft_", "OFT"}, {".boft_", "BOFT"}, {".on_input", "IA3"}, {".a1.weight", "GLoRA"}};
    for (const auto& [mark, title] : kInside)
        if (tensor.find(mark) != std::string::npos) return std::string(title);
    const bool isDifference = tensor.ends_with(".diff") || tensor.ends_with(".diff_b");
    return isDifference ? "a full difference" : "";
}

bool isLoraFile(const TensorSource& file) {
    return std::any_of(file.names().begin(), file.names().end(), [](const std::string& name) {
        const auto parsed = parseLoraTensorName(name);
        return parsed && parsed->role != LoraRole::Alpha;
    });
}

}  // namespace segmoe
