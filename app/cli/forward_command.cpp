// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/arguments.h"
#include "app/cli/fetch_models.h"
#include "app/cli/session.h"
#include "core/engine/model_tools.h"

namespace segmoe::cli {

namespace {

struct ForwardArguments {
    ForwardRequest request;
    std::string component;
    std::string dtype = "fp32";
};

int runForward(Session& session, const ForwardArguments& arguments) {
    ForwardRequest request = arguments.request;
    request.component = *parseComponent(arguments.component);
    request.precision = parsePrecision(arguments.dtype).value_or(Precision::Fp32);
    fetchModels(session, {request.model});
    forwardComponent(request, session.cancel);
    session.console.document({{"output", request.output.string()}});
    session.console.line(request.output.string());
    return 0;
}

}  // namespace

void addForwardCommand(CLI::App& program, Action& action) {
    auto arguments = std::make_shared<ForwardArguments>();
    ForwardRequest& request = arguments->request;
    CLI::App* command =
        program.add_subcommand("forward", "Run one component on given tensors, for numerical comparison");
    command
        ->add_option("component", arguments->component,
                     "text_encoder, text_encoder_2, unet, vae_encoder or vae_decoder")
        ->required()
        ->check(oneOf({"text_encoder", "text_encoder_2", "unet", "vae_encoder", "vae_decoder"}))
        ->type_name("COMPONENT");
    command->add_option("model", request.model, "Model folder, .safetensors file, or a recipe .yaml")
        ->required()
        ->type_name("MODEL");
    command->add_option("input", request.input, "Tensors to start from")->required()->type_name("IN.safetensors");
    command->add_option("output", request.output, "Tensors to write")->required()->type_name("OUT.safetensors");
    command->add_option("--dtype", arguments->dtype, "Compute in auto, fp32 (default), bf16, fp16")
        ->check(oneOf({"auto", "fp32", "bf16", "fp16"}));
    command->add_option("--device", request.device, "auto, cpu (default), cuda, cuda:0, …")->check(deviceName());
    command->add_flag("--compat", request.compat, "Reproduce the reference program's routing arithmetic");
    command->add_option("--trace", request.traceFile, "Writes the routing of a mixture's UNet")->type_name("FILE");
    command->footer(
        "Tensors by component:\n"
        "  text_encoder(_2)  input_ids -> last_hidden_state, penultimate, pooled\n"
        "  unet              sample, timestep, encoder_hidden_states (SDXL: text_embeds, time_ids) -> sample\n"
        "  vae_encoder       image -> mean, logvar\n"
        "  vae_decoder       latents -> image\n"
        "Example:\n"
        "  segmoe forward unet my-mixture in.safetensors out.safetensors");
    command->callback(
        [arguments, &action] { action = [arguments](Session& session) { return runForward(session, *arguments); }; });
}

}  // namespace segmoe::cli
