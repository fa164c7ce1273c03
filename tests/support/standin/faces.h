// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "tests/support/standin/standin.h"

namespace segmoe::standin {

/// The Hub's reading side: search, info, tree, refs, whoami, resolve.
class HubFace {
public:
    explicit HubFace(Standin& standin) : m_standin(standin) {}
    Answer answer(const Request& request);

private:
    Answer answerApi(const Request& request);
    Answer answerRepo(const Request& request, Repository& repository, const std::string& rest);
    Answer list(const Request& request);
    Answer tree(const Request& request, const Tree& tree, const std::string& commit);
    Answer resolve(const Request& request, Repository& repository, const std::string& rest);
    Answer file(const Request& request, const StoredFile& file, const std::string& commit);
    std::optional<Answer> refusal(const Request& request, const Repository& repository) const;
    Repository* find(std::string path, std::string& rest) const;
    nlohmann::json info(const Repository& repository, const std::string& commit) const;

    Standin& m_standin;
};

/// Signed links: Range, If-Range, expiry; refuses any Authorization.
class StorageFace {
public:
    explicit StorageFace(Standin& standin) : m_standin(standin) {}
    Answer answer(const Request& request);

private:
    Standin& m_standin;
};

/// civitai.com: models, versions, by-hash, downloads.
class CivitaiFace {
public:
    explicit CivitaiFace(Standin& standin) : m_standin(standin) {}
    Answer answer(const Request& request);

private:
    Answer list(const Request& request);
    Answer download(const Request& request, const CivitaiVersion& version);
    nlohmann::json version(const CivitaiVersion& version) const;

    Standin& m_standin;
};

/// The Hub's writing side: create, validate, preupload, LFS batch, PUT, verify, commit.
class UploadFace {
public:
    explicit UploadFace(Standin& standin) : m_standin(standin) {}
    /// Nothing when the request is none of these.
    std::optional<Answer> answer(const Request& request);

private:
    Answer create(const Request& request);
    Answer preupload(const Request& request);
    Answer batch(const Request& request);
    nlohmann::json uploadActions(const nlohmann::json& wanted, bool mayBeParts, const std::string& authorization);
    Answer complete(const Request& request);
    Answer commit(const Request& request, Repository& repository, const std::string& branch);

    Standin& m_standin;
};

/// A part of a file as the request's Range asks for it: 206, 416 or the whole.
Answer ranged(const Request& request, const Bytes& bytes, const std::string& etag);
/// The ETag of an uploaded part.
std::string partEtag(const std::string& bytes);
/// {"error": text}, with the header the hub puts its code in.
Answer hubError(int status, const std::string& code, const std::string& text);

}  // namespace segmoe::standin
