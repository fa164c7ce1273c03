// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

namespace segmoe {

/// Where files of CivitAI are put, in both programs: SEGMOE_MODELS, else the folder that was chosen, else models in
/// homeFolder(). Not created by this call.
std::filesystem::path modelsFolder();

/// Where such files may lie: modelsFolder() first, then the default and the folders chosen before.
std::vector<std::filesystem::path> modelsFolders();

/// Keeps the choice in folders.json of homeFolder(); empty = the default. Files that are there already stay and are
/// still found. Throws Error{FolderMissing} unless it is a folder one may write into, DiskFull and the like.
void chooseModelsFolder(const std::filesystem::path& folder);

/// Whether SEGMOE_MODELS decides, whatever is chosen.
bool isModelsFolderGiven();

}  // namespace segmoe
