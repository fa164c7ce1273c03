// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/sharded_writer.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/weights/open_weights.h"
#include "core/weights/sharded_source.h"

namespace segmoe {

namespace {

/// A folder beside the target that goes away with everything left in it.
class StagingFolder {
public:
    explicit StagingFolder(std::filesystem::path path) : m_path(std::move(path)) {
        std::error_code failed;
        std::filesystem::remove_all(m_path, failed);
        if (!std::filesystem::is_directory(m_path.parent_path(), failed))
            throw Error(ErrorCode::FolderMissing,
                        "The folder " + quotePath(m_path.parent_path()) + " is not there. Create it first.");
        if (!std::filesystem::create_directory(m_path, failed))
            throw Error(ErrorCode::NotWritable,
                        "The folder " + quotePath(m_path.parent_path()) + " may not be written. Choose another folder.",
                        failed.message());
    }
    ~StagingFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Names per shard: filled in bytewise order until the next tensor would exceed the limit.
std::vector<std::vector<std::string>> planShards(const TensorSource& source, std::uint64_t maxBytes) {
    std::vector<std::vector<std::string>> shards(1);
    std::uint64_t used = 0;
    for (const std::string& name : source.names()) {
        const auto bytes = static_cast<std::uint64_t>(source.find(name).value().bytes());
        if (!shards.back().empty() && used + bytes > maxBytes) {
            shards.emplace_back();
            used = 0;
        }
        shards.back().push_back(name);
        used += bytes;
    }
    return shards;
}

std::string shardName(const std::string& base, std::size_t index, std::size_t count) {
    char numbers[64];
    std::snprintf(numbers, sizeof numbers, "-%05zu-of-%05zu.safetensors", index + 1, count);
    return base + numbers;
}

/// The files of this base a reader would find in the folder now: the plain file, the index, the shards it names.
std::set<std::string> filesOfEarlierState(const std::filesystem::path& folder, const std::string& base) {
    std::set<std::string> files = {weightFileName(base), weightIndexName(base)};
    try {
        // An index may name any file of the folder; only those that bear this base's name are ours to remove.
        for (const auto& [tensor, shard] : readShardIndex(folder / weightIndexName(base)))
            if (shard.starts_with(base + "-")) files.insert(shard);
    } catch (const Error&) {
        // No index, or a broken one: then nothing says which other files are ours to remove.
    }
    return files;
}

void moveInto(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::error_code failed;
    std::filesystem::rename(from, to, failed);
    if (failed)
        throw Error(ErrorCode::NotWritable, quotePath(to) + " may not be written. Choose another folder.",
                    failed.message());
}

}  // namespace

std::uint64_t writeShardedSafetensors(const TensorSource& source, const std::filesystem::path& folder,
                                      const std::string& base, const SafetensorsWriteOptions& options,
                                      std::uint64_t maxShardBytes, const CancelToken& cancel,
                                      const ProgressSink& progress) {
    const auto shards = planShards(source, maxShardBytes);
    const auto earlier = filesOfEarlierState(folder, base);
    const StagingFolder staging(folder / ("." + base + ".segmoe-part"));
    std::uint64_t written = 0;
    std::vector<std::string> files;
    std::map<std::string, std::string> weightMap;
    for (std::size_t i = 0; i < shards.size(); ++i) {
        files.push_back(shards.size() == 1 ? weightFileName(base) : shardName(base, i, shards.size()));
        SafetensorsWriteOptions part = options;
        part.names = shards[i];
        written += writeSafetensors(source, staging.path() / files.back(), part, cancel, progress);
        for (const std::string& name : shards[i]) weightMap.emplace(name, files.back());
    }
    if (shards.size() > 1) {
        const nlohmann::json index = {{"metadata", {{"total_size", source.totalBytes()}}}, {"weight_map", weightMap}};
        files.push_back(weightIndexName(base));
        writeFileAtomically(staging.path() / files.back(), index.dump(2) + "\n");
    }
    for (const std::string& file : files) moveInto(staging.path() / file, folder / file);
    std::error_code ignored;
    for (const std::string& old : earlier)
        if (std::find(files.begin(), files.end(), old) == files.end()) std::filesystem::remove(folder / old, ignored);
    return written;
}

}  // namespace segmoe
