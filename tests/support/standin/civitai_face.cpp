// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>

#include "tests/support/standin/faces.h"

namespace segmoe::standin {

using nlohmann::json;

namespace {

/// As signed links carry their values.
std::string percentEncoded(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        const auto byte = static_cast<unsigned char>(c);
        if (isPlain)
            out += c;
        else
            out.append("%").append(1, kDigits[byte / 16]).append(1, kDigits[byte % 16]);
    }
    return out;
}

Answer refusal(int status, const std::string& text) { return Answer::json(status, json{{"error", text}}.dump()); }

std::string lastSegment(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

json licenceOf(const CivitaiVersion& version) {
    return version.licence.empty() ? json::object() : json::parse(version.licence);
}

}  // namespace

json CivitaiFace::version(const CivitaiVersion& version) const {
    json files = json::array();
    if (version.state != CivitaiState::Archived)
        for (const CivitaiFile& file : version.files) {
            const std::string sha256 = upper(sha256Hex(*file.bytes));
            files.push_back(
                {{"id", file.id},
                 {"name", file.name},
                 {"sizeKB", static_cast<double>(file.bytes->size()) / 1024.0},
                 {"type", "Model"},
                 {"primary", file.isPrimary},
                 {"metadata", {{"format", file.format}, {"size", "pruned"}, {"fp", "fp16"}}},
                 {"pickleScanResult", "Success"},
                 {"virusScanResult", "Success"},
                 {"hashes", {{"SHA256", sha256}, {"AutoV2", sha256.substr(0, 10)}}},
                 {"downloadUrl", m_standin.url("civitai") + "/api/download/models/" + std::to_string(version.id)}});
        }
    json images = json::array();
    for (const std::string& address : version.pictures)
        images.push_back({{"url", address}, {"type", "image"}, {"nsfwLevel", 1}, {"width", 8}, {"height", 8}});
    return {{"id", version.id},
            {"modelId", version.modelId},
            {"name", version.name},
            {"baseModel", version.baseModel},
            {"mode", version.state == CivitaiState::Archived ? json("Archived") : json(nullptr)},
            {"model", {{"name", version.modelName}, {"type", version.type}, {"nsfw", false}}},
            {"files", files},
            {"availability", version.state == CivitaiState::EarlyAccess ? "EarlyAccess" : "Public"},
            {"earlyAccessEndsAt",
             version.state == CivitaiState::EarlyAccess ? json("2027-01-02T03:04:05.000Z") : json(nullptr)},
            {"publishedAt", "2026-01-02T03:04:05.000Z"},
            {"images", images},
            {"downloadUrl", m_standin.url("civitai") + "/api/download/models/" + std::to_string(version.id)}};
}

Answer CivitaiFace::answer(const Request& request) {
    const std::string authorization = request.header("Authorization");
    if (!authorization.empty() && authorization != std::string("Bearer ") + Standin::kCivitaiKey)
        return refusal(401, "Unauthorized");
    const std::string path = request.path();
    const std::string name = lastSegment(path);
    const bool isNumber =
        !name.empty() && name.size() < 10 && std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
    const auto found = isNumber ? m_standin.m_versions.find(std::stoi(name)) : m_standin.m_versions.end();
    if (path == "/api/v1/models") return list(request);
    if (path == "/api/v1/me")
        return authorization.empty() ? refusal(401, "Unauthorized")
                                     : Answer::json(200, json{{"id", 7}, {"username", "standin"}}.dump());
    if (path.starts_with("/api/v1/model-versions/by-hash/")) {
        for (const auto& [id, candidate] : m_standin.m_versions)
            for (const CivitaiFile& file : candidate.files)
                if (upper(sha256Hex(*file.bytes)).starts_with(upper(name)))
                    return Answer::json(200, version(candidate).dump());
        return refusal(404, "Model not found");
    }
    if (path.starts_with("/api/v1/models/")) {
        json versions = json::array();
        const CivitaiVersion* any = nullptr;
        for (const auto& [id, candidate] : m_standin.m_versions)
            if (std::to_string(candidate.modelId) == name) {
                versions.push_back(version(candidate));
                any = &candidate;
            }
        if (!any) return refusal(404, "No model with id " + name);
        json model = licenceOf(*any);
        model.update({{"id", any->modelId},
                      {"name", any->modelName},
                      {"type", any->type},
                      {"description", any->description},
                      {"creator", {{"username", "standin"}}},
                      {"modelVersions", versions}});
        return Answer::json(200, model.dump());
    }
    if (found == m_standin.m_versions.end()) return refusal(404, "Not found");
    if (path.starts_with("/api/v1/model-versions/")) return Answer::json(200, version(found->second).dump());
    if (path.starts_with("/api/download/models/")) return download(request, found->second);
    return refusal(404, "Not found");
}

Answer CivitaiFace::list(const Request& request) {
    json items = json::array();
    const auto types = request.queryValues("types");
    const int start = std::stoi(request.queryValue("cursor", "0"));
    const int limit = std::stoi(request.queryValue("limit", std::to_string(m_standin.m_pageSize)));
    int next = 0;
    for (const auto& [id, candidate] : m_standin.m_versions) {
        if (id <= start || next > 0) continue;
        const bool hasType = types.empty() || std::ranges::find(types, candidate.type) != types.end();
        if (!hasType || upper(candidate.modelName).find(upper(request.queryValue("query"))) == std::string::npos)
            continue;
        json model = licenceOf(candidate);
        model.update({{"id", candidate.modelId},
                      {"name", candidate.modelName},
                      {"type", candidate.type},
                      {"nsfw", false},
                      {"stats", {{"downloadCount", 5}, {"thumbsUpCount", 3}}},
                      {"creator", {{"username", "standin"}}},
                      {"modelVersions", json::array({version(candidate)})}});
        items.push_back(std::move(model));
        if (static_cast<int>(items.size()) == limit) next = id;
    }
    json metadata = json::object();
    if (next > 0) metadata = {{"nextCursor", next}};
    return Answer::json(200, json{{"items", items}, {"metadata", metadata}}.dump());
}

Answer CivitaiFace::download(const Request& request, const CivitaiVersion& version) {
    const bool hasKey = request.hasHeader("Authorization");
    switch (version.state) {
        case CivitaiState::LoginNeeded:
            if (!hasKey) return refusal(401, "The creator of this asset requires you to be logged in to download it");
            break;
        case CivitaiState::DownloadsDisabled:
            return refusal(401, "The creator of this asset has disabled downloads on this file");
        case CivitaiState::EarlyAccess: {
            const json body{{"error", "Early Access"},
                            {"deadline", "2027-01-02T03:04:05.000Z"},
                            {"message", "This asset is in Early Access."}};
            return Answer::json(403, body.dump());
        }
        case CivitaiState::Forbidden: return refusal(403, "Forbidden");
        case CivitaiState::Archived: return refusal(410, "Model archived, not available for download");
        case CivitaiState::LoginPage:
            return Answer::text(307, "").set("Location", "/login?returnUrl=%2Fx&reason=download-auth");
        case CivitaiState::JsonInstead: return Answer::json(200, json{{"error", "no"}}.dump());
        case CivitaiState::Open: break;
    }
    const std::string wanted = request.queryValue("fileId");
    for (const CivitaiFile& file : version.files) {
        if (!wanted.empty() ? std::to_string(file.id) != wanted : !file.isPrimary) continue;
        std::string link = m_standin.storageLink(sha256Hex(*file.bytes));
        if (!version.disposition.empty())
            link += "&response-content-disposition=" + percentEncoded(version.disposition);
        return Answer::text(307, "").set("Location", link).set("Cache-Control", "no-store");
    }
    return refusal(404, "File not found");
}

}  // namespace segmoe::standin
