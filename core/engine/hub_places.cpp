// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/hub_places.h"

#include "core/engine/app_paths.h"
#include "core/engine/models_folder.h"
#include "core/hub/network_settings.h"

namespace segmoe {

std::vector<hub::FetchedFile> fetchedModels() {
    std::vector<hub::FetchedFile> files;
    for (const std::filesystem::path& folder : modelsFolders())
        for (hub::FetchedFile& file : hub::fetchedFiles(folder)) files.push_back(std::move(file));
    return files;
}

std::filesystem::path secretsFile() {
    if (hub::environmentValue("SEGMOE_HOME")) return homeFolder() / "secrets.ini";
    if (const auto config = hub::environmentValue("XDG_CONFIG_HOME"))
        return std::filesystem::path(*config) / "segmoe-studio" / "secrets.ini";
    const auto home = hub::environmentValue("HOME");
    return home ? std::filesystem::path(*home) / ".config" / "segmoe-studio" / "secrets.ini"
                : homeFolder() / "secrets.ini";
}

}  // namespace segmoe
