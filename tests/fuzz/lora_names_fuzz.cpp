// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <ATen/ATen.h>

#include "core/weights/lora_source.h"
#include "core/weights/memory_source.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

namespace {

/// Weights of every kind that a LoRA may act on.
const TensorSourcePtr& model() {
    static const TensorSourcePtr source = std::make_shared<MemorySource>(
        MemorySource::Tensors{
            {"conv_in.weight", at::ones({4, 6, 3, 3})},
            {"down_blocks.1.attentions.0.proj_in.weight", at::ones({6, 6, 1, 1})},
            {"down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_q.weight", at::ones({6, 8})},
            {"down_blocks.1.attentions.0.transformer_blocks.0.ff.experts.0.net.2.weight", at::ones({6, 8})},
            {"text_model.encoder.layers.0.self_attn.q_proj.weight", at::ones({6, 4})}},
        "model");
    return source;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::run([&] {
        const auto described = std::make_shared<fuzz::DescribedSource>(fuzz::asText(data, size));
        const auto file = std::make_shared<const LoraFile>(described);
        for (const LoraComponent component : {LoraComponent::Unet, LoraComponent::TextEncoder})
            fuzz::run([&] {
                const LoraOverlay overlay = layLoras(model(), component, {{file, 0.5}});
                for (const std::string& name : overlay.source->names())
                    fuzz::require(overlay.source->load(name).sizes() == model()->load(name).sizes(),
                                  "a changed weight keeps its shape");
            });
    });
    return 0;
}
