// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace segmoe {

/// Files that had this SHA-256 when it was last computed: what has come from CivitAI to any of its folders, and models
/// of the library (homeFolder()), where there is one that can be read.
std::vector<std::filesystem::path> knownModelFiles(const std::string& sha256);

}  // namespace segmoe
