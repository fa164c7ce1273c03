// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include <ATen/core/Tensor.h>
#include <nlohmann/json_fwd.hpp>

#include "core/weights/tensor_source.h"

namespace segmoe::test {

/// A recorded set of tensors: golden/data/NAME.
class GoldenTensors {
public:
    explicit GoldenTensors(const std::string& name);
    /// A copy in memory; throws when the name is unknown.
    at::Tensor operator[](const std::string& name) const;
    bool has(const std::string& name) const { return m_source->contains(name); }

private:
    TensorSourcePtr m_source;
};

/// Inputs and outputs of single modules of the tiny SD 1 UNet: "MODULE.in0"…, "MODULE.out".
GoldenTensors tinyModules();
/// One of its transformer blocks: 8 channels, 2 heads.
inline const std::string kTinyBlock = "down_blocks.1.attentions.0.transformer_blocks.0";

/// sqrt(mean((value − reference)²) / mean(reference²)) in fp64; infinity when the shapes differ or a value is not
/// finite.
double relativeRms(const at::Tensor& value, const at::Tensor& reference);

/// golden/data/models/LAYOUT/COMPONENT: the tensors and the config of a tiny network.
TensorSourcePtr tinyWeights(const std::string& layout, const std::string& component);
nlohmann::json tinyConfig(const std::string& layout, const std::string& component);

}  // namespace segmoe::test
