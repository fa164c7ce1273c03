// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/render_options.h"

#include <memory>

#include "core/base/error.h"

namespace segmoe::cli {

namespace {

WeightRule parseWeightRule(const std::string& name) {
    if (name == "plain") return WeightRule::Plain;
    return name == "empty" ? WeightRule::FromEmpty : WeightRule::KeepMean;
}

Toggle parseToggle(const std::string& name) {
    if (name == "on") return Toggle::On;
    return name == "off" ? Toggle::Off : Toggle::Auto;
}

/// Where the colon before the word stands: after the suffix of a file, or after the number of "civitai:128713".
std::size_t colonBeforeName(const std::string& text) {
    static const std::string kSuffix = ".safetensors:";
    static const std::string kScheme = "civitai:";
    if (text.starts_with(kScheme)) return text.find(':', kScheme.size());
    const std::size_t at = text.rfind(kSuffix);
    return at == std::string::npos ? at : at + kSuffix.size() - 1;
}

/// "file.safetensors" or "file.safetensors:word".
EmbeddingRef parseEmbedding(const std::string& text) {
    const std::size_t colon = colonBeforeName(text);
    EmbeddingRef embedding;
    embedding.source = text.substr(0, colon);
    if (colon != std::string::npos) embedding.name = text.substr(colon + 1);
    if (embedding.source.empty() || (colon != std::string::npos && embedding.name.empty()))
        throw Error(ErrorCode::UsageInvalid, "--embedding wants FILE or FILE:NAME, not '" + text + "'.");
    return embedding;
}

}  // namespace

std::vector<std::string> modelsOf(const RenderArguments& arguments) {
    const RenderRequest& request = arguments.request;
    std::vector<std::string> models = {request.model, request.vae, request.donor};
    for (const std::string& lora : arguments.loras) models.push_back(parseLora(lora).source);
    for (const std::string& embedding : arguments.embeddings) models.push_back(parseEmbedding(embedding).source);
    return models;
}

void addModelArgument(CLI::App& command, RenderArguments& arguments) {
    command
        .add_option("model", arguments.request.model,
                    "Model folder, .safetensors file, or a recipe .yaml (rendered without saving)")
        ->required()
        ->type_name("MODEL");
}

void addPictureOptions(CLI::App& command, RenderArguments& arguments) {
    RenderRequest& request = arguments.request;
    const std::string group = "Picture";
    command.add_option("--steps", request.steps, "Sampling steps; default: as the model recommends")
        ->check(inRange(1, 1000))
        ->group(group);
    command.add_option("--guidance", request.guidanceScale, "Guidance scale; default: as the model recommends")
        ->check(inRange(0.0, 100.0))
        ->group(group);
    command
        .add_option("--guidance-rescale", request.guidanceRescale, "Pulls the contrast of strong guidance back, 0 to 1")
        ->check(inRange(0.0, 1.0))
        ->group(group);
    command.add_option("--seed", request.seed, "Seed of the first picture, the next take seed + 1 …; default: random")
        ->group(group);
    command.add_option("--width", request.width, "Pixels, a multiple of 8; default: the model's own size")
        ->group(group);
    command.add_option("--height", request.height, "Pixels, a multiple of 8; default: the model's own size")
        ->group(group);
    command
        .add_option("--sampler", arguments.sampler,
                    "ddim, ddpm, euler, euler_a, heun, dpmpp_2m, dpmpp_2m_sde, dpmpp_sde, unipc, lms, pndm, lcm, tcd")
        ->check(oneOf(samplerNames()))
        ->group(group);
    command
        .add_option("--schedule", arguments.schedule,
                    "normal, karras, exponential, sgm_uniform, simple, trailing, beta")
        ->check(oneOf(scheduleNames()))
        ->group(group);
    command.add_option("--images", request.images, "Number of pictures")->check(inRange(1, 1000))->group(group);
    command.add_option("--variation-seed", request.variationSeed, "Second seed, blended into the start noise")
        ->group(group);
    command.add_option("--variation-strength", request.variationStrength, "Share of the second seed, 0 to 1")
        ->check(inRange(0.0, 1.0))
        ->group(group);
    command
        .add_option("--noise", arguments.noise,
                    "Where noise is drawn: cpu (a seed gives the same picture everywhere) or device")
        ->check(oneOf({"cpu", "device"}))
        ->group(group);
    command.add_option("--clip-skip", request.clipSkip, "Text layers left out at the end, 0 to 12")
        ->check(inRange(0, 12))
        ->group(group);
    command.add_option("--weights", arguments.weightRule, "How (word:1.2) acts: mean, plain, empty")
        ->check(oneOf({"mean", "plain", "empty"}))
        ->group(group);
    command
        .add_option("--lora", arguments.loras,
                    "LoRA for this render, may be repeated; in a mixture it acts on every expert")
        ->type_name("FILE[:STRENGTH]")
        ->expected(1)
        ->take_all()
        ->group(group);
    command
        .add_option("--embedding", arguments.embeddings,
                    "Textual inversion for the prompts, called by NAME or its file's name, may be repeated")
        ->type_name("FILE[:NAME]")
        ->expected(1)
        ->take_all()
        ->group(group);
    command
        .add_option("--embedding-folder", request.embeddingFolders,
                    "Folder of textual inversions: the prompts call NAME or embedding:NAME, may be repeated")
        ->type_name("DIR")
        ->check(CLI::ExistingDirectory)
        ->expected(1)
        ->take_all()
        ->group(group);
    command.add_option("--vae", request.vae, "VAE to use instead of the model's: a .safetensors file or a folder")
        ->type_name("FILE")
        ->group(group);
    command
        .add_option("--donor", request.donor,
                    "Model whose VAE or text encoder serves where a single file has none, which is then said")
        ->type_name("MODEL")
        ->group(group);
    command.add_flag("--compat", request.compat, "Reproduce the reference program's results")->group(group);
}

void addRoutingOptions(CLI::App& command, RenderArguments& arguments) {
    RoutingArguments& routing = arguments.routing;
    const std::string group = "Experts (E is a name, an index or a letter)";
    command.add_option("--top-k", routing.topK, "Experts used per decision; default: as in the mixture")
        ->check(inRange(1, 1024))
        ->group(group);
    command.add_option("--mute", routing.mute, "Never choose this expert, may be repeated")
        ->type_name("E")
        ->expected(1)
        ->take_all()
        ->group(group);
    command.add_option("--solo", routing.solo, "Choose only this expert")->type_name("E")->group(group);
    command.add_option("--pin", routing.pin, "Choose this expert at these sites: 'D1.*=B', '*.ff=2', 'all=A'")
        ->type_name("SITES=E")
        ->expected(1)
        ->take_all()
        ->group(group);
    command.add_option("--bias", routing.bias, "Raise or lower an expert's score, in units of the site's spread")
        ->type_name("E=X")
        ->expected(1)
        ->take_all()
        ->group(group);
    command.add_option("--select", routing.select, "Rows decided together: batch, image, half, sample")
        ->check(oneOf({"batch", "image", "half", "sample"}))
        ->group(group);
    command
        .add_option_function<std::string>(
            "--route", [](const std::string&) {}, "What decides: layer (each layer's own gate)")
        ->check(oneOf({"layer"}))
        ->group(group);
    command.add_option("--temperature", routing.temperature, "Softness of the weights between chosen experts")
        ->check(inRange(1e-6, 1e6))
        ->group(group);
    command.add_flag("--cond-only", routing.condOnly, "Decide from the prompt's half alone")->group(group);
}

void addMachineOptions(CLI::App& command, RenderArguments& arguments) {
    RenderRequest& request = arguments.request;
    const std::string group = "Machine";
    command.add_option("--device", request.device, "auto, cpu, cuda, cuda:0, …")->check(deviceName())->group(group);
    command.add_option("--dtype", arguments.dtype, "Compute in auto, fp32, bf16, fp16")
        ->check(oneOf({"auto", "fp32", "bf16", "fp16"}))
        ->group(group);
    command
        .add_option("--images-at-once", request.imagesAtOnce,
                    "Pictures of one UNet call; more than 1 share expert choices")
        ->check(inRange(1, 8))
        ->group(group);
    command.add_option("--tiles", arguments.tiles, "Decode in tiles: auto, on, off")
        ->check(oneOf({"auto", "on", "off"}))
        ->group(group);
    command
        .add_flag("--sequential-guidance", request.sequentialGuidance,
                  "Two passes per step instead of a batch of two: less memory")
        ->group(group);
    command
        .add_option("--expert-cache", arguments.expertCacheGigabytes,
                    "Limit of expert weights kept in memory, in GB; default: none")
        ->check(inRange(0.0, 1e6))
        ->group(group);
}

RenderRequest toRequest(const RenderArguments& arguments, RenderEngine& engine) {
    RenderRequest request = arguments.request;
    for (const std::string& text : arguments.loras) request.loras.push_back(parseLora(text));
    for (const std::string& text : arguments.embeddings) request.embeddings.push_back(parseEmbedding(text));
    std::optional<ModelSummary> read;
    const auto summary = [&]() -> const ModelSummary& {
        if (!read) read = engine.summarize(request);
        return *read;
    };
    request.sampler = arguments.sampler.empty() ? summary().recommendedSampler : *parseSampler(arguments.sampler);
    request.schedule = arguments.schedule.empty() && arguments.sampler.empty()
                           ? summary().recommendedSchedule
                           : parseSchedule(arguments.schedule).value_or(ScheduleKind::Normal);
    request.precision = parsePrecision(arguments.dtype).value_or(Precision::Auto);
    request.weightRule = parseWeightRule(arguments.weightRule);
    request.tiledDecode = parseToggle(arguments.tiles);
    request.expertCacheBytes = static_cast<std::int64_t>(arguments.expertCacheGigabytes * 1e9);
    request.start = startImageOf(arguments.start);
    request.noise = arguments.noise == "device" ? NoiseSource::Device : NoiseSource::Cpu;
    request.routing = parseRouting(arguments.routing, [&] { return summary().experts; });
    request.routing.compat = request.compat;
    request.validate();
    return request;
}

}  // namespace segmoe::cli
