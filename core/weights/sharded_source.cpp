// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/sharded_source.h"

#include <set>

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/base/utf8.h"

namespace segmoe {

namespace {

constexpr JsonLimits kIndexLimits{.maxBytes = 64 * 1024 * 1024, .maxDepth = 8, .code = ErrorCode::SafetensorsInvalid};
constexpr std::size_t kMaxShards = 10'000;

[[noreturn]] void refuse(const std::string& index, const std::string& why) {
    throw Error(ErrorCode::SafetensorsInvalid,
                "The index " + quote(index) + " is broken: " + why + ". Download the model again.");
}

bool isPlainShardName(const std::string& name) {
    static constexpr std::string_view kSuffix = ".safetensors";
    return name.size() > kSuffix.size() && name.size() <= 255 && name.ends_with(kSuffix) && name.front() != '.' &&
           name.find_first_of("/\\:") == std::string::npos && name.find('\0') == std::string::npos;
}

std::map<std::string, std::string> shardsOf(const nlohmann::json& json, const std::string& index) {
    const auto weightMap = json.is_object() ? json.find("weight_map") : json.end();
    if (!json.is_object() || weightMap == json.end() || !weightMap->is_object())
        refuse(index, "it has no 'weight_map' object");
    std::map<std::string, std::string> shardOfTensor;
    std::set<std::string> shards;
    for (const auto& [tensor, value] : weightMap->items()) {
        if (!value.is_string()) refuse(index, "the shard of tensor " + quote(tensor) + " is not a text");
        const auto& shard = value.get_ref<const std::string&>();
        if (!isPlainShardName(shard))
            refuse(index, "tensor " + quote(tensor) + " is said to be in " + quote(shard) +
                              ", which is not a .safetensors file of the same folder");
        shards.insert(shard);
        if (shards.size() > kMaxShards) refuse(index, "it names more than 10000 shards");
        shardOfTensor.emplace(tensor, shard);
    }
    return shardOfTensor;
}

}  // namespace

std::map<std::string, std::string> parseShardIndex(std::string_view text, const std::string& index) {
    return shardsOf(parseJson(text, index, kIndexLimits), index);
}

std::map<std::string, std::string> readShardIndex(const std::filesystem::path& index) {
    return shardsOf(readJsonFile(index, kIndexLimits), index.string());
}

std::shared_ptr<const ShardedSource> ShardedSource::open(const std::filesystem::path& index) {
    std::shared_ptr<ShardedSource> source(new ShardedSource);
    std::map<std::string, std::shared_ptr<const SafetensorsFile>> shards;
    for (const auto& [tensor, shard] : readShardIndex(index)) {
        auto& file = shards[shard];
        if (!file) file = SafetensorsFile::open(index.parent_path() / shard);
        if (!file->contains(tensor))
            refuse(index.string(), "tensor " + quote(tensor) + " is not in " + quote(shard) + " as it says");
        source->m_shardOfTensor.emplace(tensor, file);
        source->m_names.push_back(tensor);
    }
    for (const auto& [name, file] : shards) source->m_metadata.insert(file->metadata().begin(), file->metadata().end());
    source->m_description = index.filename().string();
    return source;
}

const SafetensorsFile* ShardedSource::shardOf(std::string_view name) const {
    const auto found = m_shardOfTensor.find(name);
    return found == m_shardOfTensor.end() ? nullptr : found->second.get();
}

std::optional<TensorInfo> ShardedSource::find(std::string_view name) const {
    const SafetensorsFile* file = shardOf(name);
    return file ? file->find(name) : std::nullopt;
}

at::Tensor ShardedSource::load(std::string_view name) const {
    const SafetensorsFile* file = shardOf(name);
    if (!file) throwTensorMissing(*this, name);
    return file->load(name);
}

std::optional<FileRange> ShardedSource::fileRange(std::string_view name) const {
    const SafetensorsFile* file = shardOf(name);
    return file ? file->fileRange(name) : std::nullopt;
}

void ShardedSource::release(std::string_view name) const {
    if (const SafetensorsFile* file = shardOf(name)) file->release(name);
}

}  // namespace segmoe
