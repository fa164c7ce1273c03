// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <system_error>

#include "core/base/error.h"
#include "core/hub/cache_links.h"
#include "core/hub/hf_cache.h"
#include "core/hub/hub_names.h"
#include "core/hub/path_rules.h"
#include "core/hub/small_file.h"

namespace segmoe::hub {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "models--";
constexpr int kDeepest = 16;

/// "models--owner--name" → "owner/name"; empty for folders of another kind.
std::string repoOf(const std::string& folder) {
    if (!folder.starts_with(kPrefix)) return {};
    std::string name = folder.substr(kPrefix.size());
    if (const std::size_t mark = name.find("--"); mark != std::string::npos) name.replace(mark, 2, "/");
    return isRepoId(name) ? name : std::string();
}

/// Every entry below a folder that is no folder itself, as a path with forward slashes; links are not followed.
std::vector<std::string> pathsBelow(const fs::path& folder) {
    std::vector<std::string> paths;
    std::error_code failed;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failed), end;
    for (; !failed && entry != end; entry.increment(failed)) {
        const fs::file_type type = entry->symlink_status(failed).type();
        if (entry.depth() >= kDeepest) entry.disable_recursion_pending();
        if (type == fs::file_type::directory) continue;
        std::string path = entry->path().lexically_relative(folder).generic_string();
        if (pathFault(path).empty()) paths.push_back(std::move(path));
    }
    std::ranges::sort(paths);
    return paths;
}

std::uint64_t blobBytes(const fs::path& folder) {
    std::uint64_t sum = 0;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed))
        if (entry.symlink_status(failed).type() == fs::file_type::regular) sum += entry.file_size(failed);
    return sum;
}

std::map<std::string, std::vector<std::string>> refsByCommit(const fs::path& folder) {
    std::map<std::string, std::vector<std::string>> refs;
    for (const std::string& name : pathsBelow(folder)) {
        const auto commit = readSmallFile(folder / name, 64);
        if (!commit || !isCommit(*commit)) continue;
        std::vector<std::string>& names = refs[*commit];
        names.insert(name == "main" ? names.begin() : names.end(), name);
    }
    return refs;
}

}  // namespace

CachedRepo HfCache::scanRepo(const std::string& name) const {
    CachedRepo repo;
    repo.repo = name;
    repo.folder = repoFolder(name);
    repo.bytes = blobBytes(repo.folder / "blobs");
    std::map<std::string, std::vector<std::string>> refs = refsByCommit(repo.folder / "refs");
    std::error_code failed;
    for (const auto& snapshot : fs::directory_iterator(repo.folder / "snapshots", failed)) {
        CachedRepo::Revision revision{snapshot.path().filename().string(), {}, {}};
        if (!isCommit(revision.commit)) continue;
        revision.refs = refs[revision.commit];
        for (std::string& path : pathsBelow(snapshot.path())) {
            try {
                if (isUsablePointer({m_root, repo.folder}, snapshot.path(), path))
                    revision.files.push_back(std::move(path));
            } catch (const Error&) {
                continue;  // a link that leads elsewhere: not ours to show
            }
        }
        repo.revisions.push_back(std::move(revision));
    }
    std::ranges::sort(repo.revisions, {}, &CachedRepo::Revision::commit);
    return repo;
}

std::vector<CachedRepo> HfCache::scan() const {
    std::vector<CachedRepo> repos;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(m_root, failed)) {
        const std::string repo = repoOf(entry.path().filename().string());
        if (!repo.empty() && entry.symlink_status(failed).type() == fs::file_type::directory)
            repos.push_back(scanRepo(repo));
    }
    std::ranges::sort(repos, {}, &CachedRepo::repo);
    return repos;
}

}  // namespace segmoe::hub
