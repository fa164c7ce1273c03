// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/civitai.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/base/utf8.h"
#include "core/hub/answer_fields.h"
#include "core/hub/content_disposition.h"
#include "core/hub/http_url.h"
#include "core/hub/path_rules.h"

namespace segmoe::hub {

namespace {

constexpr int kMostEmptyPages = 20;
constexpr std::size_t kMostCursorBytes = 1024;

bool isDigest(const std::string& text) {
    const bool isLength = text.size() == 8 || text.size() == 10 || text.size() == 12 || text.size() == 64;
    return isLength && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

std::int64_t numberOf(const std::string& text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// CivitAI sends people without a key to its login page instead of refusing (hub.md §4).
bool isLoginPage(const HttpUrl& url) {
    return url.path == "/login" || url.query.find("reason=download-auth") != std::string::npos;
}

Error loginNeeded(const std::string& name) {
    return {ErrorCode::LoginNeeded, quote(name) +
                                        " needs a CivitAI key. Make one in your account there, and give it to "
                                        "this program (segmoe login civitai)."};
}

/// Wants the head of an answer alone.
class HeadSink final : public HttpSink {
public:
    bool wantsBody(const HttpResponse&) override { return false; }
    void write(std::span<const std::byte>) override {}
};

}  // namespace

Civitai::Civitai(HttpTransport& transport, std::string endpoint, FoundToken key)
    : m_transport(transport), m_endpoint(std::move(endpoint)), m_key(std::move(key)) {}

HttpRequest Civitai::request(const std::string& url, const CancelToken& cancel) const {
    HttpRequest request;
    request.url = url;
    request.credential = m_key.credential;
    request.homeOrigins = originsOf(Site::CivitAi, m_endpoint);
    request.cancel = cancel;
    return request;
}

std::string Civitai::ask(const std::string& path, const std::string& name, const CancelToken& cancel) const {
    const HttpResponse answer = m_transport.perform(request(m_endpoint + "/api/v1" + path, cancel));
    if (answer.isSuccess()) return answer.body;
    throw civitaiFailure(answer, {name, {}, {}, false, m_key.credential.empty() ? std::string() : m_key.name});
}

CivitaiPage Civitai::search(const CivitaiSearch& search, const std::string& cursor, const CancelToken& cancel) const {
    std::string next = cursor;
    for (int empty = 0; empty <= kMostEmptyPages; ++empty) {
        std::vector<std::pair<std::string, std::string>> parameters;
        if (!search.text.empty()) parameters.emplace_back("query", search.text);
        for (const std::string& type : search.types) parameters.emplace_back("types", type);
        for (const std::string& base : search.baseModels) parameters.emplace_back("baseModels", base);
        if (!search.sort.empty()) parameters.emplace_back("sort", search.sort);
        if (!search.period.empty()) parameters.emplace_back("period", search.period);
        if (search.onlyCommercial) parameters.emplace_back("allowCommercialUse", "Image");
        if (search.withMature) parameters.emplace_back("nsfw", "true");
        parameters.emplace_back("limit", std::to_string(search.limit));
        if (!next.empty()) parameters.emplace_back("cursor", next);
        CivitaiPage page = parseCivitaiPage(ask("/models?" + queryText(parameters), {}, cancel), "CivitAI");
        if (page.cursor.size() > kMostCursorBytes || (!next.empty() && page.cursor == next)) page.cursor.clear();
        if (!page.models.empty() || page.cursor.empty()) return page;
        next = page.cursor;
    }
    return {};
}

CivitaiModel Civitai::anyModel(std::int64_t id, const CancelToken& cancel) const {
    const std::string name = "Model " + std::to_string(id);
    return parseCivitaiModel(ask("/models/" + std::to_string(id), name, cancel), "CivitAI");
}

CivitaiModel Civitai::model(std::int64_t id, const CancelToken& cancel) const {
    CivitaiModel model = anyModel(id, cancel);
    if (isGone(model))
        throw Error(ErrorCode::Archived, quote(model.name) +
                                             (model.mode == "Archived" ? " is archived" : " was taken down") +
                                             " on CivitAI; its files are gone. Choose another model.");
    return model;
}

CivitaiVersion Civitai::version(std::int64_t id, const CancelToken& cancel) const {
    const std::string name = "Version " + std::to_string(id);
    return parseCivitaiVersion(ask("/model-versions/" + std::to_string(id), name, cancel), "CivitAI");
}

CivitaiVersion Civitai::byHash(const std::string& digest, const CancelToken& cancel) const {
    if (!isDigest(digest))
        throw Error(ErrorCode::RequestInvalid,
                    quote(digest) + " is no digest CivitAI knows; SHA-256 or one of the AutoV forms is needed.");
    return parseCivitaiVersion(ask("/model-versions/by-hash/" + digest, "A file with the digest " + digest, cancel),
                               "CivitAI");
}

std::string Civitai::whoami(const CancelToken& cancel) const {
    const nlohmann::json answer = parseObject(ask("/me", {}, cancel), "CivitAI");
    return AnswerFields(answer, "CivitAI").text("username");
}

FileSource Civitai::source(const CivitaiVersion& version, const CivitaiFile& file) const {
    FileSource source;
    source.hub = m_endpoint;
    source.path = sanitisedFileName(file.name, ".safetensors");
    source.version = std::to_string(version.id);
    source.fileId = std::to_string(file.id);
    return source;
}

std::string Civitai::signedLink(const FileSource& source, const CancelToken& cancel) const {
    const std::string url = m_endpoint + "/api/download/models/" + percentEncoded(source.version) +
                            "?fileId=" + percentEncoded(source.fileId);
    HttpRequest asked = request(url, cancel);
    asked.maxBodyBytes = 64 * 1024;
    const HttpResponse answer = m_transport.perform(asked);
    const RequestTopic topic{quote(source.path), {}, {}, false, m_key.credential.empty() ? std::string() : m_key.name};
    if (isLoginPage(HttpUrl::parse(answer.finalUrl))) throw loginNeeded(source.path);
    const auto location = answer.headers.first("Location");
    if (!answer.isRedirect() || !location) {
        if (!answer.isSuccess()) throw civitaiFailure(answer, topic);
        // a page or an error object with status 200 where a link to the file should be
        throw Error(ErrorCode::BadServerReply,
                    "CivitAI sent no link to " + quote(source.path) +
                        ". Open its page in a browser; a key may help (segmoe login civitai).",
                    serverText(answer));
    }
    const HttpUrl target = HttpUrl::parse(answer.finalUrl).joined(*location);
    if (isLoginPage(target)) throw loginNeeded(source.path);
    return target.text();
}

std::optional<std::string> Civitai::offeredName(const FileSource& source, const CancelToken& cancel) const {
    HttpRequest asked;
    asked.url = signedLink(source, cancel);
    asked.headers.set("Range", "bytes=0-0");
    asked.redirects = RedirectPolicy::Anywhere;
    asked.cancel = cancel;
    HeadSink sink;
    const HttpResponse answer = m_transport.performStreaming(asked, sink);
    if (!answer.isSuccess()) return std::nullopt;  // the download will say what is wrong
    return dispositionFileName(answer.headers.first("Content-Disposition").value_or(""));
}

FileLink Civitai::resolve(const FileSource& source, const CancelToken& cancel) {
    const CivitaiVersion page = version(numberOf(source.version), cancel);
    const auto file = std::ranges::find(page.files, numberOf(source.fileId), &CivitaiFile::id);
    if (file == page.files.end())
        throw Error(ErrorCode::Archived, quote(source.path) + " is gone from CivitAI. Choose another version.");
    FileLink link;
    link.content.digestKind = file->sha256.empty() ? DigestKind::None : DigestKind::Sha256;
    link.content.digest = file->sha256;
    link.content.etag = file->sha256;
    link.url = signedLink(source, cancel);
    return link;
}

}  // namespace segmoe::hub
