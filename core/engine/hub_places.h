// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/hub/civitai_folder.h"

namespace segmoe {

/// The files of CivitAI that were fetched, in every one of modelsFolders().
std::vector<hub::FetchedFile> fetchedModels();

/// secrets.ini: beside the settings in SEGMOE_HOME, else in $XDG_CONFIG_HOME/segmoe-studio (~/.config/segmoe-studio).
std::filesystem::path secretsFile();

}  // namespace segmoe
