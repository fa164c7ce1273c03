// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/gate_keys.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "core/domain/model_ref.h"

namespace segmoe::pipeline {

namespace {

namespace fs = std::filesystem;

/// Parts of a key are told apart by a character that no prompt or path holds.
constexpr char kSeparator = '\x1F';

std::string fileIdentity(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    const auto changed = fs::last_write_time(file, error);
    return file.string() + "|" + std::to_string(size) + "|" + std::to_string(changed.time_since_epoch().count());
}

std::string loraIdentity(const LoraRef& lora, const fs::path& folder) {
    const fs::path file = fs::path(lora.source).is_absolute() ? fs::path(lora.source) : folder / lora.source;
    return fileIdentity(file) + "*" + std::to_string(lora.strength);
}

std::string loraIdentities(const std::vector<LoraRef>& loras, const fs::path& folder) {
    std::string all;
    for (const LoraRef& lora : loras) all += kSeparator + loraIdentity(lora, folder);
    return all;
}

}  // namespace

std::string filesIdentity(const fs::path& model) {
    std::error_code error;
    if (!fs::is_directory(model, error)) return fileIdentity(model);
    std::vector<std::string> files;
    for (auto entry = fs::recursive_directory_iterator(model, error); !error && entry != fs::end(entry);
         entry.increment(error))
        if (entry->path().extension() == ".safetensors" || entry->path().extension() == ".json")
            files.push_back(fileIdentity(entry->path()));
    std::ranges::sort(files);
    std::string all;
    for (const std::string& file : files) all += file + kSeparator;
    return all;
}

std::string expertIdentity(const RecipeParts& parts, std::size_t expert) {
    const ExpertSpec& spec = parts.recipe.experts[expert];
    return filesIdentity(parts.experts[expert].ref.path()) +
           loraIdentities(lorasOverExperts(parts.recipe, parts.isCompat), parts.recipe.folder) +
           loraIdentities(spec.loras, parts.recipe.folder);
}

std::string baseIdentity(const RecipeParts& parts) {
    return filesIdentity(parts.base.ref.path()) +
           loraIdentities(lorasOverBase(parts.recipe, parts.isCompat), parts.recipe.folder);
}

std::string gatePromptKey(const ModelFiles& base, const std::string& identity, const std::string& positive,
                          const std::string& negative, const moe::GateRequest& request) {
    std::string key = identity;
    for (const std::string& part :
         {positive, negative, std::string(gateMethodName(request.method)), std::to_string(request.seed),
          std::to_string(request.steps), std::to_string(request.useGuidance), std::to_string(request.guidanceScale),
          request.placement.device.str(), std::to_string(static_cast<int>(request.placement.dtype)),
          base.schedulerDocument.dump(), base.unetDocument.dump()})
        key += kSeparator + part;
    return key;
}

}  // namespace segmoe::pipeline
