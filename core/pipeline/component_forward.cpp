// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/component_forward.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "core/base/error.h"
#include "core/models/clip_text_model.h"
#include "core/models/unet.h"
#include "core/models/vae.h"
#include "core/moe/routing_run.h"
#include "core/pipeline/loaded_model.h"

namespace segmoe::pipeline {

namespace {

at::Tensor input(const TensorSource& inputs, const std::string& name, std::int64_t dimensions,
                 const Placement& placement) {
    if (!inputs.contains(name))
        throw Error(ErrorCode::TensorMissing,
                    inputs.describe() + " has no tensor '" + name + "', which this component needs.");
    const at::Tensor tensor = inputs.load(name);
    if (tensor.dim() != dimensions)
        throw Error(ErrorCode::TensorShapeMismatch, "'" + name + "' in " + inputs.describe() + " must have " +
                                                        std::to_string(dimensions) + " dimensions, not " +
                                                        std::to_string(tensor.dim()) + ".");
    return tensor.to(placement.device);
}

at::Tensor output(const at::Tensor& tensor) { return tensor.to(at::kCPU, at::kFloat).contiguous(); }

at::Tensor sameRows(const at::Tensor& tensor, std::int64_t rows) {
    return tensor.size(0) == 1 ? tensor.expand({rows, -1}) : tensor;
}

}  // namespace

MemorySource::Tensors forwardTextEncoder(const ModelFiles& files, std::size_t index, const TensorSource& inputs,
                                         const Placement& placement, const CancelToken& cancel) {
    const c10::InferenceMode noGradients;
    if (index >= files.encoders.size())
        throw Error(ErrorCode::ComponentMissing,
                    "'" + files.name + "' has no second text encoder; only SDXL models have one.");
    const TextEncoderFiles& encoder = files.encoders[index];
    ClipTextConfig config = parseClipTextConfig(encoder.config, files.name + ", text encoder");
    config.withProjection = encoder.weights->contains("text_projection.weight");
    const auto model = ClipTextModel::load(config, encoder.weights, placement, cancel);
    const ClipTextStates states = model->forward(input(inputs, "input_ids", 2, placement).to(at::kLong),
                                                 encoder.requireTokenizer(files.name)->eosId(), cancel);
    return {{"last_hidden_state", output(states.last)},
            {"penultimate", output(states.penultimate())},
            {"pooled", output(states.projected.defined() ? states.projected : states.pooled)}};
}

MemorySource::Tensors forwardUnet(const ModelFiles& files, const TensorSource& inputs, const Placement& placement,
                                  bool compat, RoutingTrace* trace, const CancelToken& cancel) {
    const c10::InferenceMode noGradients;
    LoadedModel model(files, placement, 0);
    const Unet& unet = model.unet(cancel, {});
    UnetInput unetInput;
    unetInput.sample = input(inputs, "sample", 4, placement);
    const at::Tensor timesteps = input(inputs, "timestep", 1, placement).to(at::kCPU, at::kDouble);
    unetInput.timestep = timesteps.numel() > 0 ? timesteps[0].item<double>() : 0.0;
    if (timesteps.numel() == 0 || !(timesteps == unetInput.timestep).all().item<bool>())
        throw Error(ErrorCode::RequestInvalid,
                    "'timestep' in " + inputs.describe() + " must hold one value, the same for all rows.");
    unetInput.context = input(inputs, "encoder_hidden_states", 3, placement);
    const std::int64_t rows = unetInput.sample.size(0);
    if (unet.config().textTime) {
        unetInput.pooled = sameRows(input(inputs, "text_embeds", 2, placement), rows);
        unetInput.timeIds = sameRows(input(inputs, "time_ids", 2, placement), rows);
    }
    nn::RunContext run;
    run.cancel = cancel;
    std::optional<moe::RoutingRun> routing;
    if (model.routingTable()) {
        RoutingPolicy policy;
        policy.compat = compat;
        routing.emplace(model.routingTable(), policy, 1, files.mixture->experts);
        routing->beginStep(0, static_cast<float>(unetInput.timestep));
        run.routing = &*routing;
    }
    MemorySource::Tensors result = {{"sample", output(unet.forward(unetInput, run))}};
    if (routing) {
        routing->endStep();
        if (trace) *trace = routing->trace();
    }
    return result;
}

MemorySource::Tensors forwardVaeDecoder(const ModelFiles& files, const TensorSource& inputs, const Placement& placement,
                                        const CancelToken& cancel) {
    const c10::InferenceMode noGradients;
    LoadedModel model(files, placement, 0);
    return {{"image", output(model.vae(cancel, {}).decode(input(inputs, "latents", 4, placement), cancel))}};
}

MemorySource::Tensors forwardVaeEncoder(const ModelFiles& files, const TensorSource& inputs, const Placement& placement,
                                        const CancelToken& cancel) {
    const c10::InferenceMode noGradients;
    LoadedModel model(files, placement, 0);
    const Vae::Posterior posterior = model.vae(cancel, {}).encode(input(inputs, "image", 4, placement), cancel);
    return {{"mean", output(posterior.mean)}, {"logvar", output(posterior.logVariance)}};
}

}  // namespace segmoe::pipeline
