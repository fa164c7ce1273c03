// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/golden_tensors.h"

#include <cmath>
#include <limits>

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include "core/weights/safetensors_file.h"
#include "tests/support/test_support.h"

namespace segmoe::test {
namespace {

std::filesystem::path componentPath(const std::string& layout, const std::string& component) {
    return goldenPath("models") / layout / component;
}

}  // namespace

GoldenTensors::GoldenTensors(const std::string& name) : m_source(SafetensorsFile::open(goldenPath(name))) {}

at::Tensor GoldenTensors::operator[](const std::string& name) const { return m_source->load(name).clone(); }

GoldenTensors tinyModules() { return GoldenTensors("models/expected/sd1_modules.safetensors"); }

double relativeRms(const at::Tensor& value, const at::Tensor& reference) {
    if (value.sizes() != reference.sizes()) return std::numeric_limits<double>::infinity();
    const at::Tensor wanted = reference.to(at::kDouble);
    const double error = (value.to(at::kDouble) - wanted).square().mean().item<double>();
    const double relative = std::sqrt(error / wanted.square().mean().item<double>());
    return std::isfinite(relative) ? relative : std::numeric_limits<double>::infinity();
}

TensorSourcePtr tinyWeights(const std::string& layout, const std::string& component) {
    const bool isText = component.starts_with("text_encoder");
    return SafetensorsFile::open(componentPath(layout, component) /
                                 (isText ? "model.safetensors" : "diffusion_pytorch_model.safetensors"));
}

nlohmann::json tinyConfig(const std::string& layout, const std::string& component) {
    return nlohmann::json::parse(readFile(componentPath(layout, component) / "config.json"));
}

}  // namespace segmoe::test
