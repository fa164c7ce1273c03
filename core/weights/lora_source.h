// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/weights/lora_file.h"
#include "core/weights/tensor_source.h"

namespace segmoe {

/// One LoRA to lay over a model.
struct LoraLayer {
    std::shared_ptr<const LoraFile> file;
    double strength = 1.0;
};

/// A model with LoRAs laid over it. Nothing is computed before a tensor is asked for: then, in fp32 and for all layers
/// at once, W plus what every layer adds to the model's own W (changeOfWeight), rounded to the stored type: the order
/// of layers does not matter. Other tensors pass through untouched.
class LoraSource final : public TensorSource {
public:
    struct Delta {
        std::shared_ptr<const LoraFile> file;
        LoraPart part;
        double strength = 1.0;
    };
    using Deltas = std::map<std::string, std::vector<Delta>, std::less<>>;

    /// `deltas` by the model's tensor names; shapes must fit (layLoras checks).
    LoraSource(TensorSourcePtr model, Deltas deltas);

    const std::vector<std::string>& names() const override { return m_model->names(); }
    std::optional<TensorInfo> find(std::string_view name) const override { return m_model->find(name); }
    at::Tensor load(std::string_view name) const override;
    std::optional<FileRange> fileRange(std::string_view name) const override;
    void release(std::string_view name) const override { m_model->release(name); }
    const std::map<std::string, std::string>& metadata() const override { return m_model->metadata(); }
    std::string describe() const override;

private:
    TensorSourcePtr m_model;
    Deltas m_deltas;
};

struct LoraOverlay {
    TensorSourcePtr source;             ///< the model itself when no part is meant for it
    std::vector<std::string> unplaced;  ///< "file: part" of this component that found no weight
};

/// Lays LoRAs over one network of a model with diffusers names; LDM-style part names are understood for the UNet. In a
/// mixture a part for "attn1.to_q" acts on "attn1.to_q.experts.e" of every expert e, and so for feed-forwards: the
/// result is the mixture of the models with that LoRA. Gates stay as they are.
/// Throws Error{LoraMismatch} when a file's parts for this network all find no weight, or one does not fit its weight:
/// the LoRA was made for another architecture.
LoraOverlay layLoras(const TensorSourcePtr& model, LoraComponent component, const std::vector<LoraLayer>& layers);

}  // namespace segmoe
