// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/input_capture.h"

#include <utility>

#include <ATen/ATen.h>

namespace segmoe::moe {

namespace {

class CapturingLayer final : public nn::TokenLayer {
public:
    CapturingLayer(nn::TokenLayerPtr layer, std::string name, std::shared_ptr<InputCapture> capture)
        : m_layer(std::move(layer)), m_name(std::move(name)), m_capture(std::move(capture)) {}

    std::vector<at::Tensor> forward(const at::Tensor& x, nn::RunContext& run) const override {
        if (m_capture->isArmed)
            m_capture->means[m_name] = x.select(0, -1).mean(at::IntArrayRef{0}, false, at::kFloat).to(at::kCPU);
        return m_layer->forward(x, run);
    }

private:
    nn::TokenLayerPtr m_layer;
    std::string m_name;
    std::shared_ptr<InputCapture> m_capture;
};

}  // namespace

nn::TokenLayerPtr CapturingLayerFactory::selfQkv(const WeightScope& block, const nn::BlockPlace& place,
                                                 std::int64_t channels) {
    return std::make_unique<CapturingLayer>(TokenLayerFactory::selfQkv(block, place, channels), block.fullName("attn1"),
                                            m_capture);
}

nn::TokenLayerPtr CapturingLayerFactory::crossQuery(const WeightScope& block, const nn::BlockPlace& place,
                                                    std::int64_t channels) {
    return std::make_unique<CapturingLayer>(TokenLayerFactory::crossQuery(block, place, channels),
                                            block.fullName("attn2.to_q"), m_capture);
}

nn::TokenLayerPtr CapturingLayerFactory::feedForward(const WeightScope& block, const nn::BlockPlace& place,
                                                     std::int64_t channels) {
    return std::make_unique<CapturingLayer>(TokenLayerFactory::feedForward(block, place, channels),
                                            block.fullName("ff"), m_capture);
}

}  // namespace segmoe::moe
