// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/model_files.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/domain/hub_lookup.h"
#include "core/models/clip_text_config.h"
#include "core/pipeline/external_parts.h"
#include "core/pipeline/model_folder.h"
#include "core/pipeline/single_file_model.h"
#include "core/weights/lora_file.h"
#include "core/weights/lora_source.h"
#include "core/weights/safetensors_file.h"

namespace segmoe::pipeline {

namespace {

/// Tensors that no kind of LoRA known here has.
void noteLeftOver(const LoraFile& file, std::vector<std::string>& notices) {
    const std::vector<std::string>& names = file.leftOver();
    if (names.empty()) return;
    notices.push_back(std::to_string(names.size()) + " tensor(s) of the LoRA " + quote(file.source().describe()) +
                      " belong to no kind of LoRA that is known here and are left out: " + firstNames(names) + ".");
}

std::vector<LoraLayer> openLoras(const std::vector<LoraRef>& loras, const std::filesystem::path& folder,
                                 std::vector<UsedFile>& used, std::vector<std::string>& notices) {
    std::vector<LoraLayer> layers;
    for (const LoraRef& lora : loras) {
        const ModelRef ref = ModelRef::parse(lora.source, folder);
        if (ref.kind() != ModelRefKind::SingleFile)
            throw Error(ErrorCode::FormatUnsupported,
                        "The LoRA '" + lora.source + "' must be a .safetensors file on this disk.");
        layers.push_back({std::make_shared<const LoraFile>(SafetensorsFile::open(ref.path())), lora.strength});
        noteLeftOver(*layers.back().file, notices);
        used.push_back({UsedFile::Role::Lora, -1, ref.displayName(), ref.path(), {}});
    }
    return layers;
}

std::vector<std::string> namesOf(const EmbeddingRef& given, const EmbeddingFile& file, const ModelRef& ref) {
    std::vector<std::string> names = {given.name};
    if (given.name.empty()) names = {ref.displayName(), file.ownName()};
    std::erase(names, std::string());
    if (names.size() == 2 && names[0] == names[1]) names.pop_back();
    for (std::size_t i = 0, count = names.size(); i < count; ++i) names.push_back("embedding:" + names[i]);
    return names;
}

bool isNameTaken(const std::vector<NamedEmbedding>& embeddings, const std::vector<std::string>& names) {
    return std::ranges::any_of(embeddings, [&](const NamedEmbedding& embedding) {
        return std::ranges::find_first_of(embedding.names, names) != embedding.names.end();
    });
}

void addEmbedding(ModelFiles& files, const EmbeddingRef& embedding, const ModelRef& ref,
                  std::shared_ptr<const EmbeddingFile> file) {
    std::vector<std::string> names = namesOf(embedding, *file, ref);
    files.usedFiles.push_back({UsedFile::Role::Embedding, -1, names.front(), ref.path(), {}});
    files.embeddings.push_back({std::move(file), std::move(names)});
}

void refuseSharedNames(const std::vector<NamedEmbedding>& embeddings) {
    std::set<std::string> seen;
    for (const NamedEmbedding& embedding : embeddings)
        for (const std::string& name : embedding.names)
            if (!seen.insert(name).second)
                throw Error(ErrorCode::RequestInvalid, "Two embeddings are called " + quote(name) +
                                                           ". Give one of them another name: --embedding FILE:NAME.");
}

/// Lays the files over one network and remembers which parts found no place.
void layOver(TensorSourcePtr& weights, LoraComponent component, const std::vector<LoraLayer>& layers,
             std::vector<std::string>& notices) {
    LoraOverlay overlay = layLoras(weights, component, layers);
    weights = std::move(overlay.source);
    if (overlay.unplaced.empty()) return;
    notices.push_back(std::to_string(overlay.unplaced.size()) +
                      " part(s) of the LoRA found no weight in this model: " + firstNames(overlay.unplaced) + ".");
}

}  // namespace

const std::shared_ptr<const ClipTokenizer>& TextEncoderFiles::requireTokenizer(const std::string& model) const {
    if (tokenizer) return tokenizer;
    throw Error(ErrorCode::TokenizerMissing,
                "'" + model +
                    "' has no tokenizer that fits its text encoder: a single file carries none, and this one was "
                    "not made for the published CLIP vocabulary. Use the model's diffusers folder.");
}

std::int64_t ModelFiles::weightBytes() const {
    std::int64_t bytes = unet->totalBytes() + vae->totalBytes();
    for (const TextEncoderFiles& encoder : encoders) bytes += encoder.weights->totalBytes();
    return bytes;
}

ModelFiles openModelFiles(const ModelRef& ref, const ModelSearch& search) {
    ModelFiles files;
    switch (ref.kind()) {
        case ModelRefKind::Folder: files = openModelFolder(ref.path()); break;
        case ModelRefKind::SingleFile: files = openSingleFile(ref.path(), search); break;
        case ModelRefKind::Recipe:
            throw Error(
                ErrorCode::RequestInvalid,
                "'" + ref.text() + "' is a recipe, not a model; a recipe cannot be an expert or a base of another.");
        case ModelRefKind::Hub:
            throw Error(ErrorCode::OfflineMissing, "'" + ref.text() +
                                                       "' is not on this computer, or not whole. Fetch it first: "
                                                       "segmoe download " +
                                                       ref.text());
    }
    // a repository in the cache lies in a folder named after its commit
    if (ref.kind() == ModelRefKind::Folder && looksLikeHubReference(ref.text()) && lookUpHub(ref.text()) == ref.path())
        files.name = hubDisplayName(ref.text());
    files.ref = ref;
    files.usedFiles.insert(files.usedFiles.begin(), {UsedFile::Role::Model, -1, files.name, identityFile(ref), {}});
    return search.vae.empty() ? files : withVae(std::move(files), search.vae);
}

ModelFiles withLoras(ModelFiles files, const std::vector<LoraRef>& loras, const std::filesystem::path& folder) {
    if (loras.empty()) return files;
    const std::vector<LoraLayer> layers = openLoras(loras, folder, files.usedFiles, files.notices);
    layOver(files.unet, LoraComponent::Unet, layers, files.notices);
    static constexpr LoraComponent kEncoders[] = {LoraComponent::TextEncoder, LoraComponent::TextEncoder2};
    for (std::size_t i = 0; i < files.encoders.size() && i < 2; ++i)
        layOver(files.encoders[i].weights, kEncoders[i], layers, files.notices);
    return files;
}

std::shared_ptr<const EmbeddingFile> openEmbedding(const std::filesystem::path& file,
                                                   const std::vector<TextEncoderFiles>& encoders,
                                                   const std::string& model) {
    auto embedding = std::make_shared<const EmbeddingFile>(SafetensorsFile::open(file));
    for (std::size_t i = 0; i < encoders.size(); ++i)  // refused here rather than after minutes of loading
        embedding->requireFit(i, encoders.size(),
                              parseClipTextConfig(encoders[i].config, model + ", text encoder").width);
    return embedding;
}

ModelFiles withEmbeddings(ModelFiles files, const std::vector<EmbeddingRef>& embeddings,
                          const std::filesystem::path& folder) {
    for (const EmbeddingRef& embedding : embeddings) {
        const ModelRef ref = ModelRef::parse(embedding.source, folder);
        if (ref.kind() != ModelRefKind::SingleFile)
            throw Error(ErrorCode::FormatUnsupported,
                        "The embedding " + quote(embedding.source) + " must be a .safetensors file on this disk.");
        addEmbedding(files, embedding, ref, openEmbedding(ref.path(), files.encoders, files.name));
    }
    refuseSharedNames(files.embeddings);
    return files;
}

ModelFiles withCalledEmbeddings(ModelFiles files, const std::vector<EmbeddingCall>& calls) {
    for (const EmbeddingRef& embedding : calledEmbeddings(calls)) {
        try {
            const ModelRef ref = ModelRef::parse(embedding.source);
            auto file = openEmbedding(ref.path(), files.encoders, files.name);
            if (isNameTaken(files.embeddings, namesOf(embedding, *file, ref))) continue;
            addEmbedding(files, embedding, ref, std::move(file));
        } catch (const Error& error) {
            const bool isNamed = std::ranges::any_of(calls, [&](const EmbeddingCall& call) {
                return call.isExplicit && call.file == std::filesystem::path(embedding.source);
            });
            if (isNamed) files.notices.push_back(std::string(error.what()) + " It is left out.");
        }
    }
    for (std::string& sentence : unansweredCalls(calls)) files.notices.push_back(std::move(sentence));
    return files;
}

}  // namespace segmoe::pipeline
