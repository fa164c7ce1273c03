// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/civitai_folder.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <mutex>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/hub/path_rules.h"
#include "core/hub/small_file.h"

namespace segmoe::hub {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t kMaxNoteBytes = 64 * 1024;
constexpr const char* kSuffix = ".segmoe.json";

const char* folderOf(const std::string& type) {
    if (type == "Checkpoint") return "checkpoints";
    if (type == "LORA" || type == "LoCon" || type == "DoRA") return "loras";
    if (type == "VAE") return "vae";
    if (type == "TextualInversion") return "embeddings";
    if (type == "Controlnet") return "controlnet";
    return "other";
}

json licenceJson(const CivitaiLicence& licence) {
    if (!licence.isSaid) return nullptr;
    return {{"allowCommercialUse", licence.allowCommercialUse},
            {"allowDerivatives", licence.allowDerivatives},
            {"allowDifferentLicense", licence.allowDifferentLicense},
            {"allowNoCredit", licence.allowNoCredit}};
}

CivitaiLicence keptLicence(const json& document) {
    CivitaiLicence licence;
    const auto found = document.find("licence");
    if (found == document.end() || !found->is_object()) return licence;
    licence.isSaid = true;
    licence.allowCommercialUse = found->value("allowCommercialUse", std::vector<std::string>());
    licence.allowDerivatives = found->value("allowDerivatives", false);
    licence.allowDifferentLicense = found->value("allowDifferentLicense", false);
    licence.allowNoCredit = found->value("allowNoCredit", false);
    return licence;
}

/// "2026-01-02", of Greenwich.
std::string today() {
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                  static_cast<unsigned>(day.day()));
    return text;
}

std::int64_t writtenAt(const fs::path& file) {
    std::error_code failed;
    const auto time = fs::last_write_time(file, failed);
    return failed ? 0 : static_cast<std::int64_t>(time.time_since_epoch().count());
}

/// What the file of somebody else looks like while it is the one that was meant.
json sharedJson(const fs::path& target, const fs::path& shared) {
    if (shared.empty()) return nullptr;
    std::error_code failed;
    const bool isSecondName = fs::equivalent(target, shared, failed);
    return {{"path", isSecondName ? target.string() : shared.string()},
            {"bytes", fs::file_size(shared, failed)},
            {"written", writtenAt(shared)}};
}

void readPlace(const json& document, FetchedFile& note) {
    std::error_code failed;
    const auto shared = document.find("shared");
    if (shared != document.end() && shared->is_object()) {
        note.file = shared->at("path").get<std::string>();
        note.isHere = fs::is_regular_file(note.file, failed) &&
                      fs::file_size(note.file, failed) == shared->at("bytes").get<std::uintmax_t>() &&
                      writtenAt(note.file) == shared->at("written").get<std::int64_t>();
        return;
    }
    const std::string name = note.note.string();
    note.file = name.substr(0, name.size() - std::string_view(kSuffix).size());
    note.isHere = fs::is_regular_file(note.file, failed);
}

std::optional<FetchedFile> readNote(const fs::path& path) {
    const auto text = readSmallFile(path, kMaxNoteBytes);
    if (!text) return std::nullopt;
    try {
        const json document = parseJson(*text, path.string());
        if (document.value("site", "") != "civitai") return std::nullopt;
        FetchedFile note;
        note.note = path;
        readPlace(document, note);
        note.modelId = document.value("model_id", std::int64_t{0});
        note.versionId = document.value("version_id", std::int64_t{0});
        note.fileId = document.value("file_id", std::int64_t{0});
        note.sha256 = document.value("sha256", "");
        note.model = document.value("model", "");
        note.version = document.value("version", "");
        note.triggerWords = document.value("trigger_words", std::vector<std::string>());
        note.licence = keptLicence(document);
        if (document.contains("answers")) note.answers = document.at("answers").get<std::vector<std::string>>();
        return note;
    } catch (const std::exception&) {
        return std::nullopt;  // somebody else's file
    }
}

bool isSame(const FetchedFile& note, const CivitaiVersion& version, const CivitaiFile& file) {
    return note.versionId == version.id && note.fileId == file.id;
}

/// Whether the version without a wish means this file.
bool isChosen(const CivitaiVersion& version, const CivitaiFile& file) {
    try {
        return chooseFile(version, {}).id == file.id;
    } catch (const Error&) {
        return false;
    }
}

std::vector<std::string> answersOf(const fs::path& target, const CivitaiVersion& version, const CivitaiFile& file) {
    const auto known = fetchedFile(target);
    std::vector<std::string> answers;
    if (known && isSame(*known, version, file) && known->answers) answers = *known->answers;
    const std::string alone = ModelLink::ofVersion(version.id).text();
    if (isChosen(version, file) && std::ranges::find(answers, alone) == answers.end()) answers.push_back(alone);
    return answers;
}

void keepNote(const fs::path& note, const json& document) {
    replaceSmallFile(note, note.parent_path(), document.dump(2, ' ', false, json::error_handler_t::replace) + "\n",
                     Privacy::Shared);
}

/// The note once more, with other answers; whatever else it says stays.
void rewriteAnswers(const fs::path& note, const std::vector<std::string>& answers) {
    const auto text = readSmallFile(note, kMaxNoteBytes);
    if (!text) return;
    json document = parseJson(*text, note.string());
    document["answers"] = answers;
    keepNote(note, document);
}

fs::path shortPlace(const fs::path& folder, const CivitaiVersion& version, const CivitaiFile& file) {
    return folder / folderOf(version.modelType) / sanitisedFileName(file.name, ".safetensors");
}

fs::path longPlace(const fs::path& folder, const CivitaiVersion& version, const CivitaiFile& file) {
    return folder / folderOf(version.modelType) /
           sanitisedFileName(file.name, " (v" + std::to_string(version.id) + ").safetensors");
}

/// Places that files are on their way to.
struct Claims {
    struct Claim {
        std::int64_t versionId = 0;
        std::int64_t fileId = 0;
        int holders = 0;
    };
    std::mutex mutex;
    std::map<fs::path, Claim> places;

    static Claims& ofProcess() {
        static Claims only;
        return only;
    }
};

}  // namespace

fs::path provenanceFile(const fs::path& file) { return file.string() + kSuffix; }

std::optional<FetchedFile> fetchedFile(const fs::path& file) { return readNote(provenanceFile(file)); }

fs::path civitaiTarget(const fs::path& folder, const CivitaiVersion& version, const CivitaiFile& file) {
    const fs::path plain = shortPlace(folder, version, file);
    std::error_code ignored;
    const auto note = fetchedFile(plain);
    if (note && isSame(*note, version, file)) return plain;
    const bool isTaken = fs::exists(plain, ignored) || (note && note->isHere);
    return isTaken ? longPlace(folder, version, file) : plain;
}

CivitaiPlace::CivitaiPlace(const fs::path& folder, const CivitaiVersion& version, const CivitaiFile& file)
    : m_path(civitaiTarget(folder, version, file)) {
    Claims& claims = Claims::ofProcess();
    const std::lock_guard lock(claims.mutex);
    const auto found = claims.places.find(m_path);
    const bool isOthers =
        found != claims.places.end() && (found->second.versionId != version.id || found->second.fileId != file.id);
    if (isOthers) m_path = longPlace(folder, version, file);
    Claims::Claim& claim = claims.places[m_path];
    claim.versionId = version.id;
    claim.fileId = file.id;
    ++claim.holders;
}

CivitaiPlace::~CivitaiPlace() {
    Claims& claims = Claims::ofProcess();
    const std::lock_guard lock(claims.mutex);
    if (const auto found = claims.places.find(m_path); --found->second.holders == 0) claims.places.erase(found);
}

void writeProvenance(const fs::path& target, const CivitaiVersion& version, const CivitaiFile& file,
                     const fs::path& shared) {
    const json document = {{"schema", 1},
                           {"site", "civitai"},
                           {"model_id", version.modelId},
                           {"version_id", version.id},
                           {"file_id", file.id},
                           {"model", version.modelName},
                           {"version", version.name},
                           {"base_model", version.baseModel},
                           {"trigger_words", version.triggerWords},
                           {"sha256", file.sha256},
                           {"licence", licenceJson(version.licence)},
                           {"answers", answersOf(target, version, file)},
                           {"shared", sharedJson(target, shared)},
                           {"fetched", today()}};
    keepNote(provenanceFile(target), document);
}

std::vector<FetchedFile> fetchedFiles(const fs::path& folder) {
    std::vector<FetchedFile> found;
    std::error_code failed;
    for (const char* kind : {"checkpoints", "loras", "vae", "embeddings", "controlnet", "other"})
        for (const auto& entry : fs::directory_iterator(folder / kind, failed)) {
            if (!entry.path().string().ends_with(kSuffix)) continue;
            auto note = readNote(entry.path());
            if (note && note->isHere) found.push_back(std::move(*note));
        }
    return found;
}

void noteAnswer(const fs::path& folder, const fs::path& file, const ModelLink& link) {
    if (link.fileId != 0) return;  // it names the file itself
    const std::string key = link.reference();
    for (const FetchedFile& known : fetchedFiles(folder)) {
        // notes from before answers were kept serve for their version
        std::vector<std::string> answers =
            known.answers.value_or(std::vector{ModelLink::ofVersion(known.versionId).text()});
        const bool isMeant = known.file == file;
        const auto found = std::ranges::find(answers, key);
        if (isMeant == (found != answers.end())) continue;
        if (isMeant)
            answers.push_back(key);
        else
            answers.erase(found);
        rewriteAnswers(known.note, answers);
    }
}

std::optional<fs::path> findCivitai(const fs::path& folder, const ModelLink& link) {
    const std::string key = link.reference();
    const bool isOpen = link.versionId == 0 || !link.fp.empty() || !link.size.empty();
    std::optional<fs::path> unsaid;
    for (FetchedFile& known : fetchedFiles(folder)) {
        if (link.fileId != 0) {
            const bool isOfVersion = link.versionId == 0 || known.versionId == link.versionId;
            if (isOfVersion && known.fileId == link.fileId) return std::move(known.file);
        } else if (known.answers && std::ranges::find(*known.answers, key) != known.answers->end()) {
            return std::move(known.file);
        } else if (!known.answers && !isOpen && known.versionId == link.versionId) {
            unsaid = std::move(known.file);
        }
    }
    return unsaid;
}

}  // namespace segmoe::hub
