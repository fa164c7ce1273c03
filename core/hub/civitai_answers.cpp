// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/civitai_answers.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/base/ascii.h"
#include "core/base/error.h"
#include "core/base/file_suffix.h"
#include "core/base/hashing.h"
#include "core/base/utf8.h"
#include "core/hub/answer_fields.h"
#include "core/hub/http_headers.h"
#include "core/hub/path_rules.h"

namespace segmoe::hub {

namespace {

using nlohmann::json;

const json& field(const json& object, const char* key) {
    static const json none;
    if (!object.is_object()) return none;
    const auto found = object.find(key);
    return found == object.end() ? none : *found;
}

std::string looseText(const json& value) {
    if (value.is_string()) return value.get<std::string>();
    return value.is_number() || value.is_boolean() ? value.dump() : std::string();
}

double looseNumber(const json& value) {
    if (value.is_number()) return value.get<double>();
    if (!value.is_string()) return 0.0;
    const std::string text = value.get<std::string>();
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : 0.0;
}

/// Ids and counts; what cannot be one is 0.
std::int64_t looseCount(const json& value) {
    const double number = looseNumber(value);
    return number >= 0.0 && number <= 9e15 && number == std::floor(number) ? static_cast<std::int64_t>(number) : 0;
}

bool looseFlag(const json& value, bool fallback) {
    if (value.is_boolean()) return value.get<bool>();
    const std::string text = looseText(value);
    return text == "true" || (text != "false" && fallback);
}

std::vector<std::string> looseTexts(const json& value) {
    std::vector<std::string> texts;
    if (value.is_string()) texts.push_back(value.get<std::string>());
    if (value.is_array())
        for (const json& entry : value)
            if (std::string text = looseText(entry); !text.empty()) texts.push_back(std::move(text));
    return texts;
}

CivitaiFile fileOf(const json& value) {
    CivitaiFile file;
    file.id = looseCount(field(value, "id"));
    file.name = looseText(field(value, "name"));
    file.type = looseText(field(value, "type"));
    const json& metadata = field(value, "metadata");
    file.format = looseText(field(metadata, "format"));
    if (file.format.empty()) file.format = looseText(field(value, "format"));
    file.fp = looseText(field(metadata, "fp"));
    file.size = looseText(field(metadata, "size"));
    file.scan = looseText(field(value, "pickleScanResult"));
    if (looseText(field(value, "virusScanResult")) == "Danger") file.scan = "Danger";
    file.isPrimary = looseFlag(field(value, "primary"), false);
    const double kilobytes = looseNumber(field(value, "sizeKB"));
    if (kilobytes > 0.0 && kilobytes < 1e12) file.bytes = static_cast<std::uint64_t>(std::llround(kilobytes * 1024.0));
    const std::string sha256 = asciiLower(looseText(field(field(value, "hashes"), "SHA256")));
    if (isSha256(sha256)) file.sha256 = sha256;
    return file;
}

CivitaiLicence licenceOf(const json& model) {
    CivitaiLicence licence;
    licence.isSaid = !field(model, "allowCommercialUse").is_null() || !field(model, "allowDerivatives").is_null();
    licence.allowCommercialUse = looseTexts(field(model, "allowCommercialUse"));
    licence.allowDerivatives = looseFlag(field(model, "allowDerivatives"), false);
    licence.allowDifferentLicense = looseFlag(field(model, "allowDifferentLicense"), false);
    licence.allowNoCredit = looseFlag(field(model, "allowNoCredit"), false);
    return licence;
}

/// 1 = for everybody, 2 = nearly; older answers have words instead. Numbers add up where several apply.
bool isMaturePicture(const json& value) {
    constexpr std::int64_t kForEverybody = 3;
    const json& level = field(value, "nsfwLevel");
    if (level.is_number()) return looseCount(level) > kForEverybody;
    const std::string word = asciiLower(looseText(level.is_string() ? level : field(value, "nsfw")));
    return word == "true" || word == "mature" || word == "x" || word == "r" || word == "xxx";
}

std::vector<CivitaiPicture> picturesOf(const json& list) {
    std::vector<CivitaiPicture> pictures;
    if (!list.is_array()) return pictures;
    for (const json& value : list) {
        const std::string kind = looseText(field(value, "type"));
        std::string address = looseText(field(value, "url"));
        if (!address.empty() && (kind.empty() || kind == "image"))
            pictures.push_back({std::move(address), isMaturePicture(value)});
    }
    return pictures;
}

CivitaiVersion versionOf(const json& value) {
    CivitaiVersion version;
    version.id = looseCount(field(value, "id"));
    version.modelId = looseCount(field(value, "modelId"));
    version.name = looseText(field(value, "name"));
    version.modelName = looseText(field(field(value, "model"), "name"));
    version.modelType = looseText(field(field(value, "model"), "type"));
    version.licence = licenceOf(field(value, "model"));
    version.baseModel = looseText(field(value, "baseModel"));
    version.availability = looseText(field(value, "availability"));
    version.earlyAccessUntil = looseText(field(value, "earlyAccessEndsAt"));
    if (version.earlyAccessUntil.empty()) version.earlyAccessUntil = looseText(field(value, "earlyAccessDeadline"));
    version.published = looseText(field(value, "publishedAt"));
    version.description = looseText(field(value, "description"));
    version.pictures = picturesOf(field(value, "images"));
    version.triggerWords = looseTexts(field(value, "trainedWords"));
    if (const json& files = field(value, "files"); files.is_array())
        for (const json& file : files) version.files.push_back(fileOf(file));
    return version;
}

CivitaiModel modelOf(const json& value) {
    CivitaiModel model;
    model.id = looseCount(field(value, "id"));
    model.name = looseText(field(value, "name"));
    model.type = looseText(field(value, "type"));
    model.creator = looseText(field(field(value, "creator"), "username"));
    model.mode = looseText(field(value, "mode"));
    model.isNsfw = looseFlag(field(value, "nsfw"), false);
    model.licence = licenceOf(value);
    model.downloads = looseCount(field(field(value, "stats"), "downloadCount"));
    model.likes = looseCount(field(field(value, "stats"), "thumbsUpCount"));
    model.description = looseText(field(value, "description"));
    if (const json& versions = field(value, "modelVersions"); versions.is_array())
        for (const json& entry : versions) {
            CivitaiVersion version = versionOf(entry);
            version.modelId = model.id;
            version.modelName = model.name;
            version.modelType = model.type;
            version.licence = model.licence;
            if (version.id > 0) model.versions.push_back(std::move(version));
        }
    return model;
}

[[noreturn]] void refuseId(const std::string& source) {
    throw Error(ErrorCode::BadServerReply, source + " sent something unreadable (an entry without its number).");
}

bool isSafetensors(const CivitaiFile& file) {
    return equalsIgnoringCase(file.format, "SafeTensor") ||
           (file.format.empty() && asciiLower(file.name).ends_with(".safetensors"));
}

/// The weights that the version is about, not what came with them.
bool isMainPart(const CivitaiFile& file) {
    return file.type.empty() || file.type == "Model" || file.type == "Pruned Model";
}

bool isWanted(const CivitaiFile& file, const CivitaiWish& wish) {
    return wish.fileId != 0 ? file.id == wish.fileId : isMainPart(file);
}

}  // namespace

HubTerms termsOf(const CivitaiLicence& licence) {
    // lists, a single word, or a list inside a text ("{Image,Sell}")
    const auto allows = [&](std::string_view use) {
        return std::ranges::any_of(licence.allowCommercialUse,
                                   [&](const std::string& text) { return text.find(use) != std::string::npos; });
    };
    HubTerms terms;
    terms.isKnown = licence.isSaid;
    terms.maySellModel = allows("Sell");
    terms.maySellImages = allows("Image") || terms.maySellModel;
    terms.mayShareMerges = licence.allowDerivatives;
    terms.mayChangeTerms = licence.allowDerivatives && licence.allowDifferentLicense;
    terms.needsCredit = !licence.allowNoCredit;
    return terms;
}

CivitaiModel parseCivitaiModel(std::string_view text, const std::string& source) {
    CivitaiModel model = modelOf(parseObject(text, source));
    if (model.id == 0) refuseId(source);
    return model;
}

CivitaiVersion parseCivitaiVersion(std::string_view text, const std::string& source) {
    CivitaiVersion version = versionOf(parseObject(text, source));
    if (version.id == 0) refuseId(source);
    return version;
}

CivitaiPage parseCivitaiPage(std::string_view text, const std::string& source) {
    const json answer = parseObject(text, source);
    CivitaiPage page;
    if (const json& items = field(answer, "items"); items.is_array())
        for (const json& item : items)
            if (CivitaiModel model = modelOf(item); model.id > 0) page.models.push_back(std::move(model));
    page.cursor = looseText(field(field(answer, "metadata"), "nextCursor"));
    return page;
}

CivitaiFileUse useOf(const CivitaiFile& file) {
    if (!isSafetensors(file)) return CivitaiFileUse::OtherFormat;
    if (file.scan == "Danger") return CivitaiFileUse::Dangerous;
    return isMainPart(file) ? CivitaiFileUse::Usable : CivitaiFileUse::OtherPart;
}

bool isPickle(const CivitaiFile& file) {
    if (equalsIgnoringCase(file.format, "PickleTensor")) return true;
    const std::string name = asciiLower(file.name);
    return file.format.empty() && (name.ends_with(".ckpt") || name.ends_with(".pt") || name.ends_with(".bin"));
}

bool isGone(const CivitaiModel& model) { return model.mode == "Archived" || model.mode == "TakenDown"; }

bool isNameless(const CivitaiFile& file) {
    return !hasPlainStem(file.name) || (file.format.empty() && lowerSuffix(file.name).empty());
}

CivitaiFile chooseFile(const CivitaiVersion& version, const CivitaiWish& wish) {
    const std::string name =
        version.modelName.empty() ? "Version " + std::to_string(version.id) : quote(version.modelName);
    if (version.files.empty())
        throw Error(ErrorCode::Archived, name + " has no files on CivitAI any more. Choose another version.");
    std::vector<CivitaiFile> candidates;
    bool hasOther = false, isDangerous = false;
    for (const CivitaiFile& file : version.files) {
        if (file.id == 0 || !isWanted(file, wish)) continue;
        const CivitaiFileUse use = useOf(file);
        hasOther = hasOther || use == CivitaiFileUse::OtherFormat;
        isDangerous = isDangerous || use == CivitaiFileUse::Dangerous;
        if (use == CivitaiFileUse::Usable || use == CivitaiFileUse::OtherPart) candidates.push_back(file);
    }
    if (candidates.empty() && hasOther)
        throw Error(ErrorCode::PickleRefused,
                    name +
                        " is offered only as a pickle, which can run code when opened. Only safetensors are used: "
                        "look for another version.");
    if (candidates.empty())
        throw Error(ErrorCode::FileNotFound,
                    name + (isDangerous   ? " was found dangerous by CivitAI's scan; it is not fetched."
                            : wish.fileId ? " has no file " + std::to_string(wish.fileId) + "."
                                          : " has no model file. Choose another version."));
    const auto rank = [&](const CivitaiFile& file) {
        return (!wish.fp.empty() && file.fp == wish.fp ? 4 : 0) +
               (!wish.size.empty() && file.size == wish.size ? 2 : 0) + (file.isPrimary ? 1 : 0);
    };
    return *std::ranges::max_element(candidates, {}, rank);
}

}  // namespace segmoe::hub
