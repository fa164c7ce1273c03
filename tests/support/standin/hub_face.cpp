// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "tests/support/standin/faces.h"

namespace segmoe::standin {

using nlohmann::json;

namespace {

constexpr std::string_view kApi = "/api/models/";
constexpr int kExpandedPage = 50;  ///< entries where last commits are asked for too

bool takePrefix(std::string& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.erase(0, prefix.size());
    return true;
}

json treeEntry(const std::string& path, const StoredFile& file) {
    json entry{{"type", "file"}, {"path", path}, {"size", file.bytes->size()}};
    if (!file.isLfs) {
        entry["oid"] = file.oid();
        return entry;
    }
    const std::string pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + file.oid() + "\nsize " +
                                std::to_string(file.bytes->size()) + "\n";
    entry["oid"] = gitSha1Hex(pointer);
    entry["lfs"] = {{"oid", file.oid()}, {"size", file.bytes->size()}, {"pointerSize", pointer.size()}};
    return entry;
}

/// What the Hub's front does to small files for clients that do not insist on the bytes as they are.
void compress(Answer& answer) {
    answer.content = std::make_shared<const std::string>(gzipped(*answer.content));
    answer.last = answer.content->size();
    answer.isChunked = true;
    answer.set("Content-Encoding", "gzip").set("Accept-Ranges", "");
}

}  // namespace

Answer hubError(int status, const std::string& code, const std::string& text) {
    Answer answer = Answer::json(status, json{{"error", text}}.dump());
    return answer.set("X-Error-Code", code).set("X-Error-Message", text).set("X-Request-Id", "Root=standin");
}

Answer HubFace::answer(const Request& request) {
    const std::string authorization = request.header("Authorization");
    if (!authorization.empty() && authorization != std::string("Bearer ") + Standin::kToken &&
        authorization != std::string("Bearer ") + Standin::kReadToken)
        return hubError(401, "", "Invalid credentials in Authorization header").set("WWW-Authenticate", "Bearer");
    const std::string path = request.path();
    if (path.starts_with("/api/")) return answerApi(request);
    std::string rest;
    Repository* repository = find(path.substr(1), rest);
    if (!repository) return hubError(401, "RepoNotFound", "Repository not found");
    if (!repository->movedTo.empty())
        return Answer::text(307, "Temporary Redirect. Redirecting")
            .set("Location", "/" + repository->movedTo + request.target.substr(1 + repository->id.size()));
    if (takePrefix(rest, "/resolve/")) return resolve(request, *repository, rest);
    return hubError(404, "", "Not found");
}

Repository* HubFace::find(std::string path, std::string& rest) const {
    Repository* best = nullptr;
    for (auto& [id, repository] : m_standin.m_repositories) {
        const bool fits = path.starts_with(id) && (path.size() == id.size() || path[id.size()] == '/');
        if (!fits || (best && best->id.size() > id.size())) continue;
        best = &repository;
        rest = path.substr(id.size());
    }
    return best;
}

std::optional<Answer> HubFace::refusal(const Request& request, const Repository& repository) const {
    const bool hasToken = request.hasHeader("Authorization");
    switch (repository.access) {
        case Access::Private:
            if (!hasToken) return hubError(401, "RepoNotFound", "Repository not found");
            break;
        case Access::Disabled: return hubError(403, "", "Access to this resource is disabled.");
        default: break;
    }
    return std::nullopt;
}

Answer HubFace::answerApi(const Request& request) {
    const std::string path = request.path();
    if (path == "/api/models") return list(request);
    if (path == "/api/whoami-v2") {
        if (!request.hasHeader("Authorization")) return hubError(401, "", "Invalid username or password.");
        const bool mayWrite = request.header("Authorization").ends_with(Standin::kToken);
        const json token{{"displayName", "standin"}, {"role", mayWrite ? "write" : "read"}};
        return Answer::json(200, json{{"type", "user"},
                                      {"name", "standin"},
                                      {"fullname", "Stand In"},
                                      {"orgs", json::array({{{"name", "org"}, {"type", "org"}}})},
                                      {"auth", {{"type", "access_token"}, {"accessToken", token}}}}
                                     .dump());
    }
    std::string rest = path;
    if (!takePrefix(rest, kApi)) return hubError(404, "", "Sorry, we can't find the page you are looking for.");
    Repository* repository = find(rest, rest);
    if (!repository) return hubError(401, "RepoNotFound", "Repository not found");
    if (!repository->movedTo.empty())
        return Answer::text(307, "Temporary Redirect")
            .set("Location",
                 std::string(kApi) + repository->movedTo + request.target.substr(kApi.size() + repository->id.size()));
    return answerRepo(request, *repository, rest);
}

json HubFace::info(const Repository& repository, const std::string& commit) const {
    json siblings = json::array();
    for (const auto& [path, file] : repository.commits.at(commit)) siblings.push_back({{"rfilename", path}});
    json card{{"license", "openrail++"}};
    if (!repository.preview.empty())
        card["widget"] = json::array({{{"text", "a lighthouse"}, {"output", {{"url", repository.preview}}}}});
    return {{"_id", gitSha1Hex(repository.id).substr(0, 24)},
            {"id", repository.id},
            {"modelId", repository.id},
            {"author", repository.id.substr(0, repository.id.find('/'))},
            {"sha", commit},
            {"private", repository.access == Access::Private},
            {"gated", repository.access == Access::Gated ? json("manual") : json(false)},
            {"disabled", repository.access == Access::Disabled},
            {"tags", repository.tags},
            {"pipeline_tag", "text-to-image"},
            {"library_name", "diffusers"},
            {"downloads", repository.downloads},
            {"likes", repository.likes},
            {"lastModified", "2026-01-02T03:04:05.000Z"},
            {"createdAt", "2025-01-02T03:04:05.000Z"},
            {"cardData", card},
            {"siblings", siblings}};
}

Answer HubFace::answerRepo(const Request& request, Repository& repository, const std::string& rest) {
    if (auto refused = refusal(request, repository)) return *refused;
    std::string tail = rest;
    if (tail == "/refs") {
        json branches = json::array();
        for (const auto& [name, commit] : repository.branches)
            branches.push_back({{"name", name}, {"ref", "refs/heads/" + name}, {"targetCommit", commit}});
        return Answer::json(200,
                            json{{"branches", branches}, {"tags", json::array()}, {"converts", json::array()}}.dump());
    }
    std::string revision = "main";
    const bool isTree = takePrefix(tail, "/tree/");
    const bool isPaths = !isTree && takePrefix(tail, "/paths-info/");
    if (isTree || isPaths || takePrefix(tail, "/revision/"))
        revision = tail;
    else if (!tail.empty())
        return hubError(404, "", "Not found");
    const std::string commit = repository.commitOf(revision);
    if (commit.empty()) return hubError(404, "RevisionNotFound", "Invalid rev id: " + revision);
    const Tree& files = repository.commits.at(commit);
    if (isTree) return tree(request, files, commit);
    if (!isPaths) return Answer::json(200, info(repository, commit).dump());
    json found = json::array();
    const Request form{.origin = {}, .method = {}, .target = "/?" + request.body, .headers = {}, .body = {}};
    for (const std::string& path : form.queryValues("paths"))
        if (const auto file = files.find(path); file != files.end()) found.push_back(treeEntry(path, file->second));
    return Answer::json(200, found.dump());
}

Answer HubFace::list(const Request& request) {
    std::vector<const Repository*> found;
    const auto filters = request.queryValues("filter");
    for (const auto& [id, repository] : m_standin.m_repositories) {
        const bool hasTags = std::ranges::all_of(filters, [&](const std::string& tag) {
            return std::ranges::find(repository.tags, tag) != repository.tags.end();
        });
        if (hasTags && id.find(request.queryValue("search")) != std::string::npos &&
            id.starts_with(request.queryValue("author")) && repository.access != Access::Private)
            found.push_back(&repository);
    }
    if (request.queryValue("sort") == "downloads")
        std::ranges::stable_sort(found, [](auto* a, auto* b) { return a->downloads > b->downloads; });
    const std::size_t limit = std::stoul(request.queryValue("limit", std::to_string(m_standin.m_pageSize)));
    const std::size_t start = std::min<std::size_t>(std::stoul(request.queryValue("cursor", "0")), found.size());
    json page = json::array();
    for (std::size_t i = start; i < std::min(start + limit, found.size()); ++i) {
        json entry = info(*found[i], found[i]->branches.at("main"));
        const auto fields = request.queryValues("expand");
        if (std::ranges::find(fields, "siblings") == fields.end()) entry.erase("siblings");
        page.push_back(entry);
    }
    Answer answer = Answer::json(200, page.dump());
    if (start + limit >= found.size()) return answer;
    std::string next = request.target.substr(0, request.target.find("&cursor="));
    next += (next.find('?') == std::string::npos ? "?cursor=" : "&cursor=") + std::to_string(start + limit);
    return answer.set("Link", "<" + m_standin.url("hub") + next + ">; rel=\"next\"");
}

Answer HubFace::tree(const Request& request, const Tree& tree, const std::string& commit) {
    const std::size_t start = std::stoul(request.queryValue("cursor", "0"));
    const bool isExpanded = request.queryValue("expand") == "true";
    const auto limit =
        static_cast<std::size_t>(isExpanded ? std::min(kExpandedPage, m_standin.m_pageSize) : m_standin.m_pageSize);
    json page = json::array();
    std::size_t position = 0;
    for (const auto& [path, file] : tree) {
        const std::size_t end = start + limit;
        if (position >= start && position < end) page.push_back(treeEntry(path, file));
        ++position;
    }
    Answer answer = Answer::json(200, page.dump());
    answer.set("X-Repo-Commit", commit);
    if (start + page.size() >= position) return answer;
    std::string next = request.target.substr(0, request.target.find("&cursor="));
    next += (next.find('?') == std::string::npos ? "?cursor=" : "&cursor=") + std::to_string(start + page.size());
    return answer.set("Link", "<" + m_standin.url("hub") + next + ">; rel=\"next\"");
}

Answer HubFace::resolve(const Request& request, Repository& repository, const std::string&) {
    if (auto refused = refusal(request, repository)) return *refused;
    if (repository.access == Access::Gated && !request.hasHeader("Authorization"))
        return hubError(401, "GatedRepo",
                        "Access to model " + repository.id + " is restricted. You must be authenticated.");
    // A revision with a slash is encoded whole, so that it ends at the first slash of the raw target.
    const std::string raw = request.target.substr(0, request.target.find('?'));
    const std::string after = raw.substr(raw.find("/resolve/") + 9);
    const std::string revision = percentDecoded(after.substr(0, after.find('/')));
    const std::string path = percentDecoded(after.substr(std::min(after.find('/') + 1, after.size())));
    const std::string commit = repository.commitOf(revision);
    if (commit.empty()) return hubError(404, "RevisionNotFound", "Invalid rev id: " + revision);
    const auto found = repository.commits.at(commit).find(path);
    if (found == repository.commits.at(commit).end())
        return hubError(404, "EntryNotFound", "Entry not found").set("X-Repo-Commit", commit);
    return file(request, found->second, commit);
}

Answer HubFace::file(const Request& request, const StoredFile& file, const std::string& commit) {
    if (!file.isLfs) {
        const std::string etag = "\"" + file.oid() + "\"";
        if (request.header("If-None-Match") == etag) {
            Answer unchanged = Answer::text(304, "");
            return unchanged.set("ETag", etag).set("X-Repo-Commit", commit);
        }
        Answer answer = ranged(request, file.bytes, etag);
        answer.set("X-Repo-Commit", commit);
        if (answer.status == 200 && request.header("Accept-Encoding").find("gzip") != std::string::npos)
            compress(answer);
        return answer;
    }
    const std::string link = m_standin.storageLink(file.oid());
    Answer answer = Answer::text(302, "Found. Redirecting to " + link);
    return answer.set("Location", link)
        .set("X-Repo-Commit", commit)
        .set("ETag", "\"junk-of-the-redirect\"")
        .set("X-Linked-Etag", "\"" + file.oid() + "\"")
        .set("X-Linked-Size", std::to_string(file.bytes->size()));
}

}  // namespace segmoe::standin
