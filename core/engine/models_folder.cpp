// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/models_folder.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include <unistd.h>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/base/utf8.h"
#include "core/engine/app_paths.h"

namespace segmoe {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFormer = 16;

struct Folders {
    std::optional<fs::path> chosen;
    std::vector<fs::path> former;  ///< the newest first
};

std::optional<fs::path> given() {
    const char* folder = std::getenv("SEGMOE_MODELS");
    return folder && *folder ? std::optional<fs::path>(folder) : std::nullopt;
}

fs::path defaultFolder() { return homeFolder() / "models"; }
fs::path listFile() { return homeFolder() / "folders.json"; }

/// Nothing where the file is missing or damaged: then the default counts.
Folders readFolders() {
    Folders folders;
    std::error_code ignored;
    if (!fs::exists(listFile(), ignored)) return folders;
    try {
        const nlohmann::json list = readJsonFile(listFile());
        if (list.is_object() && list.contains("models") && list["models"].is_string())
            folders.chosen = list["models"].get<std::string>();
        if (list.is_object() && list.contains("former") && list["former"].is_array())
            for (const auto& folder : list["former"])
                if (folder.is_string() && folders.former.size() < kMostFormer)
                    folders.former.emplace_back(folder.get<std::string>());
    } catch (const Error&) {
        return {};
    }
    if (folders.chosen && !folders.chosen->is_absolute()) folders.chosen.reset();
    return folders;
}

void requireWritable(const fs::path& folder) {
    std::error_code failed;
    if (folder.is_absolute() && fs::is_directory(folder, failed) && access(folder.c_str(), W_OK | X_OK) == 0) return;
    throw Error(ErrorCode::FolderMissing, "Models cannot be kept in " + quotePath(folder) +
                                              ": it is not a folder that may be written to. Choose another one.");
}

}  // namespace

bool isModelsFolderGiven() { return given().has_value(); }

fs::path modelsFolder() {
    if (const auto folder = given()) return *folder;
    return readFolders().chosen.value_or(defaultFolder());
}

std::vector<fs::path> modelsFolders() {
    const Folders known = readFolders();
    std::vector<fs::path> folders;
    const auto add = [&](const fs::path& folder) {
        if (std::ranges::find(folders, folder) == folders.end()) folders.push_back(folder);
    };
    if (const auto folder = given()) add(*folder);
    if (known.chosen) add(*known.chosen);
    add(defaultFolder());
    for (const fs::path& folder : known.former) add(folder);
    return folders;
}

void chooseModelsFolder(const fs::path& folder) {
    if (!folder.empty()) requireWritable(folder);
    Folders folders = readFolders();
    const std::optional<fs::path> before = std::exchange(
        folders.chosen, folder.empty() || folder == defaultFolder() ? std::nullopt : std::optional(folder));
    if (before) folders.former.insert(folders.former.begin(), *before);
    std::erase_if(folders.former, [&](const fs::path& former) { return former == folders.chosen; });
    if (folders.former.size() > kMostFormer) folders.former.resize(kMostFormer);
    nlohmann::json list = {{"former", nlohmann::json::array()}};
    if (folders.chosen) list["models"] = folders.chosen->string();
    for (const fs::path& former : folders.former) list["former"].push_back(former.string());
    fs::create_directories(homeFolder());
    writeFileAtomically(listFile(), list.dump(2) + "\n");
}

}  // namespace segmoe
