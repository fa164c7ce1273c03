// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace segmoe::hub {

/// A repository as the Hub describes it, in a search or by itself.
struct RepoInfo {
    std::string id;
    std::string commit;  ///< of the asked revision; empty in a search that did not ask for it
    bool isGated = false;
    bool isPrivate = false;
    bool isDisabled = false;
    std::vector<std::string> tags;
    std::string license;       ///< "openrail++"…; empty = not said
    std::string pipelineTag;   ///< "text-to-image"…
    std::string libraryName;   ///< "diffusers"…
    std::string lastModified;  ///< ISO 8601
    std::int64_t downloads = 0;
    std::int64_t likes = 0;
    std::vector<std::string> files;     ///< paths as sent; empty where they were not asked for
    std::vector<std::string> pictures;  ///< addresses and paths as the model card names them
    std::string triggerWords;           ///< "instance_prompt" of the model card
};

/// One file of a repository at a commit.
struct RepoFile {
    std::string path;
    std::uint64_t size = 0;
    std::string gitId;   ///< 40 hex: the object in git (of an LFS file its pointer)
    std::string sha256;  ///< 64 hex for LFS files; empty for files that live in git

    /// The digest of the content, which names its blob: SHA-256 of an LFS file, git's SHA-1 else.
    const std::string& etag() const { return sha256.empty() ? gitId : sha256; }
    bool operator==(const RepoFile&) const = default;
};

/// Who a token belongs to.
struct HubIdentity {
    std::string name;
    std::vector<std::string> organizations;
    std::string tokenRole;  ///< "read", "write", "fineGrained"; empty = not said
};

/// The answers of the API as JSON texts: strict JSON within caps, unknown fields ignored, missing optional fields
/// empty, wrong types, bad ids and bad digests refused. `source` names the request in messages. They throw
/// Error{BadServerReply}. parseTree leaves folders out; paths are as sent (repo_selection.h judges them).
RepoInfo parseRepoInfo(std::string_view text, const std::string& source);
std::vector<RepoInfo> parseRepoList(std::string_view text, const std::string& source);
std::vector<RepoFile> parseTree(std::string_view text, const std::string& source);
HubIdentity parseIdentity(std::string_view text, const std::string& source);

}  // namespace segmoe::hub
