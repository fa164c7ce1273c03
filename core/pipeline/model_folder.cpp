// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/model_folder.h"

#include <iterator>

#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/moe/mixture_layout.h"
#include "core/moe/recipe_config.h"
#include "core/pipeline/mixture_facts.h"
#include "core/weights/open_weights.h"

namespace segmoe::pipeline {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// "[library, class]" of a component; absent when the key is missing or [null, null].
bool hasComponent(const json& index, const std::string& name) {
    const auto found = index.find(name);
    return found != index.end() && found->is_array() && found->size() == 2 && (*found)[1].is_string();
}

void requireSupported(const json& index, const fs::path& file) {
    const std::string className = index.is_object() && index.contains("_class_name") && index["_class_name"].is_string()
                                      ? index["_class_name"].get<std::string>()
                                      : std::string();
    static constexpr std::string_view kKnown[] = {"StableDiffusionPipeline", "StableDiffusionXLPipeline",
                                                  "SegMoEPipeline"};
    for (const std::string_view known : kKnown)
        if (className == known) return;
    throw Error(
        ErrorCode::ArchitectureUnknown,
        "'" + className + "' in " + file.string() +
            " is not a pipeline this program knows; it renders StableDiffusionPipeline and StableDiffusionXLPipeline.");
}

json readConfig(const fs::path& folder, const std::string& component, const char* name = "config.json") {
    const fs::path file = folder / component / name;
    std::error_code ignored;
    if (!fs::exists(file, ignored))
        throw Error(ErrorCode::ComponentMissing, "The model folder " + folder.string() + " has no " + component + "/" +
                                                     name + ". Fetch the whole model again.");
    json config = readJsonFile(file);
    if (!config.is_object()) throw Error(ErrorCode::ConfigInvalid, file.string() + " must hold one JSON object.");
    return config;
}

TextEncoderFiles openEncoder(const fs::path& folder, const std::string& suffix) {
    TextEncoderFiles encoder;
    encoder.config = readConfig(folder, "text_encoder" + suffix);
    encoder.weights = openWeights(folder / ("text_encoder" + suffix), "model");
    encoder.tokenizerFolder = folder / ("tokenizer" + suffix);
    encoder.tokenizer = std::make_shared<const ClipTokenizer>(ClipTokenizer::fromFolder(encoder.tokenizerFolder));
    return encoder;
}

}  // namespace

ModelFiles openModelFolder(const fs::path& folder) {
    const fs::path indexFile = folder / "model_index.json";
    std::error_code ignored;
    if (!fs::exists(indexFile, ignored))
        throw Error(ErrorCode::FormatUnsupported, "The folder " + folder.string() +
                                                      " has no model_index.json, so it is not a diffusers model. Name "
                                                      "the model's own folder or a .safetensors file.");
    const json index = readJsonFile(indexFile);
    requireSupported(index, indexFile);

    ModelFiles files;
    files.name = folder.filename().string();
    files.unetDocument = readConfig(folder, "unet");
    files.unet = openWeights(folder / "unet", "diffusion_pytorch_model");
    files.unetConfig = parseUnetConfig(files.unetDocument, (folder / "unet" / "config.json").string());
    files.vaeDocument = readConfig(folder, "vae");
    files.vae = openWeights(folder / "vae", "diffusion_pytorch_model");
    files.encoders.push_back(openEncoder(folder, ""));
    if (hasComponent(index, "text_encoder_2")) files.encoders.push_back(openEncoder(folder, "_2"));

    files.architecture = architectureOf(files.unetConfig);
    files.scheduler =
        samplers::SchedulerConfig::read(folder / "scheduler" / "scheduler_config.json", files.architecture.family);
    files.schedulerDocument = files.scheduler.document;
    if (const auto zeros = index.find("force_zeros_for_empty_prompt"); zeros != index.end() && zeros->is_boolean())
        files.zerosForEmptyPrompt = zeros->get<bool>();
    addMixtureFacts(files);
    return files;
}

}  // namespace segmoe::pipeline
