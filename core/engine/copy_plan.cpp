// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Declared in model_copies.h and model_library.h; apart from them because the window plans without the core.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/engine/model_copies.h"
#include "core/engine/model_library.h"

namespace segmoe {

CopyPlan planCopies(const std::vector<ModelCopy>& copies, const std::filesystem::path& keep) {
    CopyPlan plan;
    const auto kept = std::ranges::find(copies, keep, &ModelCopy::path);
    if (kept == copies.end()) return plan;
    std::map<std::uint64_t, std::uint64_t> joined;  // names of an inode that would go
    for (const ModelCopy& copy : copies) {
        if (copy.path == keep || copy.place != ModelCopy::Place::Own) continue;
        plan.trash.push_back(copy.path);
        const bool isApart = copy.device == kept->device && copy.inode != kept->inode;
        if (kept->place != ModelCopy::Place::Own || !isApart) continue;
        plan.join.push_back(copy.path);
        if (++joined[copy.inode] == copy.links) plan.joinBytes += copy.bytes;
    }
    return plan;
}

void countCopies(std::vector<LibraryModel>& models) {
    struct Places {
        std::set<std::pair<std::uint64_t, std::uint64_t>> known;
        int unknown = 0;
    };
    std::map<std::string, Places> places;
    for (const LibraryModel& model : models) {
        if (model.sha256.empty() || model.isMissing) continue;
        Places& of = places[model.sha256];
        if (model.inode == 0)
            ++of.unknown;
        else
            of.known.emplace(model.device, model.inode);
    }
    for (LibraryModel& model : models) {
        const auto found = places.find(model.sha256);
        model.copies = found == places.end()
                           ? 1
                           : std::max(1, static_cast<int>(found->second.known.size()) + found->second.unknown);
    }
}

}  // namespace segmoe
