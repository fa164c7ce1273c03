// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/external_parts.h"

#include <optional>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/base/utf8.h"
#include "core/models/clip_text_config.h"
#include "core/pipeline/config_documents.h"
#include "core/pipeline/single_file_model.h"
#include "core/weights/open_weights.h"
#include "core/weights/safetensors_file.h"
#include "core/weights/single_file.h"

namespace segmoe::pipeline {

namespace {

namespace fs = std::filesystem;

constexpr const char* kWeightsBase = "diffusion_pytorch_model";

struct OpenVae {
    TensorSourcePtr weights;
    nlohmann::json document;
    fs::path file;
};

/// The folder itself or its folder "vae".
fs::path vaeFolder(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "vae", ignored) ? folder / "vae" : folder;
}

OpenVae openVaeFolder(const fs::path& folder) {
    const fs::path place = vaeFolder(folder);
    nlohmann::json document = readJsonFile(place / "config.json");
    if (!document.is_object())
        throw Error(ErrorCode::ConfigInvalid, quotePath(place / "config.json") + " must hold one JSON object.");
    return {openWeights(place, kWeightsBase), std::move(document), weightsFile(place, kWeightsBase)};
}

OpenVae openVaeFile(const fs::path& file, bool isSdxl) {
    const auto source = SafetensorsFile::open(file);
    const TensorSourcePtr vae = splitSingleFile(source).vae;
    if (!vae)
        throw Error(ErrorCode::ComponentMissing,
                    quotePath(file) + " holds no VAE. Choose a VAE's file or a checkpoint that has one.");
    const nlohmann::json stored = storedConfigs(*source);
    return {vae, stored.contains("vae") ? stored["vae"] : vaeDocument(detectVaeConfig(*vae, isSdxl)), file};
}

void requireLatentsOf(const ModelFiles& files, const OpenVae& vae, const std::string& source) {
    const VaeConfig config = parseVaeConfig(vae.document, quote(source) + ", VAE");
    if (config.latentChannels == files.unetConfig.outChannels) return;
    throw Error(ErrorCode::ArchitectureMismatch,
                "The VAE " + quote(source) + " has latents of " + std::to_string(config.latentChannels) +
                    " channels, but " + quote(files.name) + " makes " + std::to_string(files.unetConfig.outChannels) +
                    ". Choose a VAE for " + files.architecture.name + ".");
}

bool isOfSdxlFamily(const ModelFiles& files) { return files.architecture.family == ModelFamily::Sdxl; }

[[noreturn]] void throwOtherFamily(const ModelFiles& files, const ModelFiles& donor, const char* what) {
    throw Error(ErrorCode::ArchitectureMismatch, "The donor " + quote(donor.name) + " is " + donor.architecture.name +
                                                     ", so its " + what + " cannot serve " + quote(files.name) +
                                                     ", which is " + files.architecture.name +
                                                     ". Choose a donor of the same family.");
}

/// Channels of all its text states together.
std::int64_t contextWidth(const ModelFiles& donor) {
    std::int64_t width = 0;
    for (const TextEncoderFiles& encoder : donor.encoders)
        width += parseClipTextConfig(encoder.config, donor.name + ", text encoder").width;
    return width;
}

}  // namespace

ModelFiles withVae(ModelFiles files, const std::string& source) {
    const ModelRef ref = ModelRef::parse(source);
    if (ref.kind() != ModelRefKind::Folder && ref.kind() != ModelRefKind::SingleFile)
        throw Error(ErrorCode::FormatUnsupported,
                    "The VAE " + quote(source) + " must be a .safetensors file or a folder on this disk.");
    OpenVae vae =
        ref.kind() == ModelRefKind::Folder ? openVaeFolder(ref.path()) : openVaeFile(ref.path(), isOfSdxlFamily(files));
    requireLatentsOf(files, vae, source);
    files.vae = std::move(vae.weights);
    files.vaeDocument = std::move(vae.document);
    std::erase_if(files.usedFiles, [](const UsedFile& used) { return used.role == UsedFile::Role::Vae; });
    files.usedFiles.push_back({UsedFile::Role::Vae, -1, ref.displayName(), std::move(vae.file), {}});
    files.notices.push_back("The VAE of " + quote(ref.displayName()) + " is used.");
    return files;
}

void takeVae(ModelFiles& files, const ModelFiles& donor) {
    if (isOfSdxlFamily(files) != isOfSdxlFamily(donor)) throwOtherFamily(files, donor, "VAE");
    files.vae = donor.vae;
    files.vaeDocument = donor.vaeDocument;
    files.usedFiles.push_back({UsedFile::Role::Vae, -1, donor.name, {}, {}});
    files.notices.push_back("'" + files.name + "' has no VAE; the one of '" + donor.name + "' is used.");
}

void takeTextEncoders(ModelFiles& files, const ModelFiles& donor) {
    if (contextWidth(donor) != files.unetConfig.crossAttentionDim()) throwOtherFamily(files, donor, "text encoder");
    files.encoders = donor.encoders;
    files.zerosForEmptyPrompt = donor.zerosForEmptyPrompt;
    files.usedFiles.push_back({UsedFile::Role::TextEncoder, -1, donor.name, {}, {}});
    files.notices.push_back("'" + files.name + "' has no text encoder; the one of '" + donor.name + "' is used.");
}

}  // namespace segmoe::pipeline
