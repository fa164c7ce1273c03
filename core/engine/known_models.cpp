// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/known_models.h"

#include <exception>

#include "core/base/log.h"
#include "core/engine/app_paths.h"
#include "core/engine/hub_places.h"
#include "core/engine/model_library.h"
#include "core/store/model_index.h"

namespace segmoe {

std::vector<std::filesystem::path> knownModelFiles(const std::string& sha256) {
    std::vector<std::filesystem::path> files;
    if (sha256.empty()) return files;
    for (const hub::FetchedFile& fetched : fetchedModels())
        if (fetched.sha256 == sha256) files.push_back(fetched.file);
    const std::filesystem::path library = libraryFile(homeFolder());
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(library, ignored)) return files;
    try {
        for (const store::ModelRow& row : store::ModelIndex(library).models())
            if (row.sha256 == sha256 && !row.isMissing && !row.found.isFolder) files.push_back(row.found.path);
    } catch (const std::exception& error) {
        logMessage(LogLevel::Warning, error.what());  // then it is fetched
    }
    return files;
}

}  // namespace segmoe
