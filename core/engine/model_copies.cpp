// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_copies.h"

#include <algorithm>
#include <string>
#include <system_error>

#include <unistd.h>

#include "core/hub/hub_folders.h"
#include "core/store/file_copies.h"
#include "core/store/folder_scan.h"

namespace segmoe {

namespace {

namespace fs = std::filesystem;

ModelCopy::Place copyPlaceOf(const fs::path& file, bool isSymlink, const std::vector<fs::path>& foreign) {
    if (isInHubCache(file)) return ModelCopy::Place::HubCache;
    if (isSymlink) return ModelCopy::Place::Link;
    const bool isForeign =
        std::ranges::any_of(foreign, [&](const fs::path& root) { return store::isWithin(file, root); });
    const bool isReadOnly = ::access(file.parent_path().c_str(), W_OK) != 0;
    return isForeign || isReadOnly ? ModelCopy::Place::ReadOnly : ModelCopy::Place::Own;
}

}  // namespace

bool isInHubCache(const fs::path& place) {
    std::error_code failed;
    const fs::path real = fs::weakly_canonical(place, failed);
    const fs::path cache = fs::weakly_canonical(hub::hfCacheRoot(), failed);
    return (!cache.empty() && store::isWithin(real, cache)) ||
           std::ranges::any_of(real, [](const fs::path& part) {  // of one that lies elsewhere: models--OWNER--NAME
               return part.string().starts_with("models--");
           });
}

std::vector<ModelCopy> describeCopies(const std::vector<fs::path>& files, const std::vector<fs::path>& foreign) {
    std::vector<ModelCopy> copies;
    for (const fs::path& file : files) {
        const auto node = store::fileNode(file);
        if (!node) continue;
        copies.push_back(
            {file, copyPlaceOf(file, node->isSymlink, foreign), node->bytes, node->device, node->inode, node->links});
    }
    return copies;
}

}  // namespace segmoe
