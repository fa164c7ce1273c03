// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/single_file_model.h"

#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/pipeline/config_documents.h"
#include "core/pipeline/external_parts.h"
#include "core/pipeline/mixture_facts.h"
#include "core/weights/lora_names.h"
#include "core/weights/prediction_marks.h"
#include "core/weights/safetensors_file.h"
#include "core/weights/single_file.h"

namespace segmoe::pipeline {

namespace {

using nlohmann::json;
using samplers::PredictionType;
using samplers::SchedulerConfig;

void refuseOtherKinds(const SafetensorsFile& file) {
    for (const char* key : {"edm_vpred.sigma_max", "edm_mean", "edm_std"})
        if (file.contains(key))
            throw Error(ErrorCode::ArchitectureUnknown, file.path().string() + " is an EDM model (tensor '" + key +
                                                            "'), whose noise levels this program does not know.");
    if (isLoraFile(file))
        throw Error(
            ErrorCode::ArchitectureUnknown,
            file.path().string() + " is a LoRA, not a model. Use it with --lora or under 'loras:' of a recipe.");
}

SchedulerConfig schedulerOf(const SafetensorsFile& file, ModelFiles& files) {
    const PredictionMarks marks = predictionMarksOf(file);
    if (!marks.isVelocity && files.architecture.family == ModelFamily::Sd2)
        files.notices.push_back("'" + files.name +
                                "' does not say whether it predicts noise or velocity, and SD 2 has models of both "
                                "kinds: noise is taken. If its pictures are noise, use the model's diffusers folder.");
    SchedulerConfig config = SchedulerConfig::stableDiffusion(
        marks.isVelocity.value_or(false) ? PredictionType::VPrediction : PredictionType::Epsilon);
    config.rescaleBetasZeroSnr = marks.isZeroSnr;
    return config;
}

const ModelFiles& donorFiles(std::optional<ModelFiles>& donor, const ModelSearch& search, const std::string& part,
                             const std::filesystem::path& path) {
    if (search.openDonor) return *search.openDonor;
    if (donor) return *donor;
    if (!search.donor)
        throw Error(ErrorCode::ComponentMissing,
                    path.string() + " has no " + part +
                        ". Name a model that has one with --donor, or use it in a recipe whose base has one.");
    ModelSearch withoutDonor = search;
    withoutDonor.donor.reset();
    withoutDonor.vae.clear();
    donor = openModelFiles(*search.donor, withoutDonor);
    return *donor;
}

/// The published vocabulary as the encoder's tokenizer: ViT-L pads with its end token; OpenCLIP encoders pad with zero.
/// An encoder made for other tokens stays without one: its weights can be looked at and converted, but not prompted.
void addVocabulary(TextEncoderFiles& encoder, const ClipTextConfig& config, const ModelSearch& search, bool isSecond) {
    constexpr std::int64_t kPublishedTokens = 49408;
    if (config.vocabularySize != kPublishedTokens) return;
    encoder.vocabularyFile = findClipVocabulary(search.vocabularyFolders);
    encoder.vocabularyPadding = isSecond || config.width == 1024 ? ClipPadding::Zero : ClipPadding::EndOfText;
    encoder.tokenizer = std::make_shared<const ClipTokenizer>(
        ClipTokenizer::fromClipVocabulary(encoder.vocabularyFile, encoder.vocabularyPadding));
}

class SingleFileReader {
public:
    SingleFileReader(const std::filesystem::path& path, const ModelSearch& search)
        : m_path(path), m_search(search), m_file(SafetensorsFile::open(path)), m_stored(storedConfigs(*m_file)) {}

    ModelFiles read() {
        refuseOtherKinds(*m_file);
        const ModelComponents parts = splitSingleFile(m_file);
        if (!parts.unet)
            throw Error(ErrorCode::ComponentMissing,
                        m_path.string() + " holds no UNet, only a VAE or a text encoder. Choose a checkpoint.");
        ModelFiles files;
        files.name = m_path.stem().string();
        files.unet = parts.unet;
        files.unetConfig = m_stored.contains("unet") ? parseUnetConfig(m_stored["unet"], where("unet"))
                                                     : detectUnetConfig(*parts.unet);
        files.unetDocument = m_stored.contains("unet") ? m_stored["unet"] : unetDocument(files.unetConfig);
        files.architecture = architectureOf(files.unetConfig);
        readVae(files, parts);
        readEncoders(files, parts);
        files.scheduler =
            m_stored.contains("scheduler")
                ? SchedulerConfig::parse(m_stored["scheduler"].dump(), where("scheduler"), files.architecture.family)
                : schedulerOf(*m_file, files);
        files.schedulerDocument = files.scheduler.document;
        addMixtureFacts(files);
        return files;
    }

private:
    std::string where(const char* part) const { return m_path.string() + ", stored config of '" + part + "'"; }

    void readVae(ModelFiles& files, const ModelComponents& parts) {
        if (!parts.vae) {
            // One that is named for this model is laid over it later, so that none is missed here.
            if (m_search.vae.empty()) takeVae(files, donorFiles(m_donor, m_search, "VAE", m_path));
            return;
        }
        files.vae = parts.vae;
        files.vaeDocument =
            m_stored.contains("vae")
                ? m_stored["vae"]
                : vaeDocument(detectVaeConfig(*parts.vae, files.architecture.family == ModelFamily::Sdxl));
    }

    void readEncoders(ModelFiles& files, const ModelComponents& parts) {
        const bool needsTwo = files.unetConfig.textTime;
        if (!parts.textEncoder || (needsTwo && !parts.textEncoder2)) {
            takeTextEncoders(files, donorFiles(m_donor, m_search, "text encoder", m_path));
            return;
        }
        files.encoders.push_back(encoder(parts.textEncoder, "text_encoder", false));
        if (needsTwo) files.encoders.push_back(encoder(parts.textEncoder2, "text_encoder_2", true));
    }

    TextEncoderFiles encoder(const TensorSourcePtr& weights, const char* part, bool isSecond) {
        TextEncoderFiles files;
        files.weights = weights;
        const ClipTextConfig config =
            m_stored.contains(part) ? parseClipTextConfig(m_stored[part], where(part)) : detectClipTextConfig(*weights);
        files.config = m_stored.contains(part) ? m_stored[part] : clipTextDocument(config);
        addVocabulary(files, config, m_search, isSecond);
        return files;
    }

    const std::filesystem::path& m_path;
    const ModelSearch& m_search;
    std::shared_ptr<const SafetensorsFile> m_file;
    json m_stored;
    std::optional<ModelFiles> m_donor;
};

}  // namespace

json storedConfigs(const TensorSource& file) {
    const auto stored = file.metadata().find(kConfigsKey);
    if (stored == file.metadata().end()) return json::object();
    json configs = parseJson(stored->second, file.describe() + ", metadata '" + kConfigsKey + "'");
    return configs.is_object() ? configs : json::object();
}

ModelFiles openSingleFile(const std::filesystem::path& path, const ModelSearch& search) {
    return SingleFileReader(path, search).read();
}

std::string configsText(const ModelFiles& files) {
    json configs = {{"unet", files.unetDocument}, {"vae", files.vaeDocument}, {"scheduler", files.schedulerDocument}};
    static constexpr const char* kEncoderKeys[] = {"text_encoder", "text_encoder_2"};
    for (std::size_t i = 0; i < files.encoders.size() && i < 2; ++i)
        configs[kEncoderKeys[i]] = files.encoders[i].config;
    return configs.dump();
}

}  // namespace segmoe::pipeline
