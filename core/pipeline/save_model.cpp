// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/save_model.h"

#include <system_error>

#include "core/base/atomic_file.h"
#include "core/base/byte_size.h"
#include "core/base/error.h"
#include "core/pipeline/single_file_model.h"
#include "core/pipeline/staged_folder.h"
#include "core/text/tokenizer_export.h"
#include "core/weights/cast_source.h"
#include "core/weights/safetensors_writer.h"
#include "core/weights/sharded_writer.h"
#include "core/weights/single_file.h"

namespace segmoe::pipeline {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

TensorSourcePtr inType(const TensorSourcePtr& source, const SaveOptions& options) {
    return options.dtype ? std::make_shared<const CastSource>(source, *options.dtype) : source;
}

std::int64_t bytesIn(const TensorSource& source, const SaveOptions& options) {
    if (!options.dtype) return source.totalBytes();
    std::int64_t bytes = 0;
    for (const std::string& name : source.names()) {
        TensorInfo info = *source.find(name);
        if (isFloatDType(info.dtype)) info.dtype = *options.dtype;
        bytes += info.bytes();
    }
    return bytes;
}

/// Says before the first byte that there is no room, instead of after the last that fits.
void requireSpace(const fs::path& folder, std::int64_t needed) {
    std::error_code failed;
    const fs::space_info space = fs::space(folder, failed);
    if (failed || static_cast<std::int64_t>(space.available) >= needed) return;
    throw Error(ErrorCode::DiskFull,
                "Writing to " + folder.string() + " needs " + byteSizeText(static_cast<std::uint64_t>(needed)) +
                    ", but only " + byteSizeText(space.available) + " are free. Choose another folder or make room.");
}

void writeJson(const fs::path& file, const json& document) { writeFileAtomically(file, document.dump(2) + "\n"); }

json modelIndex(const ModelFiles& files, const std::string& schedulerClass) {
    json index = {{"_class_name", files.isSdxl() ? "StableDiffusionXLPipeline" : "StableDiffusionPipeline"},
                  {"_diffusers_version", "0.27.0"}};
    index["feature_extractor"] = {nullptr, nullptr};
    index["image_encoder"] = {nullptr, nullptr};
    index["scheduler"] = {"diffusers", schedulerClass};
    index["text_encoder"] = {"transformers", "CLIPTextModel"};
    index["tokenizer"] = {"transformers", "CLIPTokenizer"};
    index["unet"] = {"diffusers", "UNet2DConditionModel"};
    index["vae"] = {"diffusers", "AutoencoderKL"};
    if (files.isSdxl()) {
        index["force_zeros_for_empty_prompt"] = files.zerosForEmptyPrompt;
        index["text_encoder_2"] = {"transformers", "CLIPTextModelWithProjection"};
        index["tokenizer_2"] = {"transformers", "CLIPTokenizer"};
    } else {
        index["requires_safety_checker"] = false;
        index["safety_checker"] = {nullptr, nullptr};
    }
    return index;
}

/// What Stable Diffusion was trained with, for models that came without a scheduler.
json schedulerOf(const ModelFiles& files, const std::string& className) {
    json document = files.schedulerDocument.is_object() ? files.schedulerDocument : json::object();
    if (document.empty()) {
        const bool isVelocity = files.scheduler.predictionType == samplers::PredictionType::VPrediction;
        document = {{"beta_start", 0.00085},
                    {"beta_end", 0.012},
                    {"beta_schedule", "scaled_linear"},
                    {"num_train_timesteps", 1000}};
        document["prediction_type"] = isVelocity ? "v_prediction" : "epsilon";
        document["rescale_betas_zero_snr"] = files.scheduler.rescaleBetasZeroSnr;
        document["set_alpha_to_one"] = false;
        document["steps_offset"] = 1;
        document["timestep_spacing"] = "leading";
        document["_class_name"] = "DDIMScheduler";
    }
    document["clip_sample"] = false;  // latents are never clipped
    if (!className.empty()) document["_class_name"] = className;
    return document;
}

class FolderWriter {
public:
    FolderWriter(const ModelFiles& files, const fs::path& root, const SaveOptions& options,
                 const ProgressSink& progress, const CancelToken& cancel)
        : m_files(files), m_root(root), m_options(options), m_progress(progress), m_cancel(cancel) {}

    std::int64_t write() {
        unet();
        component("vae", m_files.vae, m_files.vaeDocument, "diffusion_pytorch_model");
        for (std::size_t i = 0; i < m_files.encoders.size(); ++i) {
            const std::string suffix = i == 0 ? "" : "_2";
            component("text_encoder" + suffix, m_files.encoders[i].weights, m_files.encoders[i].config, "model");
            tokenizer("tokenizer" + suffix, m_files.encoders[i]);
        }
        const json scheduler = schedulerOf(m_files, m_options.schedulerClass);
        fs::create_directories(m_root / "scheduler");
        writeJson(m_root / "scheduler" / "scheduler_config.json", scheduler);
        writeJson(m_root / "model_index.json", modelIndex(m_files, scheduler.value("_class_name", "DDIMScheduler")));
        return m_bytes;
    }

private:
    void unet() {
        fs::create_directories(m_root / "unet");
        SafetensorsWriteOptions options;
        options.order = m_options.unetOrder;
        m_bytes += static_cast<std::int64_t>(writeSafetensors(*inType(m_files.unet, m_options),
                                                              m_root / "unet" / "diffusion_pytorch_model.safetensors",
                                                              options, m_cancel, m_progress));
        writeJson(m_root / "unet" / "config.json", m_files.unetDocument);
    }

    void component(const std::string& name, const TensorSourcePtr& weights, const json& config,
                   const std::string& base) {
        fs::create_directories(m_root / name);
        m_bytes += static_cast<std::int64_t>(writeShardedSafetensors(*inType(weights, m_options), m_root / name, base,
                                                                     {}, kDefaultShardBytes, m_cancel, m_progress));
        writeJson(m_root / name / "config.json", config);
    }

    void tokenizer(const std::string& name, const TextEncoderFiles& encoder) {
        if (!encoder.tokenizer) return;  // a single file for a tokenizer of its own: there is nothing to write
        fs::create_directories(m_root / name);
        if (encoder.tokenizerFolder.empty()) {
            writeClipVocabularyFolder(encoder.vocabularyFile, encoder.vocabularyPadding, m_root / name);
            return;
        }
        for (const fs::directory_entry& entry : fs::directory_iterator(encoder.tokenizerFolder))
            if (entry.is_regular_file()) fs::copy_file(entry.path(), m_root / name / entry.path().filename());
    }

    const ModelFiles& m_files;
    const fs::path m_root;
    const SaveOptions& m_options;
    const ProgressSink& m_progress;
    const CancelToken& m_cancel;
    std::int64_t m_bytes = 0;
};

}  // namespace

std::int64_t savedBytes(const ModelFiles& files, const SaveOptions& options) {
    std::int64_t bytes = bytesIn(*files.unet, options) + bytesIn(*files.vae, options);
    for (const TextEncoderFiles& encoder : files.encoders) bytes += bytesIn(*encoder.weights, options);
    return bytes;
}

std::int64_t saveModelFolder(const ModelFiles& files, const fs::path& folder, const SaveOptions& options,
                             const ProgressSink& progress, const CancelToken& cancel) {
    StagedFolder staged(folder);
    requireSpace(staged.path(), savedBytes(files, options));
    const std::int64_t bytes = FolderWriter(files, staged.path(), options, progress, cancel).write();
    staged.commit();
    return bytes;
}

std::int64_t saveSingleFile(const ModelFiles& files, const fs::path& file, const SaveOptions& options,
                            const ProgressSink& progress, const CancelToken& cancel) {
    ModelComponents parts{files.unet, files.vae, files.encoders.front().weights,
                          files.isSdxl() ? files.encoders[1].weights : nullptr};
    const TensorSourcePtr joined = joinSingleFile(parts, files.architecture.family);
    requireSpace(fs::absolute(file).parent_path(), savedBytes(files, options));
    SafetensorsWriteOptions writing;
    writing.metadata[kConfigsKey] = configsText(files);
    return static_cast<std::int64_t>(writeSafetensors(*inType(joined, options), file, writing, cancel, progress));
}

}  // namespace segmoe::pipeline
