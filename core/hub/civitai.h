// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/hub/civitai_answers.h"
#include "core/hub/file_source.h"
#include "core/hub/http.h"
#include "core/hub/hub_failure.h"
#include "core/hub/token_store.h"

namespace segmoe::hub {

struct CivitaiSearch {
    std::string text;
    std::vector<std::string> types = {"Checkpoint"};
    std::vector<std::string> baseModels;  ///< "SD 1.5"…; empty = all
    int limit = 50;                       ///< 1…100
    std::string sort;                     ///< "Most Downloaded", "Highest Rated", "Newest"; empty = the site's own
    std::string period;                   ///< "AllTime", "Year", "Month", "Week", "Day"; empty = the site's own
    bool onlyCommercial = false;          ///< pictures made with it may be sold
    bool withMature = false;
};

/// CivitAI (hub.md §4). Its key goes to its own hosts only. Throws what civitaiFailure() makes of refusals,
/// Error{BadServerReply}, what the transport throws, Cancelled. Thread-safe when the transport is.
class Civitai final : public LinkResolver {
public:
    /// `transport` must outlive it. `endpoint`: "https://civitai.com", or an origin on this machine.
    Civitai(HttpTransport& transport, std::string endpoint, FoundToken key = {});

    const std::string& endpoint() const { return m_endpoint; }
    bool hasKey() const { return !m_key.credential.empty(); }

    /// One page that has models, or the last: empty pages in between are passed over, at most 20 of them. `cursor`: of
    /// the page before; empty = the first.
    CivitaiPage search(const CivitaiSearch& search, const std::string& cursor, const CancelToken& cancel) const;
    /// Throws Error{Archived} for a model whose files are gone.
    CivitaiModel model(std::int64_t id, const CancelToken& cancel) const;
    /// The same, archived or not.
    CivitaiModel anyModel(std::int64_t id, const CancelToken& cancel) const;
    CivitaiVersion version(std::int64_t id, const CancelToken& cancel) const;
    /// The version a file with this SHA-256 or AutoV digest belongs to. Error{RepoNotFound} when the site does not know
    /// it. Throws Error{RequestInvalid} for what is no digest.
    CivitaiVersion byHash(const std::string& digest, const CancelToken& cancel) const;
    /// The name of the account the key belongs to.
    std::string whoami(const CancelToken& cancel) const;

    FileSource source(const CivitaiVersion& version, const CivitaiFile& file) const;
    /// What the storage calls a file; nothing where it does not say. Sends for one byte of it, over a link of its own.
    std::optional<std::string> offeredName(const FileSource& source, const CancelToken& cancel) const;
    /// Asks for the signed link of source.version and source.fileId; what the file is comes from the version's page.
    FileLink resolve(const FileSource& source, const CancelToken& cancel) override;

private:
    HttpRequest request(const std::string& url, const CancelToken& cancel) const;
    std::string ask(const std::string& path, const std::string& name, const CancelToken& cancel) const;
    std::string signedLink(const FileSource& source, const CancelToken& cancel) const;

    HttpTransport& m_transport;
    std::string m_endpoint;
    FoundToken m_key;
};

}  // namespace segmoe::hub
