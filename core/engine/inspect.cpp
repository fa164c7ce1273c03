// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/digest_cache.h"
#include "core/base/error.h"
#include "core/base/file_suffix.h"
#include "core/domain/hub_lookup.h"
#include "core/engine/app_paths.h"
#include "core/engine/model_facts.h"
#include "core/engine/model_search.h"
#include "core/engine/model_tools.h"
#include "core/images/generation_parameters.h"
#include "core/images/png_codec.h"
#include "core/moe/gate_report.h"
#include "core/moe/mixture_layout.h"
#include "core/moe/recipe_yaml.h"
#include "core/pipeline/generation_record.h"
#include "core/pipeline/model_files.h"
#include "core/pipeline/recipe_model.h"
#include "core/weights/lora_file.h"
#include "core/weights/safetensors_file.h"

namespace segmoe {

namespace {

using nlohmann::json;
using namespace pipeline;

/// The types that occur, the one with most bytes first.
std::string dtypeSummary(const TensorSource& source) {
    std::map<std::string, std::int64_t> bytes;
    for (const std::string& name : source.names())
        bytes[std::string(dtypeName(source.find(name)->dtype))] += source.find(name)->bytes();
    std::vector<std::pair<std::string, std::int64_t>> types(bytes.begin(), bytes.end());
    std::stable_sort(types.begin(), types.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string text;
    for (const auto& [name, size] : types) text += (text.empty() ? "" : ", ") + name;
    return text;
}

json componentReport(const std::string& name, const TensorSource& source) {
    std::int64_t parameters = 0;
    for (const std::string& tensor : source.names()) parameters += source.find(tensor)->elements();
    return {{"name", name},
            {"tensors", source.names().size()},
            {"parameters", parameters},
            {"dtype", dtypeSummary(source)},
            {"bytes", source.totalBytes()}};
}

json tensorList(const TensorSource& source, const std::string& component) {
    json list = json::array();
    for (const std::string& name : source.names()) {
        const TensorInfo info = *source.find(name);
        json entry = {{"name", name}, {"dtype", dtypeName(info.dtype)}, {"shape", info.shape}};
        if (!component.empty()) entry["component"] = component;
        list.push_back(std::move(entry));
    }
    return list;
}

json architectureReport(const Architecture& architecture) {
    return {{"name", architecture.name},
            {"family", familyName(architecture.family)},
            {"key", architectureKey(architecture)},
            {"input_channels", architecture.inChannels},
            {"cross_attention_dim", architecture.crossAttentionDim},
            {"native_size", architecture.nativeSize}};
}

json gateReport(const TensorSource& unet, int expertsPerToken) {
    json sites = json::array();
    const auto table = moe::RoutingTable::fromSource(unet, expertsPerToken);
    for (const moe::GateStatistics& gate : moe::gateStatistics(*table)) {
        json site = {{"site", gate.site}, {"max_cosine", gate.maxCosine}, {"norms", gate.norms}};
        site["condition_number"] = std::isfinite(gate.conditionNumber) ? json(gate.conditionNumber) : json("infinite");
        site["warning"] = gate.conditionNumber > moe::kConditionWarning ? "experts are hard to tell apart here" : "";
        sites.push_back(std::move(site));
    }
    return sites;
}

json recipeReport(const MixRecipe& recipe) {
    json report = {{"base_model", recipe.base},
                   {"moe_layers", moeLayersName(recipe.layers)},
                   {"num_experts", recipe.experts.size()}};
    report["num_experts_per_tok"] = recipe.expertsPerToken;
    report["gates"] = gateMethodName(recipe.gates);
    report["type"] = recipe.type.empty() ? json("inferred from the base") : json(recipe.type);
    json experts = json::array();
    for (const ExpertSpec& expert : recipe.experts) {
        json entry = {{"source_model", expert.source}, {"loras", expert.loras.size()}};
        entry["positive_prompt"] = moe::joinedPrompt(expert.positive);
        entry["negative_prompt"] = moe::joinedPrompt(expert.negative);
        if (!expert.alias.empty()) entry["name"] = expert.alias;
        experts.push_back(std::move(entry));
    }
    report["experts"] = std::move(experts);
    return report;
}

json modelReport(const ModelFiles& files, const InspectOptions& options) {
    json report = {{"kind", files.mixture                              ? "segmoe"
                            : files.ref.kind() == ModelRefKind::Folder ? "diffusers"
                                                                       : "single_file"}};
    report["name"] = files.name;
    report["architecture"] = architectureReport(files.architecture);
    report["bytes"] = files.weightBytes();
    report["prediction"] =
        files.scheduler.predictionType == samplers::PredictionType::VPrediction ? "v_prediction" : "epsilon";
    report["scheduler"] =
        files.scheduler.className.empty() ? json("none in the file") : json(files.scheduler.className);
    report["components"] = {componentReport("unet", *files.unet), componentReport("vae", *files.vae)};
    for (std::size_t i = 0; i < files.encoders.size(); ++i)
        report["components"].push_back(
            componentReport(i == 0 ? "text_encoder" : "text_encoder_2", *files.encoders[i].weights));
    if (files.mixture) {
        report["mixture"] = {{"num_experts", files.mixture->experts.size()},
                             {"num_experts_per_tok", files.mixture->expertsPerToken}};
        report["mixture"]["experts"] = files.mixture->experts;
        report["mixture"]["moe_layers"] = files.mixture->layers;
        report["mixture"]["sites"] =
            moe::RoutingTable::fromSource(*files.unet, files.mixture->expertsPerToken)->sites().size();
        if (files.mixture->recipe) report["recipe"] = recipeReport(*files.mixture->recipe);
        if (options.gates) report["gates"] = gateReport(*files.unet, files.mixture->expertsPerToken);
    }
    if (options.tensors) {
        report["tensors"] = tensorList(*files.unet, "unet");
        for (json& entry : tensorList(*files.vae, "vae")) report["tensors"].push_back(std::move(entry));
        for (const TextEncoderFiles& encoder : files.encoders)
            for (json& entry : tensorList(*encoder.weights, "text_encoder"))
                report["tensors"].push_back(std::move(entry));
    }
    if (!files.notices.empty()) report["notices"] = files.notices;
    return report;
}

json pictureReport(const std::filesystem::path& path) {
    const images::PngFile png = images::readPng(path);
    json report = {{"kind", "picture"}, {"width", png.picture.width}, {"height", png.picture.height}};
    json texts = json::array();
    for (const images::PngText& text : png.texts) texts.push_back(text.keyword);
    report["texts"] = texts;
    if (const auto* text = images::findPngText(png.texts, "parameters")) {
        const images::GenerationParameters parameters = images::readGenerationText(text->text, path.string());
        json settings = {{"prompt", parameters.prompt},
                         {"negative_prompt", parameters.negative},
                         {"sampler", parameters.sampler},
                         {"schedule", parameters.schedule}};
        if (parameters.steps) settings["steps"] = *parameters.steps;
        if (parameters.cfgScale) settings["guidance_scale"] = *parameters.cfgScale;
        if (parameters.seed) settings["seed"] = *parameters.seed;
        if (!parameters.model.empty()) settings["model"] = parameters.model;
        if (!parameters.segmoe.empty()) settings["segmoe"] = parameters.segmoe;
        report["settings"] = std::move(settings);
        report["parameters"] = text->text;
    }
    if (const auto* text = images::findPngText(png.texts, "segmoe")) {
        const json chunk = json::parse(text->text, nullptr, false);
        if (!chunk.is_discarded()) report["segmoe"] = chunk;
    }
    return report;
}

bool isTrace(const SafetensorsFile& file) { return file.contains("chosen") && file.metadata().contains("sites"); }

bool isLora(const SafetensorsFile& file) {
    return std::any_of(file.names().begin(), file.names().end(), [](const std::string& name) {
        return name.find("lora_") != std::string::npos || name.find("lora.") != std::string::npos;
    });
}

json digestReport(const FileDigests& digests) {
    json report = {{"sha256", digests.sha256}, {"auto_v2", autoV2(digests.sha256)}};
    if (!digests.data.empty()) report["auto_v3"] = autoV3(digests);
    return report;
}

/// Base, experts and LoRAs of a recipe, so that pictures rendered from it can name them all.
json recipeDigests(const std::filesystem::path& recipe, DigestCache& cache, const ProgressSink& progress,
                   const CancelToken& cancel) {
    static constexpr const char* kRoles[] = {"base", "expert", "lora", "embedding", "vae", "text_encoder"};
    json files = json::array();
    for (const UsedFile& used : openRecipeHeaders(recipe, programSearch(), false).usedFiles) {
        if (used.file.empty()) continue;
        json entry = digestReport(cache.compute(used.file, cancel, progress));
        entry["role"] = kRoles[static_cast<std::size_t>(used.role)];
        entry["name"] = used.name;
        entry["file"] = used.file.string();
        files.push_back(std::move(entry));
    }
    return files;
}

/// Digests that are known cost nothing and are always told; others only on request.
void addHashes(json& report, const std::filesystem::path& path, const InspectOptions& options,
               const ProgressSink& progress, const CancelToken& cancel) {
    DigestCache cache(digestFile());
    const bool isFolder = std::filesystem::is_directory(path);
    const std::filesystem::path file = isFolder ? identityFile(ModelRef::parse(path.string())) : path;
    if (lowerSuffix(file) == ".safetensors") {
        const auto digests = options.hashes ? cache.compute(file, cancel, progress) : cache.find(file);
        if (digests) report["hashes"] = digestReport(*digests);
        if (digests && isFolder) report["hashes"]["file"] = file.string();
    } else if (options.hashes) {
        report["hashes"] = digestReport(fileDigests(file, cancel, progress));
        if (report["kind"] == "recipe") report["files"] = recipeDigests(path, cache, progress, cancel);
    }
}

json tensorFileReport(const std::filesystem::path& path, const InspectOptions& options) {
    const auto file = SafetensorsFile::open(path);
    json report;
    if (isTrace(*file)) {
        report = summarizeTrace(readTrace(path));
        report["kind"] = "trace";
    } else if (isLora(*file)) {
        report = {{"kind", "lora"},
                  {"parts", LoraFile(file).parts().size()},
                  {"bytes", file->totalBytes()},
                  {"dtype", dtypeSummary(*file)}};
    } else if (isEmbeddingFile(*file)) {
        const EmbeddingFile embedding(file);
        report = {{"kind", "embedding"},
                  {"vectors", embedding.size()},
                  {"text_encoders", embedding.encoders()},
                  {"name", embedding.ownName().empty() ? path.stem().string() : embedding.ownName()}};
    } else {
        try {
            return modelReport(openModelFiles(ModelRef::parse(path.string()), programSearch()), options);
        } catch (const Error& error) {
            // A part of a model, or a checkpoint this program cannot render: its tensors can be looked at all the same.
            report = {{"kind", "tensors"},
                      {"components", {componentReport(path.filename().string(), *file)}},
                      {"notices", {error.what()}}};
        }
    }
    if (!file->metadata().empty()) report["metadata"] = file->metadata();
    if (options.tensors) report["tensors"] = tensorList(*file, "");
    return report;
}

/// A file or folder of this disk, also one that a hub reference has brought.
std::filesystem::path placeOf(const std::filesystem::path& named) {
    std::error_code ignored;
    if (std::filesystem::exists(named, ignored)) return named;
    if (!looksLikeHubReference(named.string()))
        throw Error(ErrorCode::FileMissing, "There is nothing at '" + named.string() + "'. Check the path.");
    if (const auto place = lookUpHub(named.string())) return *place;
    throw Error(ErrorCode::OfflineMissing,
                "'" + named.string() + "' is not on this computer, or not whole. Fetch it first: segmoe download " +
                    named.string());
}

}  // namespace

json inspect(const std::filesystem::path& named, const InspectOptions& options, const ProgressSink& progress,
             const CancelToken& cancel) {
    std::error_code ignored;
    const std::filesystem::path path = placeOf(named);
    const std::string suffix = lowerSuffix(path);
    json report;
    if (std::filesystem::is_directory(path, ignored)) {
        report = modelReport(openModelFiles(ModelRef::parse(path.string()), programSearch()), options);
    } else if (suffix == ".png") {
        report = pictureReport(path);
    } else if (suffix == ".yaml" || suffix == ".yml") {
        std::vector<std::string> notices;
        report = recipeReport(moe::readRecipe(path, &notices));
        report["kind"] = "recipe";
        if (!notices.empty()) report["notices"] = notices;
    } else {
        (void)ModelRef::parse(path.string());  // refuses pickles and unknown formats with their own sentence
        report = tensorFileReport(path, options);
    }
    report["path"] = path.string();
    if (suffix != ".png" && report["kind"] != "recipe" && report["kind"] != "trace")
        if (const std::string license = readModelFacts(path).license; !license.empty()) report["license"] = license;
    addHashes(report, path, options, progress, cancel);
    return report;
}

}  // namespace segmoe
