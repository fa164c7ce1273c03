// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/pipeline/model_files.h"

namespace segmoe::pipeline {

/// A diffusers folder with model_index.json (segmoe.md §2.1), plain or SegMoE. Throws as openModelFiles.
ModelFiles openModelFolder(const std::filesystem::path& folder);

}  // namespace segmoe::pipeline
