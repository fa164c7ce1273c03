// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/hf_hub.h"

#include <charconv>
#include <set>
#include <utility>

#include "core/base/utf8.h"
#include "core/hub/http_url.h"
#include "core/hub/hub_names.h"
#include "core/hub/link_header.h"
#include "core/hub/path_rules.h"

namespace segmoe::hub {

namespace {

constexpr int kMostPages = 100;
constexpr std::size_t kMostEntries = 50'000;

std::string hostOf(const std::string& endpoint) { return HttpUrl::parse(endpoint).host; }

[[noreturn]] void refuse(const std::string& endpoint, const std::string& what) {
    throw Error(ErrorCode::BadServerReply, hostOf(endpoint) + " sent something unreadable (" + what + ").");
}

/// W/"…", "…" or bare.
std::string plainEtag(std::string text) {
    if (text.starts_with("W/")) text.erase(0, 2);
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
    return text;
}

std::optional<std::uint64_t> wholeNumber(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    return error == std::errc() && end == text->data() + text->size() ? std::optional(value) : std::nullopt;
}

ExpectedContent contentOf(const HttpResponse& head, const std::string& endpoint) {
    for (const char* name : {"ETag", "X-Linked-Etag", "X-Linked-Size", "X-Repo-Commit", "Location"})
        if (head.headers.isContradictory(name)) refuse(endpoint, std::string("two different ") + name + " lines");
    ExpectedContent content;
    content.etag = plainEtag(head.headers.first("X-Linked-Etag").value_or(head.headers.first("ETag").value_or("")));
    if (!isEtag(content.etag)) refuse(endpoint, "no digest of the file");
    content.digest = content.etag;
    content.digestKind = content.etag.size() == 64 ? DigestKind::Sha256 : DigestKind::GitSha1;
    content.size = wholeNumber(head.headers.first("X-Linked-Size"));
    if (!content.size && !head.isRedirect()) content.size = wholeNumber(head.headers.first("Content-Length"));
    return content;
}

[[noreturn]] void throwAbsence(const HttpResponse& answer, const RequestTopic& topic) {
    const Error error = hfFailure(answer, topic);
    const bool isEntry = answer.status == 404 && answer.headers.first("X-Error-Code") == "EntryNotFound" &&
                         answer.headers.first("X-Repo-Commit") == topic.revision;
    if (isEntry) throw EntryAbsent(error);
    throw error;
}

}  // namespace

HfHub::HfHub(HttpTransport& transport, std::string endpoint, FoundToken token)
    : m_transport(transport), m_endpoint(std::move(endpoint)), m_token(std::move(token)) {}

HttpRequest HfHub::request(HttpMethod method, const std::string& url, const CancelToken& cancel) const {
    HttpRequest request;
    request.method = method;
    request.url = url;
    request.credential = m_token.credential;
    request.homeOrigins = originsOf(Site::HuggingFace, m_endpoint);
    request.cancel = cancel;
    return request;
}

HttpResponse HfHub::ask(const HttpRequest& request, RequestTopic topic) const {
    HttpResponse answer = m_transport.perform(request);
    if (answer.isSuccess()) return answer;
    topic.tokenName = m_token.credential.empty() ? std::string() : m_token.name;
    throw hfFailure(answer, topic);
}

std::string HfHub::api(const std::string& repo, const std::string& rest) const {
    return m_endpoint + "/api/models/" + percentEncodedPath(repo) + rest;
}

std::string HfHub::nextAddress(const HttpResponse& answer) const {
    const auto header = answer.headers.first("Link");
    const auto target = header ? nextLink(*header) : std::nullopt;
    if (!target) return {};
    try {
        const HttpUrl next = HttpUrl::parse(answer.finalUrl).joined(*target);
        if (next.origin() == m_endpoint) return next.text();
    } catch (const Error&) {
        refuse(m_endpoint, "its next page has no address");
    }
    refuse(m_endpoint, "its next page is on another server");
}

HfPage HfHub::page(const std::string& url, const CancelToken& cancel) const {
    const HttpResponse answer = ask(request(HttpMethod::Get, url, cancel), {});
    return {parseRepoList(answer.body, hostOf(m_endpoint)), nextAddress(answer)};
}

HfPage HfHub::search(const HfSearch& search, const CancelToken& cancel) const {
    std::vector<std::pair<std::string, std::string>> parameters;
    if (!search.text.empty()) parameters.emplace_back("search", search.text);
    for (const std::string& tag : search.filters) parameters.emplace_back("filter", tag);
    if (!search.pipelineTag.empty()) parameters.emplace_back("pipeline_tag", search.pipelineTag);
    parameters.emplace_back("sort", search.sort);
    parameters.emplace_back("limit", std::to_string(search.limit));
    for (const char* field : {"downloads", "likes", "tags", "gated", "private", "lastModified", "pipeline_tag",
                              "library_name", "sha", "siblings", "cardData", "widgetData"})
        parameters.emplace_back("expand", field);
    return page(m_endpoint + "/api/models?" + queryText(parameters), cancel);
}

HfPage HfHub::nextPage(const std::string& next, const CancelToken& cancel) const { return page(next, cancel); }

RepoInfo HfHub::info(const std::string& repo, const std::string& revision, const CancelToken& cancel) const {
    if (!isRepoId(repo)) throw Error(ErrorCode::NameRefused, quote(repo) + " is not the name of a repository.");
    const std::string rest = revision.empty() ? "" : "/revision/" + percentEncoded(revision);
    const HttpResponse answer = ask(request(HttpMethod::Get, api(repo, rest), cancel), {repo, revision, {}, false, {}});
    RepoInfo info = parseRepoInfo(answer.body, hostOf(m_endpoint));
    if (info.isDisabled)
        throw Error(ErrorCode::RepoDisabled, "Hugging Face has disabled " + repo + ". Choose another model.");
    if (info.commit.empty()) refuse(m_endpoint, "no commit of " + repo);
    return info;
}

std::vector<RepoFile> HfHub::tree(const std::string& repo, const std::string& commit, const CancelToken& cancel) const {
    std::vector<RepoFile> files;
    std::set<std::string> seen;
    std::string url = api(repo, "/tree/" + percentEncoded(commit) + "?recursive=true&expand=false");
    while (!url.empty()) {
        if (!seen.insert(url).second) refuse(m_endpoint, "its pages run in a circle");
        if (seen.size() > kMostPages) refuse(m_endpoint, "a listing of more than 100 pages");
        const HttpResponse answer = ask(request(HttpMethod::Get, url, cancel), {repo, commit, {}, false, {}});
        for (RepoFile& file : parseTree(answer.body, hostOf(m_endpoint))) files.push_back(std::move(file));
        if (files.size() > kMostEntries) refuse(m_endpoint, "a listing of more than 50,000 files");
        url = nextAddress(answer);
    }
    return files;
}

std::string HfHub::fileUrl(const FileSource& source) const {
    return m_endpoint + "/" + percentEncodedPath(source.repo) + "/resolve/" + percentEncoded(source.commit) + "/" +
           percentEncodedPath(source.path);
}

FileSource HfHub::source(const std::string& repo, const std::string& commit, const RepoFile& file) const {
    FileSource source;
    source.hub = m_endpoint;
    source.repo = repo;
    source.commit = commit;
    source.path = file.path;
    return source;
}

std::string HfHub::text(const std::string& repo, const std::string& commit, const std::string& path,
                        std::size_t maxBytes, const CancelToken& cancel) const {
    requireSafePath(path, repo);
    FileSource source;
    source.repo = repo;
    source.commit = commit;
    source.path = path;
    HttpRequest asked = request(HttpMethod::Get, fileUrl(source), cancel);
    asked.redirects = RedirectPolicy::Anywhere;  // small files may lie in the storage too
    asked.maxBodyBytes = maxBytes;
    return ask(asked, {repo, commit, path, false, {}}).body;
}

HubIdentity HfHub::whoami(const CancelToken& cancel) const {
    const HttpResponse answer = ask(request(HttpMethod::Get, m_endpoint + "/api/whoami-v2", cancel), {});
    return parseIdentity(answer.body, hostOf(m_endpoint));
}

FileLink HfHub::resolve(const FileSource& source, const CancelToken& cancel) {
    requireSafePath(source.path, source.repo);
    HttpRequest asked = request(HttpMethod::Head, fileUrl(source), cancel);
    const HttpResponse head = m_transport.perform(asked);
    if (!head.isSuccess() && !head.isRedirect())
        throwAbsence(head, {source.repo, source.commit, source.path, false,
                            m_token.credential.empty() ? std::string() : m_token.name});
    const auto commit = head.headers.first("X-Repo-Commit");
    if (!commit)
        throw Error(ErrorCode::NotAHub,
                    hostOf(m_endpoint) + " does not answer like a Hugging Face Hub. Check HF_ENDPOINT and the proxy.");
    if (*commit != source.commit)
        throw Error(ErrorCode::ContentChanged, source.path + " of " + source.repo +
                                                   " was replaced at the source. Start again with the new version.");
    FileLink link;
    link.content = contentOf(head, m_endpoint);
    link.homeOrigins = asked.homeOrigins;
    if (!head.isRedirect()) {
        link.url = asked.url;
        link.credential = m_token.credential;
        return link;
    }
    const auto location = head.headers.first("Location");
    if (!location) refuse(m_endpoint, "a redirect to nowhere");
    link.url = HttpUrl::parse(head.finalUrl).joined(*location).text();
    return link;
}

}  // namespace segmoe::hub
