// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/open_weights.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/weights/safetensors_file.h"
#include "core/weights/sharded_source.h"

namespace segmoe {

namespace {

constexpr std::array kVariants = {"", "fp16", "bf16", "fp32"};

bool isPickle(const std::filesystem::path& file) {
    static constexpr std::array kSuffixes = {".bin", ".ckpt", ".pt", ".pth", ".pkl"};
    return std::ranges::any_of(kSuffixes, [&](const char* suffix) { return file.extension() == suffix; });
}

/// The plain file or the index that openWeights opens; empty when there is neither.
std::filesystem::path weightsEntry(const std::filesystem::path& folder, const std::string& base) {
    std::error_code ignored;
    for (const char* variant : kVariants)
        for (const std::string& name : {weightFileName(base, variant), weightIndexName(base, variant),
                                        weightFileName(base, variant) + ".index.json"})  // an older spelling
            if (std::filesystem::exists(folder / name, ignored)) return folder / name;
    return {};
}

[[noreturn]] void throwNothingFound(const std::filesystem::path& folder, const std::string& base) {
    const std::string wanted = weightFileName(base);
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        if (isPickle(entry.path()))
            throw Error(ErrorCode::PickleRefused,
                        quotePath(folder) + " holds only the Python pickle " + quote(entry.path().filename().string()) +
                            ", which can run code when opened. Get '" + wanted + "' of the same model instead.");
    throw Error(ErrorCode::FileMissing,
                "There is no '" + wanted + "' in " + quotePath(folder) +
                    ", nor its shards or an fp16 variant. The download may be incomplete: get the missing file.");
}

}  // namespace

std::string weightFileName(const std::string& base, const std::string& variant) {
    return variant.empty() ? base + ".safetensors" : base + "." + variant + ".safetensors";
}

std::string weightIndexName(const std::string& base, const std::string& variant) {
    return variant.empty() ? base + ".safetensors.index.json" : base + ".safetensors.index." + variant + ".json";
}

TensorSourcePtr openWeights(const std::filesystem::path& folder, const std::string& base) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
        throw Error(ErrorCode::FolderMissing,
                    "There is no folder " + quotePath(folder) + ". The download may be incomplete.");
    const std::filesystem::path entry = weightsEntry(folder, base);
    if (entry.empty()) throwNothingFound(folder, base);
    if (entry.extension() == ".json") return ShardedSource::open(entry);
    return SafetensorsFile::open(entry);
}

std::filesystem::path weightsFile(const std::filesystem::path& folder, const std::string& base) {
    const std::filesystem::path entry = weightsEntry(folder, base);
    if (entry.extension() != ".json") return entry;
    std::string last;
    for (const auto& [tensor, shard] : readShardIndex(entry)) last = std::max(last, shard);
    return folder / last;
}

}  // namespace segmoe
