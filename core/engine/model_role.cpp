// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_role.h"

#include <algorithm>

#include "core/weights/embedding_file.h"
#include "core/weights/lora_names.h"

namespace segmoe {

namespace {

constexpr std::int64_t kWidestContext = 1 << 14;

bool anyName(const TensorSource& file, std::initializer_list<std::string_view> parts) {
    return std::ranges::any_of(file.names(), [&](const std::string& name) {
        return std::ranges::any_of(parts, [&](std::string_view part) { return name.find(part) != std::string::npos; });
    });
}

bool anyPrefix(const TensorSource& file, std::initializer_list<std::string_view> prefixes) {
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) {
        const auto first = std::ranges::lower_bound(file.names(), prefix);
        return first != file.names().end() && first->starts_with(prefix);
    });
}

bool isUnet(const TensorSource& file) {
    return anyPrefix(file, {"model.diffusion_model."}) || file.contains("input_blocks.0.0.weight") ||
           (file.contains("conv_in.weight") && anyPrefix(file, {"down_blocks.0."}) &&
            anyPrefix(file, {"time_embedding."}));
}

Architecture familyOfContext(std::int64_t width) {
    switch (width) {
        case 768: return {ModelFamily::Sd1, "SD1.x", 4, 768, 512, false, 0};
        case 1024: return {ModelFamily::Sd2, "SD2.x", 4, 1024, 512, false, 0};
        case 2048: return {ModelFamily::Sdxl, "SDXL", 4, 2048, 1024, false, 0};
        default: return {ModelFamily::Custom, "", 4, static_cast<int>(width), 512, false, 0};
    }
}

}  // namespace

ModelRole roleOf(const TensorSource& file) {
    if (isLoraFile(file)) return ModelRole::Lora;
    if (anyPrefix(file, {"control_model."}) || anyName(file, {"controlnet_cond_embedding", "input_hint_block"}))
        return ModelRole::ControlNet;
    if (isUnet(file)) return ModelRole::Checkpoint;
    if (isEmbeddingFile(file)) return ModelRole::Embedding;
    if (anyName(file, {"encoder.conv_in.weight", "decoder.conv_in.weight"})) return ModelRole::Vae;
    if (anyName(file, {"token_embedding.weight"})) return ModelRole::TextEncoder;
    if (anyName(file, {".rdb1.", ".RDB1.", "body.0.rdb", "upsampler.", "layers.0.residual_group."}))
        return ModelRole::Upscaler;
    return ModelRole::Other;
}

Architecture loraArchitecture(const TensorSource& file) {
    std::int64_t ofFactors = 1;  // a LoKr's width is the product of its factors'
    std::string factorsModule;
    for (const std::string& name : file.names()) {
        const bool isText = name.find("attn2") != std::string::npos &&
                            (name.find("to_k") != std::string::npos || name.find("to_v") != std::string::npos);
        const auto parsed = isText ? parseLoraTensorName(name) : std::nullopt;
        const auto info = parsed ? file.find(name) : std::nullopt;
        if (!info || info->shape.size() < 2) continue;
        const std::int64_t width = info->shape[1];
        if (parsed->role == LoraRole::Down || parsed->role == LoraRole::HadamardB1) return familyOfContext(width);
        const bool isFirst = parsed->role == LoraRole::KroneckerW1 || parsed->role == LoraRole::KroneckerB1;
        const bool isSecond = parsed->role == LoraRole::KroneckerW2 || parsed->role == LoraRole::KroneckerB2;
        if (isFirst) {
            factorsModule = parsed->module;
            ofFactors = width;
        } else if (isSecond && parsed->module == factorsModule && width < kWidestContext) {
            return familyOfContext(std::min(ofFactors, kWidestContext) * width);
        }
    }
    return familyOfContext(0);
}

}  // namespace segmoe
