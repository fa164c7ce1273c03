// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/used_file.h"

#include <system_error>

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/weights/open_weights.h"
#include "core/weights/safetensors_file.h"

namespace segmoe::pipeline {

namespace {

/// kohya's trainer computes the same digest as AutoV3 is cut from; changing a LoRA's metadata leaves it valid.
FileDigests claimedDigests(const std::filesystem::path& file) {
    const auto source = SafetensorsFile::open(file);
    const auto found = source->metadata().find("sshs_model_hash");
    return found != source->metadata().end() && isSha256(found->second) ? FileDigests{{}, found->second}
                                                                        : FileDigests{};
}

FileDigests cheapDigests(const UsedFile& used, DigestCache& cache, const CancelToken& cancel) {
    if (const auto known = cache.find(used.file)) return *known;
    if (std::filesystem::file_size(used.file) <= kHashAtOnceBytes) return cache.compute(used.file, cancel);
    return used.role == UsedFile::Role::Lora ? claimedDigests(used.file) : FileDigests{};
}

}  // namespace

std::filesystem::path identityFile(const ModelRef& ref) {
    if (ref.kind() == ModelRefKind::SingleFile) return ref.path();
    if (ref.kind() == ModelRefKind::Folder) return weightsFile(ref.path() / "unet", "diffusion_pytorch_model");
    return {};
}

void lookUpDigests(std::vector<UsedFile>& files, DigestCache& cache, const CancelToken& cancel) {
    for (UsedFile& used : files) {
        try {
            if (!used.file.empty()) used.digests = cheapDigests(used, cache, cancel);
        } catch (const Error& error) {
            logMessage(LogLevel::Warning, error.what());  // a picture without a hash is still a picture
        } catch (const std::filesystem::filesystem_error& error) {
            logMessage(LogLevel::Warning, error.what());
        }
    }
}

}  // namespace segmoe::pipeline
