// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/hub/file_source.h"
#include "core/hub/hf_answers.h"
#include "core/hub/http.h"
#include "core/hub/hub_failure.h"
#include "core/hub/token_store.h"

namespace segmoe::hub {

struct HfSearch {
    std::string text;
    std::vector<std::string> filters = {
        "diffusers"};                           ///< tags a model must have: "diffusers:StableDiffusionXLPipeline"…
    std::string pipelineTag = "text-to-image";  ///< empty = any
    std::string sort = "downloads";
    int limit = 50;  ///< of one page, 1…100
};

/// One page of a search, and the address of the next; empty when it is the last.
struct HfPage {
    std::vector<RepoInfo> models;
    std::string next;
};

/// Error{FileNotFound} where the Hub itself says that this commit has no such file; a page that is missing says
/// nothing.
class EntryAbsent final : public Error {
public:
    explicit EntryAbsent(const Error& error) : Error(error) {}
};

/// The Hugging Face Hub (hub.md §2): one request per call unless said otherwise. The token goes to the endpoint only.
/// Throws what hfFailure() makes of refusals, Error{BadServerReply, NotAHub}, what the transport throws, Cancelled.
/// Thread-safe when the transport is.
class HfHub final : public LinkResolver {
public:
    /// `transport` must outlive it. `endpoint`: an origin, as checkedEndpoint() gives it.
    HfHub(HttpTransport& transport, std::string endpoint, FoundToken token = {});

    const std::string& endpoint() const { return m_endpoint; }
    bool hasToken() const { return !m_token.credential.empty(); }

    HfPage search(const HfSearch& search, const CancelToken& cancel) const;
    HfPage nextPage(const std::string& next, const CancelToken& cancel) const;
    /// Of a branch, tag or commit; empty = main.
    RepoInfo info(const std::string& repo, const std::string& revision, const CancelToken& cancel) const;
    /// Every file at a commit: all pages, at most 100 of them and 50,000 entries.
    std::vector<RepoFile> tree(const std::string& repo, const std::string& commit, const CancelToken& cancel) const;
    /// The text of a small file at a commit, at most maxBytes.
    std::string text(const std::string& repo, const std::string& commit, const std::string& path, std::size_t maxBytes,
                     const CancelToken& cancel) const;
    /// Who the token belongs to: asked rarely, the Hub limits it strictly.
    HubIdentity whoami(const CancelToken& cancel) const;

    /// Metadata by HEAD, always at a commit: what the file is, and where its bytes are now. Throws EntryAbsent too.
    FileLink resolve(const FileSource& source, const CancelToken& cancel) override;

    FileSource source(const std::string& repo, const std::string& commit, const RepoFile& file) const;

    /// A request to the API with the token; for the upload client too.
    HttpRequest request(HttpMethod method, const std::string& url, const CancelToken& cancel) const;
    /// Performs it; anything but a success throws.
    HttpResponse ask(const HttpRequest& request, RequestTopic topic) const;
    /// Address of a repository's part of the API: "…/api/models/owner/name/…".
    std::string api(const std::string& repo, const std::string& rest) const;

private:
    HfPage page(const std::string& url, const CancelToken& cancel) const;
    /// The next page's address when it stays at the endpoint. Throws Error{BadServerReply} when it leads away.
    std::string nextAddress(const HttpResponse& answer) const;
    std::string fileUrl(const FileSource& source) const;

    HttpTransport& m_transport;
    std::string m_endpoint;
    FoundToken m_token;
};

}  // namespace segmoe::hub
