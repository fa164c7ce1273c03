// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/domain/model_name.h"

#include <string_view>

namespace segmoe {

namespace {

constexpr std::string_view kRepoMark = "models--";

/// The repository's name of a folder of the cache; empty for others.
std::string repoNameOf(const std::filesystem::path& folder) {
    const std::filesystem::path snapshots = folder.parent_path();
    if (snapshots.filename() != "snapshots") return {};
    const std::string repo = snapshots.parent_path().filename().string();
    if (!repo.starts_with(kRepoMark)) return {};
    // An owner's name holds no "--"; a repository without an owner has one part.
    const std::string name = repo.substr(kRepoMark.size());
    const std::size_t mark = name.find("--");
    return mark == std::string::npos ? name : name.substr(mark + 2);
}

}  // namespace

std::string modelNameOf(const std::filesystem::path& path, bool isFolder) {
    if (!isFolder) return path.stem().string();
    const std::filesystem::path folder = path.has_filename() ? path : path.parent_path();  // "model/"
    const std::string repo = repoNameOf(folder);
    return repo.empty() ? folder.filename().string() : repo;
}

}  // namespace segmoe
