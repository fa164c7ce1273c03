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
    const std::size_t batchMark = path.find(".git/info/lfs/objects/batch");
    const std::size_t preuploadMark = path.find("/preupload/");
    const std::size_t commitMark = path.find("/commit/");
    const std::size_t verifyMark = path.find("/lfs-verify/");
    const bool isCreate = path == "/api/repos/create";
    if (!isPost || (!isCreate && batchMark == std::string::npos && preuploadMark == std::string::npos &&
                    commitMark == std::string::npos && verifyMark == std::string::npos))
        return std::nullopt;
    if (!mayWrite)
        return request.hasHeader("Authorization")
                   ? hubError(403, "", "You don't have the rights to write to this repository")
                   : hubError(401, "", "Invalid username or password.");
    if (isCreate) return create(request);
    if (batchMark != std::string::npos) return batch(request);
    if (verifyMark != std::string::npos) {
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

Answer UploadFace::batch(const Request& request) {
    const json wish = json::parse(request.body);
    const bool isUpload = wish.value("operation", "upload") == "upload";
    json objects = json::array();
    for (const json& wanted : wish.at("objects")) {
        const std::string oid = wanted.at("oid");
        json object{{"oid", oid}, {"size", wanted.at("size")}, {"authenticated", true}};
        const bool isThere = m_standin.m_blobs.contains(oid);
        const std::string verify = m_standin.url("hub") + "/lfs-verify/" + oid;
        const json credentials{{"Authorization", request.header("Authorization")}};
        if (isUpload && !isThere)
            object["actions"] = {{"upload", {{"href", m_standin.storageLink(oid)}}},
                                 {"verify", {{"href", verify}, {"header", credentials}}}};
        else if (!isUpload && isThere)
            object["actions"] = {{"download", {{"href", m_standin.storageLink(oid)}}}};
        else if (!isUpload)
            object["error"] = {{"code", 404}, {"message", "Object does not exist"}};
        objects.push_back(object);
    }
    Answer answer = Answer::json(200, json{{"transfer", "basic"}, {"objects", objects}}.dump());
    return answer.set("Content-Type", "application/vnd.git-lfs+json");
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
        }
    }
    const std::string commit = repository.commit(std::move(tree), branch);
    const std::string url = m_standin.url("hub") + "/" + repository.id + "/commit/" + commit;
    return Answer::json(200,
                        json{{"success", true}, {"commitOid", commit}, {"commitUrl", url}, {"hookOutput", ""}}.dump());
}

}  // namespace segmoe::standin
