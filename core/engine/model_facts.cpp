// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_facts.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "core/base/ascii.h"
#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/base/utf8.h"
#include "core/domain/model_name.h"
#include "core/domain/model_ref.h"
#include "core/engine/card_license.h"
#include "core/engine/model_role.h"
#include "core/hub/civitai_folder.h"
#include "core/models/unet_config.h"
#include "core/moe/mixture_layout.h"
#include "core/samplers/scheduler_config.h"
#include "core/weights/lora_file.h"
#include "core/weights/lora_source.h"
#include "core/weights/open_weights.h"
#include "core/weights/prediction_marks.h"
#include "core/weights/safetensors_file.h"
#include "core/weights/single_file.h"

namespace segmoe {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxTextBytes = 400;

std::string friendlyType(DType type) {
    switch (type) {
        case DType::F16: return "fp16";
        case DType::BF16: return "bf16";
        case DType::F32: return "fp32";
        default: return std::string(dtypeName(type));
    }
}

void countBytes(const TensorSource& source, std::map<std::string, std::int64_t>& bytes) {
    for (const std::string& name : source.names())
        if (const auto info = source.find(name)) bytes[friendlyType(info->dtype)] += info->bytes();
}

void setSizes(ModelFacts& facts, const std::map<std::string, std::int64_t>& bytes) {
    std::int64_t most = -1;
    for (const auto& [type, size] : bytes) {
        facts.bytes += size;
        if (size > most) facts.dtype = type;
        most = std::max(most, size);
    }
}

/// Short, valid text.
bool isShown(const std::string& text) {
    return !text.empty() && text.size() <= kMaxTextBytes && !firstInvalidUtf8(text);
}

/// A value of the metadata that may be shown.
std::string shownText(const std::map<std::string, std::string>& metadata, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
        if (const auto found = metadata.find(key); found != metadata.end() && isShown(found->second))
            return found->second;
    return {};
}

void readMetadata(ModelFacts& facts, const std::map<std::string, std::string>& metadata) {
    facts.title = shownText(metadata, {"modelspec.title", "ss_output_name"});
    facts.author = shownText(metadata, {"modelspec.author"});
    facts.license = shownText(metadata, {"modelspec.license"});
    facts.origin = shownText(metadata, {"modelspec.source", "modelspec.implementation"});
    facts.trigger = shownText(metadata, {"modelspec.trigger_phrase"});
}

/// What the site said of a file that was fetched from it. Its terms are those under which the file was given.
void readNote(ModelFacts& facts) {
    const auto note = hub::fetchedFile(facts.path);
    if (!note) return;
    if (note->licence.isSaid) facts.license = hubTermsText(hub::termsOf(note->licence));
    const std::string title = note->version.empty() ? note->model : note->model + " " + note->version;
    if (facts.title.empty() && isShown(title)) facts.title = title;
    std::string trigger;
    for (const std::string& word : note->triggerWords) trigger += (trigger.empty() ? "" : ", ") + word;
    if (facts.trigger.empty() && isShown(trigger)) facts.trigger = trigger;
    hub::ModelLink link;
    link.site = hub::Site::CivitAi;
    link.modelId = note->modelId;
    link.versionId = note->versionId;
    if (facts.origin.empty() && note->versionId > 0) facts.origin = link.page();
}

bool speaksOfFewSteps(std::string text) {
    text = asciiLower(std::move(text));
    for (const char* word : {"turbo", "lightning", "lcm", "hyper-sd", "hypersd", "schnell"})
        if (text.find(word) != std::string::npos) return true;
    return false;
}

/// Names and shapes of the whole UNet: what mixing compares.
std::string structureOf(const TensorSource& unet) {
    std::string text;
    for (const std::string& name : unet.names()) {
        text += name;
        const auto info = unet.find(name);
        if (!info) continue;
        for (const std::int64_t size : info->shape) text += "," + std::to_string(size);
        text += ";";
    }
    return std::to_string(std::hash<std::string>{}(text));
}

void readUnet(ModelFacts& facts, const TensorSource& unet) {
    facts.architecture = detectArchitecture(unet);
    facts.role = facts.architecture.isMixture ? ModelRole::Mixture : ModelRole::Checkpoint;
    if (facts.role == ModelRole::Mixture) return;
    const moe::MixtureLayout layout = moe::planMixture(unet, MoeLayers::All, 2, 1);
    for (const moe::MixedModule& module : layout.modules) {
        const std::string label = moe::placeLabel(module.place);
        if (facts.blocks.empty() || facts.blocks.back() != label) {
            facts.blocks.push_back(label);
            facts.attentionBytes.push_back(0);
            facts.feedForwardBytes.push_back(0);
        }
        auto& bytes = module.kind == SiteKind::FeedForward ? facts.feedForwardBytes : facts.attentionBytes;
        for (const std::string& suffix : module.suffixes())
            if (const auto info = unet.find(module.name + "." + suffix)) bytes.back() += info->bytes();
    }
    facts.structure = structureOf(unet);
}

void readFile(ModelFacts& facts) {
    (void)ModelRef::parse(facts.path.string());  // pickles and foreign suffixes, with their own sentence
    const auto file = SafetensorsFile::open(facts.path);
    std::map<std::string, std::int64_t> bytes;
    countBytes(*file, bytes);
    setSizes(facts, bytes);
    readMetadata(facts, file->metadata());
    readNote(facts);
    facts.role = roleOf(*file);
    facts.vPrediction = predictionMarksOf(*file).isVelocity.value_or(false);
    if (facts.role == ModelRole::Lora) {
        facts.architecture = loraArchitecture(*file);
    } else if (facts.role == ModelRole::Checkpoint) {
        const ModelComponents parts = splitSingleFile(file);
        facts.hasVae = parts.vae != nullptr;
        facts.hasTextEncoder = parts.textEncoder != nullptr;
        readUnet(facts, *parts.unet);
    }
}

/// Adds the sizes of one component of a folder; says whether it is there.
bool addComponent(const fs::path& folder, const char* stem, std::map<std::string, std::int64_t>& bytes) {
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) return false;
    countBytes(*openWeights(folder, stem), bytes);
    return true;
}

void readFolder(ModelFacts& facts) {
    const fs::path index = facts.path / "model_index.json";
    std::error_code ignored;
    if (!fs::exists(index, ignored))
        throw Error(ErrorCode::FolderMissing, "“" + facts.name + "” has no model_index.json and no model file.",
                    facts.path.string());
    (void)readJsonFile(index);
    const TensorSourcePtr unet = openWeights(facts.path / "unet", "diffusion_pytorch_model");
    std::map<std::string, std::int64_t> bytes;
    countBytes(*unet, bytes);
    facts.hasVae = addComponent(facts.path / "vae", "diffusion_pytorch_model", bytes);
    facts.hasTextEncoder = addComponent(facts.path / "text_encoder", "model", bytes);
    addComponent(facts.path / "text_encoder_2", "model", bytes);
    facts.license = cardLicense(facts.path);
    setSizes(facts, bytes);
    readUnet(facts, *unet);
    const fs::path scheduler = facts.path / "scheduler" / "scheduler_config.json";
    if (!fs::exists(scheduler, ignored)) return;
    // Not plain JSON: diffusers writes Python's Infinity into it.
    const auto config = samplers::SchedulerConfig::read(scheduler, facts.architecture.family);
    facts.vPrediction = config.predictionType == samplers::PredictionType::VPrediction;
}

}  // namespace

ModelFacts readModelFacts(const std::filesystem::path& path) {
    ModelFacts facts;
    facts.path = path;
    std::error_code ignored;
    const bool isFolder = fs::is_directory(path, ignored);
    facts.name = modelNameOf(path, isFolder);
    try {
        isFolder ? readFolder(facts) : readFile(facts);
        const bool isSaid = speaksOfFewSteps(facts.title);
        facts.fewSteps = isSaid                         ? FewSteps::FromMetadata
                         : speaksOfFewSteps(facts.name) ? FewSteps::FromFileName
                                                        : FewSteps::No;
    } catch (...) {
        facts.role = ModelRole::Refused;
        facts.refusal = toFailure(std::current_exception());
    }
    return facts;
}

LoraFit loraFit(const std::filesystem::path& lora, const std::filesystem::path& model) {
    const auto file = std::make_shared<const LoraFile>(SafetensorsFile::open(lora));
    std::error_code ignored;
    const TensorSourcePtr unet = fs::is_directory(model, ignored)
                                     ? openWeights(model / "unet", "diffusion_pytorch_model")
                                     : splitSingleFile(SafetensorsFile::open(model)).unet;
    LoraFit fit;
    fit.parts = static_cast<int>(std::ranges::count(file->parts(), LoraComponent::Unet, &LoraPart::component));
    try {
        if (unet) fit.names = layLoras(unet, LoraComponent::Unet, {{file, 1.0}}).unplaced;
        const std::size_t prefix = file->source().describe().size() + 2;  // "file: part": which file it is is known
        for (std::string& name : fit.names) name.erase(0, prefix);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::LoraMismatch) throw;
        for (const LoraPart& part : file->parts())  // made for another architecture
            if (part.component == LoraComponent::Unet) fit.names.push_back(part.label);
    }
    fit.unplaced = static_cast<int>(fit.names.size());
    return fit;
}

}  // namespace segmoe
