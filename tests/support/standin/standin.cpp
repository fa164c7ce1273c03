// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/standin/standin.h"

#include <algorithm>

#include "tests/support/standin/faces.h"

namespace segmoe::standin {

namespace {

constexpr std::size_t kSmallestLfs = 100;

bool isLarge(const std::string& path, std::size_t size) {
    const bool hasSuffix = std::ranges::any_of(std::initializer_list<std::string_view>{".safetensors", ".bin", ".ckpt"},
                                               [&](std::string_view suffix) { return path.ends_with(suffix); });
    return hasSuffix && size > kSmallestLfs;
}

}  // namespace

std::string Repository::commitOf(const std::string& revision) const {
    if (const auto branch = branches.find(revision); branch != branches.end()) return branch->second;
    return commits.contains(revision) ? revision : std::string();
}

std::string Repository::commit(Tree tree, const std::string& branch) {
    const std::string name = gitSha1Hex(id + branch + std::to_string(commits.size()));
    commits[name] = std::move(tree);
    branches[branch] = name;
    return name;
}

Standin::Standin(const Authority* authority) {
    for (const char* name : {"hub", "storage", "civitai", "civitai-twin", "other"})
        m_origins[name] = std::make_unique<Origin>(
            name, authority ? authority->serverContext() : nullptr,
            [this](const Request& request) { return answer(request); },
            [this](Record record) {
                const std::lock_guard lock(m_mutex);
                m_log.push_back(std::move(record));
            });
}

Standin::~Standin() { m_origins.clear(); }

std::string Standin::addRepo(const std::string& id, const std::map<std::string, std::string>& files) {
    const std::lock_guard lock(m_mutex);
    Repository& repository = m_repositories[id];
    repository.id = id;
    Tree tree;
    for (const auto& [path, text] : files) {
        StoredFile& file = tree[path];
        file.bytes = std::make_shared<const std::string>(text);
        file.isLfs = isLarge(path, text.size());
        if (file.isLfs) m_blobs[file.oid()] = file.bytes;
    }
    return repository.commit(std::move(tree));
}

void Standin::editRepo(const std::string& id, const std::function<void(Repository&)>& edit) {
    const std::lock_guard lock(m_mutex);
    edit(m_repositories.at(id));
}

void Standin::addVersion(CivitaiVersion version) {
    const std::lock_guard lock(m_mutex);
    for (const CivitaiFile& file : version.files) m_blobs[sha256Hex(*file.bytes)] = file.bytes;
    m_versions[version.id] = std::move(version);
}

void Standin::fail(Fault fault) {
    const std::lock_guard lock(m_mutex);
    m_faults.push_back(std::move(fault));
}

void Standin::clearFaults() {
    const std::lock_guard lock(m_mutex);
    m_faults.clear();
}

void Standin::expireLinks() {
    const std::lock_guard lock(m_mutex);
    ++m_generation;
}

void Standin::setPageSize(int entries) {
    const std::lock_guard lock(m_mutex);
    m_pageSize = entries;
}

std::vector<Record> Standin::log() const {
    const std::lock_guard lock(m_mutex);
    return m_log;
}

std::vector<Record> Standin::log(const std::string& origin, const std::string& method) const {
    std::vector<Record> records = log();
    std::erase_if(records, [&](const Record& record) {
        return record.request.origin != origin || (!method.empty() && record.request.method != method);
    });
    return records;
}

void Standin::clearLog() {
    const std::lock_guard lock(m_mutex);
    m_log.clear();
}

void Standin::setPartSize(std::size_t bytes) {
    const std::lock_guard lock(m_mutex);
    m_partSize = bytes;
}

void Standin::requireUploadHeader(std::string name, std::string value) {
    const std::lock_guard lock(m_mutex);
    m_uploadHeader = {std::move(name), std::move(value)};
}

void Standin::setVerifyOrigin(std::string origin) {
    const std::lock_guard lock(m_mutex);
    m_verifyOrigin = std::move(origin);
}

bool Standin::hasBlob(const std::string& sha256) const {
    const std::lock_guard lock(m_mutex);
    return m_blobs.contains(sha256);
}

std::string Standin::storageLink(const std::string& sha256, const std::string& folder) {
    return url("storage") + "/" + folder + "/" + sha256 + "?X-Amz-Expires=3600&X-Amz-Signature=g" +
           std::to_string(m_generation);
}

bool Standin::isSpoilt(const Request& request, Fault& fault) {
    const bool fits = (fault.origin.empty() || fault.origin == request.origin) &&
                      (fault.method.empty() || fault.method == request.method) &&
                      request.target.find(fault.target) != std::string::npos;
    if (!fits || (fault.skip > 0 && fault.skip-- > 0) || fault.times == 0) return false;
    if (fault.times > 0) --fault.times;
    return true;
}

Answer Standin::answer(const Request& request) {
    const std::lock_guard lock(m_mutex);
    std::vector<Fault*> spoilers;
    bool isCarriedOut = true;
    for (Fault& fault : m_faults) {
        if (!isSpoilt(request, fault)) continue;
        spoilers.push_back(&fault);
        isCarriedOut = isCarriedOut && !fault.isInstead;
    }
    Answer answer = isCarriedOut ? answerTruthfully(request) : Answer::text(200, "");
    for (Fault* fault : spoilers) fault->change(request, answer);
    return answer;
}

Answer Standin::answerTruthfully(const Request& request) {
    try {
        if (request.origin == "storage") return StorageFace(*this).answer(request);
        if (request.origin.starts_with("civitai")) return CivitaiFace(*this).answer(request);
        if (request.origin == "other") return Answer::text(200, "other");
        if (request.path().starts_with("/_standin/")) return answerControl(request);
        if (auto upload = UploadFace(*this).answer(request)) return *upload;
        return HubFace(*this).answer(request);
    } catch (const std::exception& error) {
        return hubError(400, "", std::string("the stand-in did not understand: ") + error.what());
    }
}

Answer Standin::answerControl(const Request& request) {
    const std::string path = request.path();
    using nlohmann::json;
    if (path == "/_standin/log") {
        json records = json::array();
        for (const Record& record : m_log) {
            json headers = json::object();
            for (const auto& [name, value] : record.request.headers) headers[name] = value;
            records.push_back({{"origin", record.request.origin},
                               {"method", record.request.method},
                               {"target", record.request.target},
                               {"headers", headers},
                               {"status", record.status},
                               {"bodyBytes", record.bodyBytes},
                               {"bodySent", record.bodySent->load()}});
        }
        return Answer::json(200, records.dump());
    }
    if (path == "/_standin/expire") {
        ++m_generation;
        return Answer::json(200, "{}");
    }
    if (path == "/_standin/fail" && request.method == "POST") {
        // {"origin","method","target","skip","times","status","closeAt","resetAt","flipAt"}: what other clients need.
        const json wish = json::parse(request.body);
        const auto number = [&](const char* key) {
            return wish.contains(key) ? std::optional<std::uint64_t>(wish[key].get<std::uint64_t>()) : std::nullopt;
        };
        Fault fault{wish.value("origin", ""), wish.value("method", ""), wish.value("target", ""),
                    wish.value("skip", 0),    wish.value("times", -1),  {}};
        fault.change = [status = wish.value("status", 0), closeAt = number("closeAt"), resetAt = number("resetAt"),
                        flipAt = number("flipAt")](const Request&, Answer& answer) {
            if (status > 0) answer = Answer::text(status, "injected");
            if (closeAt) answer.closeAt = closeAt;
            if (resetAt) answer.resetAt = resetAt;
            if (flipAt) answer.flipAt = flipAt;
        };
        m_faults.push_back(std::move(fault));
        return Answer::json(200, "{}");
    }
    return hubError(404, "", "Not found");
}

}  // namespace segmoe::standin
