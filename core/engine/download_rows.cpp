// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/download_rows.h"

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/json_reader.h"
#include "core/base/log.h"

namespace segmoe {

using nlohmann::json;

namespace {

constexpr int kSchema = 1;

struct StateName {
    DownloadState state;
    const char* name;
};
/// All others are queued when the program begins again.
constexpr StateName kStates[] = {{DownloadState::Paused, "paused"},
                                 {DownloadState::Failed, "failed"},
                                 {DownloadState::Cancelled, "cancelled"},
                                 {DownloadState::Done, "done"}};

const char* nameOf(DownloadState state) {
    for (const StateName& row : kStates)
        if (row.state == state) return row.name;
    return "queued";
}

DownloadState rowStateOf(const std::string& name) {
    for (const StateName& row : kStates)
        if (name == row.name) return row.state;
    return DownloadState::Queued;
}

json toJson(const KeptDownload& row) {
    const ModelDownload& shown = row.shown;
    json fields{{"id", shown.id},
                {"reference", shown.reference},
                {"title", shown.title},
                {"page", shown.page},
                {"state", nameOf(shown.state)},
                {"done", shown.done},
                {"total", shown.total},
                {"place", shown.place.string()},
                {"folder", shown.folder.string()},
                {"asked", row.asked},
                {"link", row.link},
                {"commit", row.commit}};
    if (shown.variant) fields["variant"] = *shown.variant;
    if (shown.failure && shown.state == DownloadState::Failed) {
        fields["failure"] = errorCodeName(shown.failure->code);
        fields["message"] = shown.failure->message;
    }
    return fields;
}

KeptDownload fromJson(const json& fields) {
    KeptDownload row;
    ModelDownload& shown = row.shown;
    const auto text = [&](const char* key) { return fields.at(key).get<std::string>(); };
    shown.id = fields.at("id").get<std::uint64_t>();
    shown.reference = text("reference");
    shown.title = text("title");
    shown.page = text("page");
    shown.state = rowStateOf(text("state"));
    shown.done = fields.at("done").get<std::uint64_t>();
    shown.total = fields.at("total").get<std::uint64_t>();
    shown.place = text("place");
    shown.folder = text("folder");
    row.link = text("link");
    row.asked = fields.value("asked", row.link);
    row.commit = text("commit");
    if (fields.contains("variant")) shown.variant = text("variant");
    const std::string failure = fields.value("failure", "");
    for (const ErrorCode code : allErrorCodes())
        if (errorCodeName(code) == failure) shown.failure = Failure{code, fields.value("message", ""), {}};
    return row;
}

}  // namespace

void writeDownloadRows(const std::filesystem::path& file, const std::vector<KeptDownload>& rows) {
    json list = json::array();
    for (const KeptDownload& row : rows) list.push_back(toJson(row));
    writeFileAtomically(
        file, json{{"schema", kSchema}, {"models", list}}.dump(1, ' ', false, json::error_handler_t::replace));
}

std::vector<KeptDownload> readDownloadRows(const std::filesystem::path& file) {
    std::vector<KeptDownload> rows;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return rows;
    try {
        const json list = readJsonFile(file);
        if (list.at("schema").get<int>() != kSchema) return {};
        for (const json& fields : list.at("models")) rows.push_back(fromJson(fields));
    } catch (const std::exception& error) {
        logMessage(LogLevel::Warning, std::string("The list of downloads cannot be read: ") + error.what());
        return {};
    }
    return rows;
}

}  // namespace segmoe
