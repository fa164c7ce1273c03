// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace segmoe {

/// Where files of CivitAI go: models in homeFolder().
std::filesystem::path fetchedModelsFolder();

/// secrets.ini: beside the settings in SEGMOE_HOME, else in $XDG_CONFIG_HOME/segmoe-studio (~/.config/segmoe-studio).
std::filesystem::path secretsFile();

}  // namespace segmoe
