// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/lora_file.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/base/utf8.h"

namespace segmoe {

namespace {

enum class Role { Up, Down, Mid, Alpha };

struct Ending {
    std::string_view text;
    Role role;
};

// Longer spellings come before those they end with.
constexpr Ending kEndings[] = {
    {".lora_linear_layer.up.weight", Role::Up},
    {".lora_linear_layer.down.weight", Role::Down},
    {".lora_A.default.weight", Role::Down},
    {".lora_B.default.weight", Role::Up},
    {".lora_up.weight", Role::Up},
    {".lora_down.weight", Role::Down},
    {".lora_mid.weight", Role::Mid},
    {".lora_A.weight", Role::Down},
    {".lora_B.weight", Role::Up},
    {".lora.up.weight", Role::Up},
    {".lora.down.weight", Role::Down},
    {"_lora.up.weight", Role::Up},
    {"_lora.down.weight", Role::Down},
    {".alpha", Role::Alpha},
};

constexpr std::pair<std::string_view, std::string_view> kRelatives[] = {
    {".dora_scale", "DoRA"}, {".lora_magnitude_vector", "DoRA"},
    {".hada_w1", "LoHa"},    {".lokr_w", "LoKr"},
    {".oft_", "OFT"},        {".on_input", "IA3"},
    {".a1.weight", "GLoRA"}, {".diff", "a full difference"}};

constexpr std::pair<std::string_view, LoraComponent> kPrefixes[] = {{"lora_unet_", LoraComponent::Unet},
                                                                    {"lora_te1_", LoraComponent::TextEncoder},
                                                                    {"lora_te2_", LoraComponent::TextEncoder2},
                                                                    {"lora_te_", LoraComponent::TextEncoder},
                                                                    {"lycoris_", LoraComponent::Unet},
                                                                    {"unet.", LoraComponent::Unet},
                                                                    {"text_encoder_2.", LoraComponent::TextEncoder2},
                                                                    {"text_encoder.", LoraComponent::TextEncoder},
                                                                    {"diffusion_model.", LoraComponent::Unet},
                                                                    {"text_model.", LoraComponent::TextEncoder}};

void refuseRelatives(const TensorSource& source) {
    for (const std::string& name : source.names())
        for (const auto& [mark, title] : kRelatives)
            if (name.find(mark) != std::string::npos)
                throw Error(ErrorCode::FormatUnsupported,
                            quote(source.describe()) + " is not a plain LoRA but " + std::string(title) + " (tensor " +
                                quote(name) + "), which is not supported. Choose a LoRA or LoCon file.");
}

std::optional<std::pair<std::string, Role>> moduleAndRole(const std::string& name) {
    for (const Ending& ending : kEndings)
        if (name.size() > ending.text.size() && name.ends_with(ending.text))
            return std::pair(name.substr(0, name.size() - ending.text.size()), ending.role);
    return std::nullopt;
}

/// "attn1.processor.to_out" is the module "attn1.to_out.0": early diffusers kept LoRA layers in attention processors.
std::string withoutProcessor(std::string module) {
    static constexpr std::string_view kProcessor = ".processor.";
    const auto at = module.find(kProcessor);
    if (at == std::string::npos) return module;
    module.replace(at, kProcessor.size(), ".");
    if (module.ends_with(".to_out")) module += ".0";
    return module;
}

void place(LoraPart& part, const std::string& module) {
    std::string name = withoutProcessor(module);
    static constexpr std::string_view kPeft = "base_model.model.";
    if (name.starts_with(kPeft)) name.erase(0, kPeft.size());
    for (const auto& [prefix, component] : kPrefixes) {
        if (!name.starts_with(prefix)) continue;
        part.component = component;
        if (prefix != "text_model.") name.erase(0, prefix.size());
        break;
    }
    std::replace(name.begin(), name.end(), '.', '_');
    part.key = std::move(name);
}

double alphaOf(const TensorSource& source, const std::string& name) {
    const auto info = source.find(name);
    const double alpha =
        info && info->elements() == 1 ? source.load(name).to(at::kDouble).reshape({}).item<double>() : std::nan("");
    if (!std::isfinite(alpha))
        throw Error(ErrorCode::LoraMismatch, "The tensor " + quote(name) + " of " + quote(source.describe()) +
                                                 " is not a single finite number. Choose another file.");
    return alpha;
}

}  // namespace

LoraFile::LoraFile(TensorSourcePtr source) : m_source(std::move(source)) {
    refuseRelatives(*m_source);
    struct Found {
        LoraPart part;
        std::string alpha;
    };
    std::map<std::string, Found> modules;
    for (const std::string& name : m_source->names()) {
        const auto split = moduleAndRole(name);
        if (!split) {
            m_leftOver.push_back(name);
            continue;
        }
        Found& found = modules[split->first];
        std::string* const slots[] = {&found.part.up, &found.part.down, &found.part.mid, &found.alpha};
        *slots[static_cast<std::size_t>(split->second)] = name;
    }
    for (auto& [module, found] : modules) {
        LoraPart& part = found.part;
        if (part.up.empty() || part.down.empty())
            throw Error(ErrorCode::LoraMismatch, "The part " + quote(module) + " of " + quote(m_source->describe()) +
                                                     " lacks its " + (part.up.empty() ? "up" : "down") +
                                                     " tensor. The file is incomplete: download it again.");
        const TensorInfo down = m_source->find(part.down).value();
        if (down.shape.empty() || down.elements() < 1)
            throw Error(ErrorCode::LoraMismatch, "The tensor " + quote(part.down) + " of " +
                                                     quote(m_source->describe()) +
                                                     " has no rank. Choose another file.");
        part.label = module;
        if (!found.alpha.empty())
            part.alphaOverRank = alphaOf(*m_source, found.alpha) / static_cast<double>(down.shape[0]);
        place(part, module);
        m_parts.push_back(std::move(part));
    }
    if (m_parts.empty())
        throw Error(ErrorCode::LoraMismatch,
                    quote(m_source->describe()) +
                        " holds no LoRA: none of its tensors is named like one. Choose another file.");
}

}  // namespace segmoe
