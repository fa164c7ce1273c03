// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/model_folder.h"

#include "core/base/config_text.h"
#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/domain/model_name.h"
#include "core/moe/mixture_layout.h"
#include "core/moe/recipe_config.h"
#include "core/pipeline/mixture_facts.h"
#include "core/pipeline/model_index.h"
#include "core/weights/open_weights.h"

namespace segmoe::pipeline {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

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
    const ModelIndex index = parseModelIndex(readConfigText(indexFile), indexFile.string());

    ModelFiles files;
    files.name = modelNameOf(folder, true);
    files.unetDocument = readConfig(folder, "unet");
    files.unet = openWeights(folder / "unet", "diffusion_pytorch_model");
    files.unetConfig = parseUnetConfig(files.unetDocument, (folder / "unet" / "config.json").string());
    files.vaeDocument = readConfig(folder, "vae");
    files.vae = openWeights(folder / "vae", "diffusion_pytorch_model");
    files.encoders.push_back(openEncoder(folder, ""));
    if (index.hasSecondEncoder) files.encoders.push_back(openEncoder(folder, "_2"));

    files.architecture = architectureOf(files.unetConfig);
    files.scheduler =
        samplers::SchedulerConfig::read(folder / "scheduler" / "scheduler_config.json", files.architecture.family);
    files.schedulerDocument = files.scheduler.document;
    files.zerosForEmptyPrompt = index.zerosForEmptyPrompt.value_or(files.zerosForEmptyPrompt);
    addMixtureFacts(files);
    return files;
}

}  // namespace segmoe::pipeline
