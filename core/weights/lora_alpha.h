// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/weights/lora_names.h"
#include "core/weights/tensor_source.h"

namespace segmoe {

/// What PEFT's configuration says about alpha, as diffusers stores it in the metadata "lora_adapter_metadata": JSON
/// with the keys of peft.LoraConfig, each after "unet.", "text_encoder." or "text_encoder_2.", or without a prefix.
/// Files that say nothing scale by 1. Names in alpha_pattern are taken literally, as a module or the end of one.
class LoraAlphaRules {
public:
    /// Throws Error{ConfigInvalid} for metadata that is no JSON object.
    explicit LoraAlphaRules(const TensorSource& file);

    /// alpha / rank for a module by its name in the file.
    double scaleOf(LoraComponent component, const std::string& module, std::int64_t rank) const;

private:
    struct Rule {
        double alpha = 0.0;
        std::map<std::string, double> alphaOfModule;
        bool isRankStabilised = false;
    };
    std::map<LoraComponent, Rule> m_rules;
};

}  // namespace segmoe
