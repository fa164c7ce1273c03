// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/civitai_folder.h"

#include <chrono>
#include <cstdio>
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

std::optional<FetchedFile> readNote(const fs::path& path) {
    const auto text = readSmallFile(path, kMaxNoteBytes);
    if (!text) return std::nullopt;
    try {
        const json document = parseJson(*text, path.string());
        if (document.value("site", "") != "civitai") return std::nullopt;
        const std::string name = path.string();
        FetchedFile note;
        note.file = name.substr(0, name.size() - std::string_view(kSuffix).size());
        note.modelId = document.value("model_id", std::int64_t{0});
        note.versionId = document.value("version_id", std::int64_t{0});
        note.fileId = document.value("file_id", std::int64_t{0});
        note.sha256 = document.value("sha256", "");
        note.model = document.value("model", "");
        note.version = document.value("version", "");
        note.triggerWords = document.value("trigger_words", std::vector<std::string>());
        note.licence = keptLicence(document);
        return note;
    } catch (const std::exception&) {
        return std::nullopt;  // somebody else's file
    }
}

bool isSame(const FetchedFile& note, const CivitaiVersion& version, const CivitaiFile& file) {
    return note.versionId == version.id && note.fileId == file.id;
}

}  // namespace

fs::path provenanceFile(const fs::path& file) { return file.string() + kSuffix; }

std::optional<FetchedFile> fetchedFile(const fs::path& file) { return readNote(provenanceFile(file)); }

fs::path civitaiTarget(const fs::path& folder, const CivitaiVersion& version, const CivitaiFile& file) {
    const fs::path place = folder / folderOf(version.modelType);
    const fs::path plain = place / sanitisedFileName(file.name, ".safetensors");
    std::error_code ignored;
    if (!fs::exists(plain, ignored)) return plain;
    const auto note = fetchedFile(plain);
    if (note && isSame(*note, version, file)) return plain;
    return place / sanitisedFileName(file.name, " (v" + std::to_string(version.id) + ").safetensors");
}

void writeProvenance(const fs::path& target, const CivitaiVersion& version, const CivitaiFile& file) {
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
                           {"fetched", today()}};
    replaceSmallFile(provenanceFile(target), target.parent_path(),
                     document.dump(2, ' ', false, json::error_handler_t::replace) + "\n", Privacy::Shared);
}

std::vector<FetchedFile> fetchedFiles(const fs::path& folder) {
    std::vector<FetchedFile> found;
    std::error_code failed;
    for (const char* kind : {"checkpoints", "loras", "vae", "embeddings", "controlnet", "other"})
        for (const auto& entry : fs::directory_iterator(folder / kind, failed)) {
            if (!entry.path().string().ends_with(kSuffix)) continue;
            auto note = readNote(entry.path());
            if (note && fs::is_regular_file(note->file, failed)) found.push_back(std::move(*note));
        }
    return found;
}

std::optional<fs::path> findCivitai(const fs::path& folder, const ModelLink& link) {
    if (link.versionId == 0) return std::nullopt;  // which version is the newest, only the site knows
    for (FetchedFile& known : fetchedFiles(folder))
        if (known.versionId == link.versionId && (link.fileId == 0 || known.fileId == link.fileId))
            return std::move(known.file);
    return std::nullopt;
}

}  // namespace segmoe::hub
