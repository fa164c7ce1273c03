// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/standin/certificate.h"
#include "tests/support/standin/origin.h"
#include "tests/support/standin/repository.h"

namespace segmoe::standin {

/// Spoils or replaces answers that match. `change` may call the stand-in.
struct Fault {
    std::string origin;  ///< "hub", "storage", "civitai", "civitai-twin", "other"; empty = any
    std::string method;  ///< empty = any
    std::string target;  ///< part of path and query; empty = any
    int skip = 0;        ///< matching requests that pass first
    int times = -1;      ///< matching requests that are spoilt then; -1 = all
    std::function<void(const Request&, Answer&)> change;
    bool isInstead = false;  ///< the request is not carried out: nothing is stored, the answer begins empty
};

/// Hugging Face's hub, its storage and CivitAI on loopback, each an origin of its own, after hub.md §2–§5. Shares no
/// code with core/hub. Thread-safe.
class Standin {
public:
    static constexpr const char* kToken = "hf_StandinTokenThatIsGood";
    static constexpr const char* kReadToken = "hf_StandinTokenThatMayRead";
    static constexpr const char* kCivitaiKey = "StandinCivitaiKey0123456789";

    /// With an authority every origin speaks TLS.
    explicit Standin(const Authority* authority = nullptr);
    ~Standin();

    /// Origins by name.
    const Origin& origin(const std::string& name) const { return *m_origins.at(name); }
    std::string url(const std::string& name) const { return origin(name).url(); }

    /// Files longer than 100 bytes with one of the suffixes of large files are LFS. Returns the commit.
    std::string addRepo(const std::string& id, const std::map<std::string, std::string>& files);
    /// Changes a repository under the lock.
    void editRepo(const std::string& id, const std::function<void(Repository&)>& edit);
    void addVersion(CivitaiVersion version);
    void fail(Fault fault);
    void clearFaults();
    /// Links that were given out so far are refused from now on.
    void expireLinks();
    /// Entries of a page of the tree and of a search.
    void setPageSize(int entries);
    /// Uploads over this many bytes are asked for in parts, where the client can send parts; 0 = never.
    void setPartSize(std::size_t bytes);
    /// A header that the storage wants with every upload, as the batch answer names it.
    void requireUploadHeader(std::string name, std::string value);
    /// Name of the origin that confirms uploads.
    void setVerifyOrigin(std::string origin);
    /// Whether the storage has these bytes.
    bool hasBlob(const std::string& sha256) const;

    std::vector<Record> log() const;
    /// Records of one origin, optionally of one method.
    std::vector<Record> log(const std::string& origin, const std::string& method = {}) const;
    void clearLog();

private:
    friend class HubFace;
    friend class StorageFace;
    friend class CivitaiFace;
    friend class UploadFace;

    Answer answer(const Request& request);
    Answer answerTruthfully(const Request& request);
    Answer answerControl(const Request& request);
    std::string storageLink(const std::string& sha256, const std::string& folder = "blobs");
    bool isSpoilt(const Request& request, Fault& fault);

    mutable std::recursive_mutex m_mutex;
    std::map<std::string, Repository> m_repositories;
    std::map<std::string, Bytes> m_blobs;  ///< sha256 → bytes
    std::map<int, CivitaiVersion> m_versions;
    std::map<std::string, std::map<int, std::string>> m_parts;  ///< sha256 → number → bytes
    std::size_t m_partSize = 0;
    HeaderLine m_uploadHeader;
    std::string m_verifyOrigin = "hub";
    std::list<Fault> m_faults;  ///< a change may add more
    std::vector<Record> m_log;
    int m_generation = 1;
    int m_pageSize = 1000;
    std::map<std::string, std::unique_ptr<Origin>> m_origins;  ///< last: their threads use all of the above
};

}  // namespace segmoe::standin
