// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/weights/safetensors_file.h"
#include "core/weights/tensor_source.h"

namespace segmoe {

/// Several .safetensors files under one index JSON ("weight_map": tensor → file name), as transformers and diffusers
/// write them. Every shard is opened; tensors that stand in a shard but not in the index are not there.
class ShardedSource final : public TensorSource {
public:
    /// Throws Error naming index, shard and tensor: SafetensorsInvalid for an index that is broken or names anything
    /// but plain .safetensors files of its own folder, FileMissing for an absent shard, and as SafetensorsFile::open.
    static std::shared_ptr<const ShardedSource> open(const std::filesystem::path& index);

    const std::vector<std::string>& names() const override { return m_names; }
    std::optional<TensorInfo> find(std::string_view name) const override;
    at::Tensor load(std::string_view name) const override;
    std::optional<FileRange> fileRange(std::string_view name) const override;
    void release(std::string_view name) const override;
    const std::map<std::string, std::string>& metadata() const override { return m_metadata; }
    std::string describe() const override { return m_description; }

private:
    ShardedSource() = default;
    const SafetensorsFile* shardOf(std::string_view name) const;

    std::map<std::string, std::shared_ptr<const SafetensorsFile>, std::less<>> m_shardOfTensor;
    std::vector<std::string> m_names;
    std::map<std::string, std::string> m_metadata;
    std::string m_description;
};

/// The weight map of an index: tensor → shard file name, checked as above without opening the shards. Of a text:
/// `index` names it in messages.
std::map<std::string, std::string> parseShardIndex(std::string_view text, const std::string& index);
std::map<std::string, std::string> readShardIndex(const std::filesystem::path& index);

}  // namespace segmoe
