// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <openssl/evp.h>

#include "tests/support/standin/faces.h"

namespace segmoe::standin {

using nlohmann::json;

namespace {

constexpr std::size_t kRegularLimit = 100;

std::string base64Decoded(const std::string& text) {
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    const int length =
        EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                        reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
    std::size_t size = length < 0 ? 0 : static_cast<std::size_t>(length);
    for (std::size_t i = text.size(); i-- > 0 && text[i] == '=' && size > 0;) --size;
    bytes.resize(size);
    return bytes;
}

bool isLarge(const std::string& path, std::size_t size) {
    return path.ends_with(".safetensors") && size > kRegularLimit;
}

}  // namespace

std::optional<Answer> UploadFace::answer(const Request& request) {
    const std::string path = request.path();
    const bool isPost = request.method == "POST";
    const bool mayWrite = request.header("Authorization") == std::string("Bearer ") + Standin::kToken;
    if (path == "/api/validate-yaml" && isPost)
        return Answer::json(200, json{{"errors", json::array()}, {"warnings", json::array()}}.dump());
    const bool isBatch = path.find(".git/info/lfs/objects/batch") != std::string::npos;
    const std::size_t preuploadMark = path.find("/preupload/");
    const std::size_t commitMark = path.find("/commit/");
    const bool isVerify = path.starts_with("/lfs-verify/");
    const bool isComplete = path.starts_with("/lfs-complete/");
    const bool isCreate = path == "/api/repos/create";
    if (!isPost || (!isCreate && !isBatch && !isVerify && !isComplete && preuploadMark == std::string::npos &&
                    commitMark == std::string::npos))
        return std::nullopt;
    const bool isFetch = isBatch && json::parse(request.body).value("operation", "") == "download";
    if (!mayWrite && !isFetch)
        return request.hasHeader("Authorization")
                   ? hubError(403, "", "You don't have the rights to write to this repository")
                   : hubError(401, "", "Invalid username or password.");
    if (isCreate) return create(request);
    if (isBatch) return batch(request);
    if (isComplete) return complete(request);
    if (isVerify) {
        const bool isThere = m_standin.m_blobs.contains(json::parse(request.body).value("oid", ""));
        return isThere ? Answer::json(200, "{}") : hubError(404, "", "LFS object not found");
    }
    if (preuploadMark != std::string::npos) return preupload(request);
    const std::string prefix = "/api/models/";
    if (!path.starts_with(prefix)) return std::nullopt;
    const auto repository = m_standin.m_repositories.find(path.substr(prefix.size(), commitMark - prefix.size()));
    if (repository == m_standin.m_repositories.end()) return hubError(404, "RepoNotFound", "Repository not found");
    return commit(request, repository->second, path.substr(commitMark + 8));
}

Answer UploadFace::create(const Request& request) {
    const json wish = json::parse(request.body);
    const std::string owner = wish.contains("organization") && wish["organization"].is_string()
                                  ? wish["organization"].get<std::string>()
                                  : std::string("standin");
    const std::string id = owner + "/" + wish.value("name", "");
    const std::string url = m_standin.url("hub") + "/" + id;
    if (m_standin.m_repositories.contains(id))
        return Answer::json(409, json{{"error", "You already created this model repo"}, {"url", url}}.dump());
    Repository& repository = m_standin.m_repositories[id];
    repository.id = id;
    const bool isPrivate = wish.value("private", false) || wish.value("visibility", "") == "private";
    repository.access = isPrivate ? Access::Private : Access::Open;
    repository.commit({});
    return Answer::json(200, json{{"url", url}, {"name", id}, {"id", gitSha1Hex(id).substr(0, 24)}}.dump());
}

Answer UploadFace::preupload(const Request& request) {
    const json wish = json::parse(request.body);
    json files = json::array();
    for (const json& file : wish.at("files")) {
        const std::string path = file.at("path");
        const bool isLfs = isLarge(path, file.at("size").get<std::size_t>());
        files.push_back({{"path", path}, {"uploadMode", isLfs ? "lfs" : "regular"}, {"shouldIgnore", false}});
    }
    return Answer::json(200, json{{"files", files}}.dump());
}

json UploadFace::uploadActions(const json& wanted, bool mayBeParts, const std::string& authorization) {
    const std::string oid = wanted.at("oid");
    const auto size = wanted.at("size").get<std::size_t>();
    const std::size_t part = m_standin.m_partSize;
    json upload;
    json header = json::object();
    if (mayBeParts && part > 0 && size > part) {
        header["chunk_size"] = std::to_string(part);
        for (std::size_t number = 1; (number - 1) * part < size; ++number) {
            const std::string digits = std::to_string(number);
            header[std::string(5 - digits.size(), '0') + digits] =
                m_standin.storageLink(oid, "parts") + "&partNumber=" + digits;
        }
        upload["href"] = m_standin.url("hub") + "/lfs-complete/" + oid;
    } else {
        upload["href"] = m_standin.storageLink(oid);
        if (!m_standin.m_uploadHeader.first.empty())
            header[m_standin.m_uploadHeader.first] = m_standin.m_uploadHeader.second;
    }
    if (!header.empty()) upload["header"] = header;
    const std::string& origin = m_standin.m_verifyOrigin;
    json verify{{"href", m_standin.url(origin) + "/lfs-verify/" + oid}};
    if (origin == "hub") verify["header"] = {{"Authorization", authorization}};
    return {{"upload", upload}, {"verify", verify}};
}

Answer UploadFace::batch(const Request& request) {
    const json wish = json::parse(request.body);
    const bool isUpload = wish.value("operation", "upload") == "upload";
    bool mayBeParts = false;
    for (const json& transfer : wish.value("transfers", json::array())) mayBeParts |= transfer == "multipart";
    json objects = json::array();
    bool isInParts = false;
    for (const json& wanted : wish.at("objects")) {
        const std::string oid = wanted.at("oid");
        json object{{"oid", oid}, {"size", wanted.at("size")}, {"authenticated", true}};
        const bool isThere = m_standin.m_blobs.contains(oid);
        if (isUpload && !isThere)
            object["actions"] = uploadActions(wanted, mayBeParts, request.header("Authorization"));
        else if (!isUpload && isThere)
            object["actions"] = {{"download", {{"href", m_standin.storageLink(oid)}}}};
        else if (!isUpload)
            object["error"] = {{"code", 404}, {"message", "Object does not exist"}};
        isInParts |= object.contains("actions") && object["actions"].contains("upload") &&
                     object["actions"]["upload"].value("header", json::object()).contains("chunk_size");
        objects.push_back(object);
    }
    const char* transfer = isInParts ? "multipart" : "basic";
    Answer answer = Answer::json(200, json{{"transfer", transfer}, {"objects", objects}}.dump());
    return answer.set("Content-Type", "application/vnd.git-lfs+json");
}

/// Puts the parts together when every one of them is named with its ETag.
Answer UploadFace::complete(const Request& request) {
    const json wish = json::parse(request.body);
    const std::string oid = wish.at("oid");
    const auto& parts = m_standin.m_parts[oid];
    std::string whole;
    int number = 0;
    for (const json& part : wish.at("parts")) {
        const auto found = parts.find(++number);
        if (part.at("partNumber") != number || found == parts.end() || part.at("etag") != partEtag(found->second))
            return hubError(400, "", "Invalid part " + std::to_string(number));
        whole += found->second;
    }
    if (sha256Hex(whole) != oid) return hubError(400, "", "The parts do not make up the object");
    m_standin.m_blobs[oid] = std::make_shared<const std::string>(whole);
    m_standin.m_parts.erase(oid);
    return Answer::json(200, "{}");
}

Answer UploadFace::commit(const Request& request, Repository& repository, const std::string& branch) {
    const std::string head = repository.commitOf(branch);
    if (head.empty()) return hubError(404, "RevisionNotFound", "Invalid rev id: " + branch);
    Tree tree = repository.commits.at(head);
    for (std::size_t start = 0; start < request.body.size();) {
        const std::size_t end = std::min(request.body.find('\n', start), request.body.size());
        const std::string line = request.body.substr(start, end - start);
        start = end + 1;
        if (line.empty()) continue;
        const json operation = json::parse(line);
        const json& value = operation.at("value");
        const std::string key = operation.at("key");
        if (key == "header") {
            if (value.contains("parentCommit") && value["parentCommit"].is_string() && value["parentCommit"] != head)
                return hubError(412, "", "A commit has happened since. Please refresh and try again.");
        } else if (key == "file") {
            const std::string content = value.value("encoding", "") == "base64"
                                            ? base64Decoded(value.at("content"))
                                            : value.at("content").get<std::string>();
            tree[value.at("path")] = {std::make_shared<const std::string>(content), false};
        } else if (key == "lfsFile") {
            const auto blob = m_standin.m_blobs.find(value.at("oid"));
            if (blob == m_standin.m_blobs.end()) return hubError(400, "", "LFS object was not uploaded");
            tree[value.at("path")] = {blob->second, true};
        } else if (key == "deletedFile") {
            tree.erase(value.at("path"));
        } else if (key == "deletedFolder") {
            std::erase_if(tree, [folder = value.at("path").get<std::string>() + "/"](const auto& entry) {
                return entry.first.starts_with(folder);
            });
        }
    }
    const std::string commit = repository.commit(std::move(tree), branch);
    const std::string url = m_standin.url("hub") + "/" + repository.id + "/commit/" + commit;
    return Answer::json(200,
                        json{{"success", true}, {"commitOid", commit}, {"commitUrl", url}, {"hookOutput", ""}}.dump());
}

}  // namespace segmoe::standin
