// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/hub_rows.h"

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "core/base/error.h"
#include "core/base/file_suffix.h"
#include "core/hub/http_url.h"
#include "core/hub/model_store.h"
#include "core/hub/path_rules.h"

namespace segmoe {

using namespace hub;

namespace {

constexpr const char* kXlPipeline = "diffusers:StableDiffusionXLPipeline";
constexpr const char* kPipeline = "diffusers:StableDiffusionPipeline";

std::vector<std::string> baseModelsOf(const std::string& architecture) {
    if (architecture == "sd1") return {"SD 1.4", "SD 1.5", "SD 1.5 LCM", "SD 1.5 Hyper"};
    if (architecture == "sd2") return {"SD 2.0", "SD 2.0 768", "SD 2.1", "SD 2.1 768"};
    if (architecture == "sdxl")
        return {"SDXL 0.9",   "SDXL 1.0", "SDXL 1.0 LCM", "SDXL Turbo", "SDXL Lightning",
                "SDXL Hyper", "Pony",     "Illustrious",  "NoobAI"};
    return {};
}

bool isSafetensors(const std::string& path) { return lowerSuffix(path) == ".safetensors"; }

bool isPickled(const std::string& path) {
    static constexpr std::array kSuffixes = {".bin", ".ckpt", ".pt", ".pth"};
    return std::ranges::find(kSuffixes, lowerSuffix(path)) != kSuffixes.end();
}

/// Judged by names alone: what a plan would find in the whole listing.
HubState stateOf(const RepoInfo& info, bool hasToken) {
    if (info.isGated) return hasToken ? HubState::TermsNeeded : HubState::LoginNeeded;
    if (info.files.empty()) return HubState::Open;
    const auto isUsable = [](const std::string& path) {
        return isSafetensors(path) && (path.find('/') == std::string::npos || path.starts_with("unet/"));
    };
    if (std::ranges::any_of(info.files, isUsable)) return HubState::Open;
    return std::ranges::any_of(info.files, isPickled) ? HubState::PickleOnly : HubState::NothingUsable;
}

}  // namespace

HfSearch hfSearchOf(const HubSearch& search) {
    HfSearch wanted;
    wanted.text = search.text;
    wanted.limit = search.limit;
    constexpr std::array kSorts = {"downloads", "trendingScore", "likes", "downloads", "createdAt", "lastModified"};
    wanted.sort = kSorts[static_cast<std::size_t>(search.sort)];
    switch (search.kind) {
        case HubKind::Checkpoint:
            if (search.architecture == "sdxl")
                wanted.filters = {"diffusers", kXlPipeline};
            else if (!search.architecture.empty())
                wanted.filters = {"diffusers", kPipeline};
            break;
        case HubKind::Lora: wanted.filters = {"lora", "diffusers"}; break;
        case HubKind::Mixture: wanted.filters = {"segmoe"}; break;
        case HubKind::Vae:
            // The Hub has no tag for them; their authors call them so.
            wanted.text += wanted.text.empty() ? "vae" : " vae";
            wanted.pipelineTag.clear();
            break;
    }
    return wanted;
}

CivitaiSearch civitaiSearchOf(const HubSearch& search) {
    CivitaiSearch wanted;
    wanted.text = search.text;
    wanted.baseModels = baseModelsOf(search.architecture);
    wanted.limit = search.limit;
    if (search.kind == HubKind::Lora) wanted.types = {"LORA", "LoCon", "DoRA"};
    if (search.kind == HubKind::Vae) wanted.types = {"VAE"};
    wanted.sort = search.sort == HubSort::Rating   ? "Highest Rated"
                  : search.sort == HubSort::Newest ? "Newest"
                                                   : "Most Downloaded";
    constexpr std::array kPeriods = {"AllTime", "Year", "Month", "Week", "Day"};
    wanted.period = kPeriods[static_cast<std::size_t>(search.period)];
    wanted.onlyCommercial = search.onlyCommercial;
    wanted.withMature = search.withMature;
    return wanted;
}

std::string architectureOfBase(const std::string& baseModel) {
    for (const char* architecture : {"sd1", "sd2", "sdxl"}) {
        const auto names = baseModelsOf(architecture);
        if (std::ranges::find(names, baseModel) != names.end()) return architecture;
    }
    return {};
}

std::string architectureOfTags(std::span<const std::string> tags) {
    const auto has = [&](std::string_view part) {
        return std::ranges::any_of(tags, [&](const std::string& tag) { return tag.find(part) != std::string::npos; });
    };
    if (has(kXlPipeline) || has("stable-diffusion-xl") || has("base_model:adapter:stabilityai/sdxl")) return "sdxl";
    if (has("stable-diffusion-2")) return "sd2";
    if (has(kPipeline) || has("stable-diffusion-v1")) return "sd1";
    return {};
}

std::string precisionOfName(std::string_view name) {
    const std::string lower = asciiLower(std::string(name));
    for (const char* precision : {"bf16", "fp16", "fp32", "fp8"})
        if (lower.find(precision) != std::string::npos) return precision;
    return {};
}

std::vector<HubPreview> previewsOf(const RepoInfo& info, const std::string& endpoint) {
    std::vector<HubPreview> previews;
    for (const std::string& picture : info.pictures) {
        const std::string home = endpoint + "/" + info.id + "/resolve/";
        const std::string theirs = "https://huggingface.co/" + info.id + "/resolve/";
        const std::size_t revision = picture.find("/resolve/");
        std::string path = picture;
        if (picture.starts_with(home) || picture.starts_with(theirs))
            path = picture.substr(std::min(picture.find('/', revision + 9), picture.size() - 1) + 1);
        if (path.starts_with("./")) path.erase(0, 2);
        if (path.find("://") != std::string::npos || !pathFault(path).empty()) continue;
        previews.push_back({home + "main/" + percentEncodedPath(path), false});
    }
    return previews;
}

HubRow rowOf(const RepoInfo& info, const std::string& endpoint, bool hasToken) {
    ModelLink link;
    link.repo = info.id;
    HubRow row;
    row.reference = link.text();
    row.model = info.id;
    const std::size_t slash = info.id.find('/');
    row.author = slash == std::string::npos ? std::string() : info.id.substr(0, slash);
    row.name = info.id.substr(slash == std::string::npos ? 0 : slash + 1);
    row.kind = info.pipelineTag;
    row.architecture = architectureOfTags(info.tags);
    row.license = info.license;
    row.page = link.page();
    for (const std::string& path : info.files)
        if (row.precision.empty() && isSafetensors(path)) row.precision = precisionOfName(path);
    row.updated = info.lastModified;
    row.downloads = info.downloads;
    row.likes = info.likes;
    row.isGated = info.isGated;
    row.state = stateOf(info, hasToken);
    if (auto previews = previewsOf(info, endpoint); !previews.empty()) row.preview = std::move(previews.front());
    row.isMature = std::ranges::find(info.tags, "not-for-all-audiences") != info.tags.end();
    row.preview.isMature = row.isMature;
    return row;
}

std::string referenceOf(std::int64_t versionId) { return ModelLink::ofVersion(versionId).text(); }

std::optional<CivitaiFile> usualFile(const CivitaiVersion& version) {
    try {
        return chooseFile(version, {});
    } catch (const Error&) {
        return std::nullopt;
    }
}

HubState stateOf(const CivitaiVersion& version, const CivitaiModel& model) {
    if (isGone(model)) return HubState::Archived;
    if (version.availability == "EarlyAccess") return HubState::EarlyAccess;
    if (version.files.empty()) return HubState::Archived;
    const auto isUsable = [](const CivitaiFile& file) { return useOf(file) == CivitaiFileUse::Usable; };
    if (std::ranges::any_of(version.files, isUsable)) return HubState::Open;
    return std::ranges::any_of(version.files, isPickle) ? HubState::PickleOnly : HubState::NothingUsable;
}

HubPreview previewOf(std::span<const CivitaiPicture> pictures, bool isMature) {
    const auto mild = std::ranges::find(pictures, false, &CivitaiPicture::isMature);
    if (mild != pictures.end()) return {mild->address, isMature};
    return pictures.empty() ? HubPreview{} : HubPreview{pictures.front().address, true};
}

HubRow rowOf(const CivitaiModel& model, std::int64_t versionId) {
    HubRow row;
    ModelLink link;
    link.site = Site::CivitAi;
    link.modelId = model.id;
    row.site = HubSite::CivitAi;
    row.page = link.page();
    row.reference = link.text();
    row.model = std::to_string(model.id);
    row.name = model.name;
    row.author = model.creator;
    row.kind = model.type;
    row.downloads = model.downloads;
    row.likes = model.likes;
    row.isMature = model.isNsfw;
    row.terms = termsOf(model.licence);
    row.license = hubTermsText(row.terms);
    row.state = HubState::Archived;
    if (model.versions.empty()) return row;
    const auto found = std::ranges::find(model.versions, versionId, &CivitaiVersion::id);
    const CivitaiVersion& version = found == model.versions.end() ? model.versions.front() : *found;
    row.reference = referenceOf(version.id);
    row.version = version.name;
    row.base = version.baseModel;
    row.architecture = architectureOfBase(version.baseModel);
    row.until = version.earlyAccessUntil;
    row.updated = version.published;
    row.isGated = version.availability == "EarlyAccess";
    row.state = stateOf(version, model);
    row.preview = previewOf(version.pictures, model.isNsfw);
    if (const auto file = usualFile(version)) {
        row.bytes = file->bytes;
        row.precision = file->fp;
        row.sha256 = file->sha256;
    }
    return row;
}

void findOnDisk(HubRow& row, const RepoInfo& info, const HfCache& cache) {
    ModelLink link;
    link.repo = info.id;
    try {
        const auto place = findModel(link, cache, {});
        if (!place) return;
        row.place = *place;
        const auto commit = cache.commitOf(info.id, "main");
        const bool isOlder = commit && !info.commit.empty() && *commit != info.commit;
        row.presence = isOlder ? HubPresence::Older : HubPresence::Here;
    } catch (const Error&) {
        // what lies there is not what it should be: fetching says so
    }
}

void findOnDisk(HubRow& row, std::span<const FetchedFile> fetched) {
    for (const FetchedFile& file : fetched) {
        const bool isThis = referenceOf(file.versionId) == row.reference;
        if (!isThis && (std::to_string(file.modelId) != row.model || row.presence == HubPresence::Here)) continue;
        row.presence = isThis ? HubPresence::Here : HubPresence::Older;
        row.place = file.file;
    }
}

}  // namespace segmoe
