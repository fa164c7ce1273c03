// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/hf_cache.h"

#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/base/utf8.h"
#include "core/hub/cache_links.h"
#include "core/hub/http_headers.h"
#include "core/hub/hub_names.h"
#include "core/hub/network_settings.h"
#include "core/hub/path_rules.h"
#include "core/hub/small_file.h"

namespace segmoe::hub {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t kMaxTreeBytes = 64 * 1024 * 1024;
constexpr int kTreeFormat = 1;
constexpr std::string_view kCacheTag =
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# This folder is a cache that can be fetched again; see https://bford.info/cachedir/\n";

void requireNames(const std::string& repo, const std::string& commit) {
    if (!isRepoId(repo))
        throw Error(ErrorCode::NameRefused, quote(repo) + " is not the name of a Hugging Face repository.");
    if (!commit.empty() && !isCommit(commit))
        throw Error(ErrorCode::NameRefused, quote(commit) + " is not a commit of " + repo + ".");
}

RepoFile treeEntry(const std::string& path, const json& entry) {
    RepoFile file{path, entry.at("size").get<std::uint64_t>(), entry.at("blob_id").get<std::string>(), {}};
    if (const auto sha = entry.find("lfs_sha256"); sha != entry.end() && sha->is_string())
        file.sha256 = sha->get<std::string>();
    if (const auto size = entry.find("lfs_size"); size != entry.end() && size->is_number_unsigned())
        file.size = size->get<std::uint64_t>();
    if (!isEtag(file.etag())) throw Error(ErrorCode::CacheRefused, "A kept listing has a digest that is none.");
    return file;
}

}  // namespace

HfCache::HfCache(fs::path root) : m_root(std::move(root)) {}

fs::path HfCache::repoFolder(const std::string& repo) const {
    requireNames(repo, {});
    std::string name = "models--" + repo;
    if (const std::size_t slash = name.find('/'); slash != std::string::npos) name.replace(slash, 1, "--");
    return m_root / name;
}

fs::path HfCache::blobFile(const std::string& repo, const std::string& etag) const {
    if (!isEtag(etag)) throw Error(ErrorCode::BadServerReply, "A file of " + repo + " has a digest that is none.");
    return repoFolder(repo) / "blobs" / etag;
}

fs::path HfCache::lockFile(const std::string& repo, const std::string& etag) const {
    return m_root / ".locks" / repoFolder(repo).filename() / (blobFile(repo, etag).filename().string() + ".lock");
}

fs::path HfCache::snapshotFolder(const std::string& repo, const std::string& commit) const {
    requireNames(repo, commit);
    return repoFolder(repo) / "snapshots" / commit;
}

std::optional<std::string> HfCache::commitOf(const std::string& repo, const std::string& revision) const {
    if (!isRevision(revision)) return std::nullopt;
    std::error_code ignored;
    std::string commit = revision;
    if (!isCommit(revision)) {
        const auto text = readSmallFile(repoFolder(repo) / "refs" / revision, 64);
        if (!text || !isCommit(*text)) return std::nullopt;  // the Python tools do not forgive a line break either
        commit = *text;
    }
    return fs::is_directory(snapshotFolder(repo, commit), ignored) ? std::optional(commit) : std::nullopt;
}

std::optional<fs::path> HfCache::find(const std::string& repo, const std::string& commit,
                                      const std::string& path) const {
    requireSafePath(path, repo);
    const fs::path snapshot = snapshotFolder(repo, commit);
    return isUsablePointer({m_root, repoFolder(repo)}, snapshot, path) ? std::optional(snapshot / path) : std::nullopt;
}

bool HfCache::hasBlob(const std::string& repo, const std::string& etag, std::uint64_t size) const {
    const auto found = blobSize({m_root, repoFolder(repo)}, blobFile(repo, etag));
    return found && *found == size;
}

bool HfCache::isKnownAbsent(const std::string& repo, const std::string& commit, const std::string& path) const {
    requireSafePath(path, repo);
    std::error_code ignored;
    requireNames(repo, commit);
    return fs::is_regular_file(repoFolder(repo) / ".no_exist" / commit / path, ignored);
}

std::optional<std::vector<RepoFile>> HfCache::tree(const std::string& repo, const std::string& commit) const {
    requireNames(repo, commit);
    const auto text = readSmallFile(repoFolder(repo) / "trees" / (commit + ".json"), kMaxTreeBytes);
    if (!text) return std::nullopt;
    try {
        JsonLimits limits;
        limits.maxBytes = kMaxTreeBytes;
        const json document = parseJson(*text, "a kept listing", limits);
        if (document.at("format_version") != kTreeFormat) return std::nullopt;
        std::vector<RepoFile> files;
        for (const auto& [path, entry] : document.at("files").items()) files.push_back(treeEntry(path, entry));
        return files;
    } catch (const std::exception&) {
        return std::nullopt;  // of another version or damaged: asked for again
    }
}

bool HfCache::hasSymlinks(const std::string& repo) const {
    if (const auto off = environmentValue("HF_HUB_DISABLE_SYMLINKS"))
        for (const char* word : {"1", "on", "yes", "true"})
            if (equalsIgnoringCase(*off, word)) return false;
    return canLink(repoFolder(repo));
}

void HfCache::prepare(const std::string& repo, const std::string& commit) const {
    makeFolders(repoFolder(repo) / "blobs");
    makeFolders(snapshotFolder(repo, commit));
    std::error_code ignored;
    const fs::path tag = m_root / "CACHEDIR.TAG";
    if (!fs::exists(tag, ignored)) replaceSmallFile(tag, repoFolder(repo), kCacheTag, Privacy::Shared);
}

void HfCache::publish(const std::string& repo, const std::string& commit, const std::string& path,
                      const std::string& etag, bool isNewBlob) const {
    requireSafePath(path, repo);
    const fs::path snapshot = snapshotFolder(repo, commit);
    requireRealFolders(snapshot, path);
    makeFolders((snapshot / path).parent_path());
    const fs::path blob = blobFile(repo, etag);
    std::error_code ignored;
    fs::remove(repoFolder(repo) / ".no_exist" / commit / path, ignored);  // it is there after all
    if (hasSymlinks(repo))
        pointTo(blob, snapshot / path, repoFolder(repo));
    else
        placeCopy(blob, snapshot / path, repoFolder(repo), isNewBlob);
}

void HfCache::writeRef(const std::string& repo, const std::string& revision, const std::string& commit) const {
    requireNames(repo, commit);
    if (isCommit(revision)) return;
    if (!isRevision(revision))
        throw Error(ErrorCode::NameRefused, quote(revision) + " is not a revision of " + repo + ".");
    const fs::path file = repoFolder(repo) / "refs" / revision;
    if (readSmallFile(file, 64) == commit) return;
    replaceSmallFile(file, repoFolder(repo), commit, Privacy::Shared);
}

void HfCache::writeTree(const std::string& repo, const std::string& commit, const std::vector<RepoFile>& files) const {
    requireNames(repo, commit);
    json entries = json::object();
    for (const RepoFile& file : files) {
        json entry = {{"size", file.size}, {"blob_id", file.gitId}};
        if (!file.sha256.empty()) {
            entry["lfs_sha256"] = file.sha256;
            entry["lfs_size"] = file.size;
        }
        entries[file.path] = std::move(entry);
    }
    const json document = {{"format_version", kTreeFormat}, {"files", std::move(entries)}};
    replaceSmallFile(repoFolder(repo) / "trees" / (commit + ".json"), repoFolder(repo), document.dump(2),
                     Privacy::Shared);
}

void HfCache::markAbsent(const std::string& repo, const std::string& commit, const std::string& path) const {
    requireSafePath(path, repo);
    requireNames(repo, commit);
    replaceSmallFile(repoFolder(repo) / ".no_exist" / commit / path, repoFolder(repo), {}, Privacy::Shared);
}

}  // namespace segmoe::hub
