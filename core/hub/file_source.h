// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/hub/credential.h"

namespace segmoe::hub {

/// Names one file of a hub for good: enough to ask for it again after a restart, and nothing that is secret.
struct FileSource {
    std::string hub;      ///< origin, e.g. "https://huggingface.co" or "https://civitai.com"
    std::string repo;     ///< "org/name"; empty for CivitAI
    std::string commit;   ///< 40 hex; empty for CivitAI
    std::string path;     ///< inside the repository; the file's name for CivitAI
    std::string version;  ///< CivitAI: model version
    std::string fileId;   ///< CivitAI: file of that version

    bool isCivitai() const { return repo.empty(); }
    bool operator==(const FileSource&) const = default;
};

enum class DigestKind { None, Sha256, GitSha1 };

/// What the source says the bytes are.
struct ExpectedContent {
    std::optional<std::uint64_t> size;  ///< none = only the answer of the storage knows
    DigestKind digestKind = DigestKind::None;
    std::string digest;  ///< lower-case hex, 64 or 40
    std::string etag;    ///< the hub's own name of this content; partial files of another one are not continued

    bool operator==(const ExpectedContent&) const = default;
};

/// Where the bytes can be had right now. Signed links die within minutes and are never stored.
struct FileLink {
    std::string url;
    Credential credential;                 ///< for the hub's own origins; empty for signed links
    std::vector<std::string> homeOrigins;  ///< as in HttpRequest
    ExpectedContent content;               ///< as the hub describes it now
};

/// Asks a hub for the link of a file: Hugging Face by HEAD of /resolve/ (hub.md §2.2), CivitAI by its download address
/// (§4). The hub clients implement it; the downloader calls it before the first byte and again when a link has expired.
/// Thread-safe. Throws what the hub's refusals mean (Gated, RepoNotFound, LoginNeeded, …), transport errors, Cancelled.
class LinkResolver {
public:
    virtual ~LinkResolver() = default;
    virtual FileLink resolve(const FileSource& source, const CancelToken& cancel) = 0;
};

}  // namespace segmoe::hub
