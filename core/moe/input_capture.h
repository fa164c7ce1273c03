// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>

#include <ATen/core/Tensor.h>

#include "core/nn/token_layer.h"

namespace segmoe::moe {

/// Mean over tokens of what the layers of a plain UNet get as input. Written while a network runs; one thread.
struct InputCapture {
    bool isArmed = false;  ///< records only while set
    std::map<std::string, at::Tensor>
        means;  ///< "<block>.attn1", "<block>.attn2.to_q", "<block>.ff" → fp32 [C] on the CPU
};

/// Makes the plain layers of a UNet, each behind one that notes the token mean of the last row of its input (with
/// guidance the positive half) in a capture. The cross-attention's context is not noted: it is known without a network.
class CapturingLayerFactory final : public nn::TokenLayerFactory {
public:
    explicit CapturingLayerFactory(std::shared_ptr<InputCapture> capture) : m_capture(std::move(capture)) {}

    nn::TokenLayerPtr selfQkv(const WeightScope& block, const nn::BlockPlace& place, std::int64_t channels) override;
    nn::TokenLayerPtr crossQuery(const WeightScope& block, const nn::BlockPlace& place, std::int64_t channels) override;
    nn::TokenLayerPtr feedForward(const WeightScope& block, const nn::BlockPlace& place,
                                  std::int64_t channels) override;

private:
    std::shared_ptr<InputCapture> m_capture;
};

}  // namespace segmoe::moe
