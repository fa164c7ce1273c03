// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/model_link.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/ascii.h"
#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/domain/hub_hosts.h"
#include "core/hub/http_url.h"
#include "core/hub/hub_names.h"
#include "core/hub/link_url.h"
#include "core/hub/path_rules.h"
#include "core/hub/redaction.h"

namespace segmoe::hub {

namespace {

constexpr std::int64_t kLargestId = 2147483647;

[[noreturn]] void refuseReference(const std::string& sentence) { throw Error(ErrorCode::RequestInvalid, sentence); }

std::string_view trimmed(std::string_view text) {
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
    return text;
}

std::int64_t idNumber(std::string_view text, const char* what) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 1 || number > kLargestId)
        refuseReference("The " + std::string(what) + " " + quote(text, 40) +
                        " of CivitAI is not a number from 1 to 2147483647.");
    return number;
}

ModelLink repoLink(std::string_view repo, std::string_view revision, std::string_view file) {
    ModelLink link;
    link.repo = repo;
    link.revision = revision;
    link.file = file;
    if (!isRepoId(repo))
        throw Error(ErrorCode::NameRefused,
                    quote(repo) + " is not the name of a Hugging Face repository; owner/name is needed.");
    if (!revision.empty() && !isRevision(revision))
        throw Error(ErrorCode::NameRefused,
                    quote(revision) + " is not a revision of " + link.repo + "; name a branch, a tag or a commit.");
    if (!file.empty()) requireSafePath(file, link.repo);
    return link;
}

/// "owner/name[@revision][/path]"; a path is read only where the form allows one.
ModelLink repoText(std::string_view text, bool mayNameFile) {
    std::size_t at = text.find('@');
    // behind a second slash it is a letter of a file's name
    if (mayNameFile && std::ranges::count(text.substr(0, at), '/') > 1) at = std::string_view::npos;
    std::string_view repo = text.substr(0, at);
    std::string_view rest = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
    if (at != std::string_view::npos && rest.empty()) refuseReference("The revision after '@' is missing.");
    std::string_view file;
    std::string revision(rest);
    if (mayNameFile && at != std::string_view::npos) {
        // a pull request's name has slashes of its own; elsewhere they are escaped
        const std::size_t from = rest.starts_with("refs/pr/") ? 8 : 0;
        const std::size_t slash = std::min(rest.find('/', from), rest.size());
        revision = percentDecoded(rest.substr(0, slash));
        if (revision.empty()) refuseReference("The revision after '@' is missing.");
        if (slash < rest.size()) file = rest.substr(slash + 1);
    } else if (mayNameFile) {
        const std::size_t owner = repo.find('/');
        const std::size_t slash = owner == std::string_view::npos ? owner : repo.find('/', owner + 1);
        if (slash != std::string_view::npos) {
            file = repo.substr(slash + 1);
            repo = repo.substr(0, slash);
        }
    }
    return repoLink(repo, revision, file);
}

/// The path below /tree/, /resolve/…: revision and file. "refs/pr/1" may stand unescaped.
ModelLink repoPath(const std::string& repo, const std::vector<std::string>& path, std::size_t from) {
    std::string revision = path[from++];
    if (revision == "refs" && from + 1 < path.size()) {
        revision += "/" + path[from] + "/" + path[from + 1];
        from += 2;
    }
    std::string file;
    for (; from < path.size(); ++from) {
        if (path[from].find('/') != std::string::npos)
            throw Error(ErrorCode::NameRefused, "The link to " + repo + " hides a slash in a file name.");
        file += (file.empty() ? "" : "/") + path[from];
    }
    return repoLink(repo, revision, file);
}

ModelLink huggingFaceUrl(const LinkUrl& url) {
    static constexpr std::array kNotModels = {"datasets", "spaces", "collections", "papers",
                                              "docs",     "models", "api",         "settings",
                                              "blog",     "join",   "login",       "organizations"};
    if (url.path.empty() || std::ranges::find(kNotModels, url.path[0]) != kNotModels.end())
        refuseReference("This Hugging Face link does not lead to a model. Open the model's page and copy its address.");
    static constexpr std::array kViews = {"tree", "blob", "resolve", "raw", "commit", "edit", "blame"};
    const auto isView = [](const std::string& part) { return std::ranges::find(kViews, part) != kViews.end(); };
    // old models live at the top, without an owner
    const std::size_t size = url.path.size() > 1 && !isView(url.path[1]) ? 2 : 1;
    const std::string repo = size == 2 ? url.path[0] + "/" + url.path[1] : url.path[0];
    if (url.path.size() > size + 1 && isView(url.path[size])) return repoPath(repo, url.path, size + 1);
    return repoLink(repo, {}, {});
}

/// The site's own words are short ("fp16", "pruned"); anything else is no wish that a file could meet.
std::string wishOf(std::string_view text) {
    const bool isWord = text.size() <= 32 && std::ranges::all_of(text, [](char c) {
                            return isAsciiAlphanumeric(c) || c == '.' || c == '_' || c == '-';
                        });
    return isWord ? std::string(text) : std::string();
}

ModelLink civitaiUrl(const LinkUrl& url) {
    ModelLink link;
    link.site = Site::CivitAi;
    link.fp = wishOf(url.value("fp"));
    link.size = wishOf(url.value("size"));
    if (const std::string id = url.value("fileId"); !id.empty()) link.fileId = idNumber(id, "file");
    std::vector<std::string> path = url.path;
    if (path.size() > 1 && path[0] == "api" && path[1] == "v1") path.erase(path.begin(), path.begin() + 2);
    if (path.size() >= 4 && path[0] == "api" && path[1] == "download" && path[2] == "models") {
        link.versionId = idNumber(path[3], "version");
    } else if (path.size() >= 2 && path[0] == "model-versions") {
        link.versionId = idNumber(path[1], "version");
    } else if (path.size() >= 2 && path[0] == "models") {
        link.modelId = idNumber(path[1], "model");
        if (const std::string id = url.value("modelVersionId"); !id.empty()) link.versionId = idNumber(id, "version");
    } else {
        refuseReference("This CivitAI link does not lead to a model. Open the model's page and copy its address.");
    }
    return link;
}

std::string_view hostOf(std::string_view endpoint) {
    const std::size_t begin = endpoint.find("://");
    if (begin == std::string_view::npos) return {};
    endpoint.remove_prefix(begin + 3);
    return endpoint.substr(0, endpoint.find('/'));
}

ModelLink urlLink(std::string_view text, std::string_view endpoint) {
    const LinkUrl url = parseLinkUrl(text);
    const std::string host = url.host.starts_with("www.") ? url.host.substr(4) : url.host;
    ModelLink link;
    if (isHuggingFaceHost(host) || (!endpoint.empty() && url.host == hostOf(endpoint)))
        link = huggingFaceUrl(url);
    else if (isCivitaiHost(host))
        link = civitaiUrl(url);
    else
        refuseReference(
            "The link leads to " + quote(url.host, 80) +
            "; models are fetched from huggingface.co and civitai.com only. Download the file yourself and name its "
            "path.");
    link.hadToken = redactedUrl(text) != text;
    return link;
}

/// "file=ID&fp=fp16&size=pruned", in any order.
void readWishes(std::string_view query, ModelLink& link) {
    do {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (pair.starts_with("file="))
            link.fileId = idNumber(pair.substr(5), "file");
        else if (pair.starts_with("fp="))
            link.fp = wishOf(pair.substr(3));
        else if (pair.starts_with("size="))
            link.size = wishOf(pair.substr(5));
        else
            refuseReference("After civitai:VERSION only ?file=ID, fp=… and size=… are understood.");
    } while (!query.empty());
}

/// "[MODEL@]VERSION[?file=ID&fp=…&size=…]".
ModelLink civitaiText(std::string_view text) {
    ModelLink link;
    link.site = Site::CivitAi;
    const std::size_t mark = text.find('?');
    std::string_view id = text.substr(0, mark);
    if (mark != std::string_view::npos) readWishes(text.substr(mark + 1), link);
    if (const std::size_t at = id.find('@'); at != std::string_view::npos) {
        link.modelId = idNumber(id.substr(0, at), "model");
        id = id.substr(at + 1);
    }
    link.versionId = idNumber(id, "version");
    return link;
}

/// After "urn:air:": ecosystem:type:source:id[@version][+file][.format]. Ecosystem and type are not needed to find it.
ModelLink airLink(std::string_view text) {
    std::array<std::string_view, 3> head;
    for (std::string_view& part : head) {
        const std::size_t colon = text.find(':');
        if (colon == std::string_view::npos) refuseReference("The AIR " + quote(text, 80) + " is not complete.");
        part = text.substr(0, colon);
        text.remove_prefix(colon + 1);
    }
    if (head[2] == "huggingface") return repoText(text, false);
    if (head[2] != "civitai")
        refuseReference("The AIR names the source " + quote(head[2], 40) + "; only civitai and huggingface are known.");
    ModelLink link;
    link.site = Site::CivitAi;
    if (const std::size_t dot = text.find('.'); dot != std::string_view::npos) text = text.substr(0, dot);
    if (const std::size_t plus = text.find('+'); plus != std::string_view::npos) {
        link.fileId = idNumber(text.substr(plus + 1), "file");
        text = text.substr(0, plus);
    }
    const std::size_t at = text.find('@');
    link.modelId = idNumber(text.substr(0, at), "model");
    if (at != std::string_view::npos) link.versionId = idNumber(text.substr(at + 1), "version");
    return link;
}

/// Four words parted by colons, as an AIR without its "urn:air:"; a Windows path has one colon.
bool looksLikeAir(std::string_view text) {
    return std::ranges::count(text, ':') == 3 &&
           (text.find(":civitai:") != std::string_view::npos || text.find(":huggingface:") != std::string_view::npos);
}

bool looksLikeRepo(std::string_view text) {
    const std::string_view repo = text.substr(0, text.find('@'));
    return std::ranges::count(repo, '/') == 1 && repo.find_first_of("\\: ~") == std::string_view::npos &&
           !repo.starts_with('.') && repo.front() != '/' && repo.back() != '/';
}

/// "owner/name[@revision]:folder", with a folder that is none of a drive.
bool looksLikeRepoPart(std::string_view text) {
    const std::size_t colon = text.find(':');
    return colon != std::string_view::npos && colon + 1 < text.size() && text.find(':', colon + 1) == text.npos &&
           looksLikeRepo(text.substr(0, colon));
}

ModelLink repoPartText(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon + 1 == text.size()) refuseReference("The folder after ':' is missing.");
    const ModelLink whole = repoText(text.substr(0, colon), false);
    return repoLink(whole.repo, whole.revision, text.substr(colon + 1));
}

}  // namespace

ModelLink ModelLink::ofVersion(std::int64_t versionId) {
    ModelLink link;
    link.site = Site::CivitAi;
    link.versionId = versionId;
    return link;
}

std::string ModelLink::text() const {
    if (site == Site::HuggingFace) {
        const bool hasOwner = repo.find('/') != std::string::npos;
        if (file.empty() && hasOwner) return repo + (revision.empty() ? "" : "@" + revision);
        if (!hasOwner && revision.empty() && !file.empty()) return "hf://" + repo + ":" + file;
        return "hf://" + repo + (revision.empty() ? "" : "@" + percentEncoded(revision)) +
               (file.empty() ? "" : "/" + file);
    }
    std::string wishes;
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) wishes += (wishes.empty() ? '?' : '&') + std::string(key) + "=" + value;
    };
    add(versionId ? "file" : "fileId", fileId ? std::to_string(fileId) : std::string());
    add("fp", fp);
    add("size", size);
    if (versionId == 0) return page() + wishes;
    return "civitai:" + (modelId ? std::to_string(modelId) + "@" : "") + std::to_string(versionId) + wishes;
}

std::string ModelLink::reference() const {
    ModelLink link = *this;
    if (versionId != 0) link.modelId = 0;
    return link.text();
}

std::string ModelLink::page() const {
    if (site == Site::HuggingFace)
        return "https://huggingface.co/" + repo + (revision.empty() ? "" : "/tree/" + percentEncoded(revision));
    if (modelId == 0) return "https://civitai.com/model-versions/" + std::to_string(versionId);
    return "https://civitai.com/models/" + std::to_string(modelId) +
           (versionId ? "?modelVersionId=" + std::to_string(versionId) : "");
}

std::optional<ModelLink> parseModelLink(std::string_view text, std::string_view endpoint) {
    text = trimmed(text);
    if (text.empty() || text.size() > 4096) return std::nullopt;
    const auto after = [&](std::string_view prefix) { return text.substr(prefix.size()); };
    for (const std::string_view scheme : {"https://", "http://"})
        if (text.starts_with(scheme)) return urlLink(text, endpoint);
    if (text.starts_with("urn:air:")) return airLink(after("urn:air:"));
    if (text.starts_with("air:")) return airLink(after("air:"));
    if (text.starts_with("civitai:")) return civitaiText(after("civitai:"));
    for (const std::string_view scheme : {"hf://", "hf:"})
        if (text.starts_with(scheme)) {
            const std::string_view rest = after(scheme);
            return rest.find(':') == std::string_view::npos ? repoText(rest, true) : repoPartText(rest);
        }
    if (looksLikeAir(text)) return airLink(text);
    if (looksLikeRepoPart(text)) return repoPartText(text);
    if (looksLikeRepo(text)) return repoText(text, false);
    return std::nullopt;
}

}  // namespace segmoe::hub
