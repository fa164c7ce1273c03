// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/lora_alpha.h"

#include <cmath>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/base/utf8.h"

namespace segmoe {

namespace {

constexpr const char* kMetadataKey = "lora_adapter_metadata";

constexpr std::pair<LoraComponent, const char*> kDottedPrefixes[] = {{LoraComponent::Unet, "unet."},
                                                                     {LoraComponent::TextEncoder, "text_encoder."},
                                                                     {LoraComponent::TextEncoder2, "text_encoder_2."}};

/// The value under the component's prefix; for the UNet, whose adapter may be saved alone, also without one.
const nlohmann::json* valueOf(const nlohmann::json& config, LoraComponent component, const std::string& prefix,
                              const std::string& key) {
    auto found = config.find(prefix + key);
    if (found == config.end() && component == LoraComponent::Unet) found = config.find(key);
    return found == config.end() ? nullptr : &*found;
}

}  // namespace

LoraAlphaRules::LoraAlphaRules(const TensorSource& file) {
    const auto stored = file.metadata().find(kMetadataKey);
    if (stored == file.metadata().end()) return;
    const std::string where = file.describe() + ", metadata '" + kMetadataKey + "'";
    const nlohmann::json config = parseJson(stored->second, where);
    if (!config.is_object())
        throw Error(ErrorCode::ConfigInvalid, where + " must hold one JSON object. Choose another file.");
    for (const auto& [component, prefix] : kDottedPrefixes) {
        const nlohmann::json* alpha = valueOf(config, component, prefix, "lora_alpha");
        if (!alpha || !alpha->is_number() || !std::isfinite(alpha->get<double>())) continue;
        Rule& rule = m_rules[component];
        rule.alpha = alpha->get<double>();
        const nlohmann::json* stabilised = valueOf(config, component, prefix, "use_rslora");
        rule.isRankStabilised = stabilised && stabilised->is_boolean() && stabilised->get<bool>();
        const nlohmann::json* pattern = valueOf(config, component, prefix, "alpha_pattern");
        if (!pattern || !pattern->is_object()) continue;
        for (const auto& [module, value] : pattern->items())
            if (value.is_number() && !module.empty()) rule.alphaOfModule.emplace(module, value.get<double>());
    }
}

double LoraAlphaRules::scaleOf(LoraComponent component, const std::string& module, std::int64_t rank) const {
    const auto found = m_rules.find(component);
    if (found == m_rules.end()) return 1.0;
    const Rule& rule = found->second;
    double alpha = rule.alpha;
    for (const auto& [name, own] : rule.alphaOfModule)
        if (module == name || module.ends_with("." + name)) alpha = own;
    const auto size = static_cast<double>(rank);
    return alpha / (rule.isRankStabilised ? std::sqrt(size) : size);
}

}  // namespace segmoe
