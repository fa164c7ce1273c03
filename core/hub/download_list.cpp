// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/download_list.h"

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/json_reader.h"
#include "core/base/log.h"

namespace segmoe::hub {

using nlohmann::json;

namespace {

constexpr int kSchema = 1;

const char* stateName(TransferState state) {
    if (state == TransferState::Paused) return "paused";
    if (state == TransferState::Failed) return "failed";
    return "queued";
}

json toJson(const DownloadEntry& entry) {
    const DownloadRequest& request = entry.request;
    const ExpectedContent& expected = request.expected;
    json fields{{"id", entry.id},
                {"group", entry.group},
                {"state", stateName(entry.progress.state)},
                {"done", entry.progress.done},
                {"message", entry.message},
                {"hub", request.source.hub},
                {"repo", request.source.repo},
                {"commit", request.source.commit},
                {"path", request.source.path},
                {"version", request.source.version},
                {"fileId", request.source.fileId},
                {"target", request.target.string()},
                {"lock", request.lockFile.string()},
                {"verifies", request.verifiesPresent},
                {"digestKind", static_cast<int>(expected.digestKind)},
                {"digest", expected.digest},
                {"etag", expected.etag}};
    if (expected.size) fields["size"] = *expected.size;
    if (entry.failure) fields["failure"] = errorCodeName(*entry.failure);
    return fields;
}

DownloadEntry fromJson(const json& fields) {
    DownloadEntry entry;
    entry.id = fields.at("id").get<DownloadId>();
    entry.group = fields.at("group").get<std::string>();
    const std::string state = fields.at("state").get<std::string>();
    entry.progress.state = state == "paused"   ? TransferState::Paused
                           : state == "failed" ? TransferState::Failed
                                               : TransferState::Queued;
    entry.progress.done = fields.at("done").get<std::uint64_t>();
    entry.message = fields.at("message").get<std::string>();
    const auto text = [&](const char* key) { return fields.at(key).get<std::string>(); };
    DownloadRequest& request = entry.request;
    request.source = {text("hub"), text("repo"), text("commit"), text("path"), text("version"), text("fileId")};
    request.target = text("target");
    request.lockFile = text("lock");
    request.verifiesPresent = fields.at("verifies").get<bool>();
    const int kind = fields.at("digestKind").get<int>();
    request.expected.digestKind = kind == 1 ? DigestKind::Sha256 : kind == 2 ? DigestKind::GitSha1 : DigestKind::None;
    request.expected.digest = text("digest");
    request.expected.etag = text("etag");
    if (fields.contains("size")) request.expected.size = fields.at("size").get<std::uint64_t>();
    entry.progress.total = request.expected.size.value_or(0);
    const std::string failure = fields.value("failure", "");
    for (const ErrorCode code : allErrorCodes())
        if (errorCodeName(code) == failure) entry.failure = code;
    return entry;
}

}  // namespace

void writeDownloadList(const std::filesystem::path& file, const std::vector<DownloadEntry>& entries) {
    json list = json::array();
    for (const DownloadEntry& entry : entries)
        if (entry.progress.state != TransferState::Done) list.push_back(toJson(entry));
    writeFileAtomically(
        file, json{{"schema", kSchema}, {"downloads", list}}.dump(1, ' ', false, json::error_handler_t::replace));
}

std::vector<DownloadEntry> readDownloadList(const std::filesystem::path& file) {
    std::vector<DownloadEntry> entries;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return entries;
    try {
        const json list = readJsonFile(file);
        if (list.value("schema", 0) != kSchema) return entries;
        for (const json& fields : list.at("downloads")) entries.push_back(fromJson(fields));
    } catch (const Error& error) {
        logMessage(LogLevel::Warning, std::string("The list of downloads was not read: ") + error.what());
        entries.clear();
    } catch (const json::exception& error) {
        logMessage(LogLevel::Warning, std::string("The list of downloads was not understood: ") + error.what());
        entries.clear();
    }
    return entries;
}

}  // namespace segmoe::hub
