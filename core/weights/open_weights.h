// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/weights/tensor_source.h"

namespace segmoe {

/// Opens the weights of one component of a diffusers folder, e.g. ("…/unet", "diffusion_pytorch_model") or
/// ("…/text_encoder", "model"). In this order: the plain file, its shards, then the variants fp16, bf16 and fp32 in the
/// same way. Throws Error: FolderMissing, FileMissing naming what was looked for, PickleRefused when there are only
/// pickles, and as SafetensorsFile::open.
TensorSourcePtr openWeights(const std::filesystem::path& folder, const std::string& base);

/// The file by which the weights are known when a component is named by one digest: the plain file or the variant that
/// openWeights opens, of shards the last (a family may share the first ones). Empty when there is none.
std::filesystem::path weightsFile(const std::filesystem::path& folder, const std::string& base);

/// "model.safetensors" or "model.fp16.safetensors"; "model.safetensors.index.json" or
/// "model.safetensors.index.fp16.json".
std::string weightFileName(const std::string& base, const std::string& variant = {});
std::string weightIndexName(const std::string& base, const std::string& variant = {});

}  // namespace segmoe
