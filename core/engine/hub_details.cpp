// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/hub_details.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/file_suffix.h"
#include "core/base/utf8.h"
#include "core/engine/hub_rows.h"
#include "core/hub/card_text.h"
#include "core/hub/path_rules.h"
#include "core/hub/repo_selection.h"

namespace segmoe {

using namespace hub;

namespace {

constexpr std::size_t kMaxCardBytes = 256 * 1024;
constexpr const char* kCard = "README.md";

bool hasFile(const std::vector<RepoFile>& tree, const char* path) {
    return std::ranges::find(tree, path, &RepoFile::path) != tree.end();
}

HubFile folderOf(const RepoSelection& selection, const ModelLink& link, const std::string& variant) {
    HubFile file;
    file.reference = link.text();
    file.variant = variant;
    file.precision = variant;
    file.bytes = selection.bytes();
    file.count = static_cast<int>(selection.files.size());
    return file;
}

/// The diffusers folder in each variant it is offered in; the one that is taken without a wish is preferred.
std::vector<HubFile> foldersOf(const nlohmann::json& index, const std::vector<RepoFile>& tree, const ModelLink& link) {
    std::vector<HubFile> folders;
    try {
        const RepoSelection usual = selectModel(index, tree, std::nullopt, link.repo);
        for (const std::string& variant : usual.variants) {
            const RepoSelection selection = selectModel(index, tree, variant, link.repo);
            folders.push_back(folderOf(selection, link, variant));
            folders.back().isPreferred = selection.files == usual.files;
        }
    } catch (const Error& error) {
        const bool isPickle = error.code() == ErrorCode::PickleRefused;
        HubFile refused;
        refused.reference = link.text();
        refused.use = isPickle ? HubFileUse::Pickle : HubFileUse::OtherFormat;
        folders.push_back(refused);
    }
    return folders;
}

/// Whether a file is worth a line: weights at the root, or below the folder or file that was asked for.
bool isWeight(const std::string& path, const std::string& wanted) {
    static constexpr std::array kSuffixes = {".safetensors", ".ckpt", ".pt", ".pth", ".bin", ".gguf"};
    if (std::ranges::find(kSuffixes, lowerSuffix(path)) == kSuffixes.end()) return false;
    if (wanted.empty()) return path.find('/') == std::string::npos;
    return path == wanted || (path.starts_with(wanted) && path[wanted.size()] == '/');
}

HubFile singleOf(const RepoFile& entry, const ModelLink& link) {
    ModelLink exact = link;
    exact.file = entry.path;
    HubFile file;
    file.reference = exact.text();
    file.name = entry.path;
    file.bytes = entry.size;
    file.precision = precisionOfName(entry.path);
    file.sha256 = entry.sha256;
    const std::string suffix = lowerSuffix(entry.path);
    if (suffix == ".gguf" || !pathFault(entry.path).empty())
        file.use = HubFileUse::OtherFormat;
    else if (suffix != ".safetensors")
        file.use = HubFileUse::Pickle;
    return file;
}

std::string cardOf(const HfHub& hub, const std::string& repo, const std::string& commit, const CancelToken& cancel) {
    try {
        return plainTextOfMarkdown(hub.text(repo, commit, kCard, kMaxCardBytes, cancel));
    } catch (const Error&) {
        return {};  // a card that is too long or cannot be had is no reason to show nothing
    }
}

HubFileUse useFor(const CivitaiFile& file) {
    switch (useOf(file)) {
        case CivitaiFileUse::Usable: return HubFileUse::Usable;
        case CivitaiFileUse::Dangerous: return HubFileUse::Dangerous;
        case CivitaiFileUse::OtherPart: return HubFileUse::OtherPart;
        case CivitaiFileUse::OtherFormat: break;
    }
    return isPickle(file) ? HubFileUse::Pickle : HubFileUse::OtherFormat;
}

HubVersion versionOf(const CivitaiVersion& version, const CivitaiModel& model) {
    HubVersion own;
    ModelLink link;
    link.site = Site::CivitAi;
    link.versionId = version.id;
    own.reference = link.text();
    own.name = version.name;
    own.base = version.baseModel;
    own.architecture = architectureOfBase(version.baseModel);
    own.published = version.published;
    own.until = version.earlyAccessUntil;
    own.note = plainTextOfHtml(version.description);
    own.state = stateOf(version, model);
    own.triggerWords = version.triggerWords;
    const auto preferred = usualFile(version);
    for (const CivitaiFile& file : version.files) {
        if (file.id == 0) continue;
        ModelLink exact = link;
        exact.fileId = file.id;
        HubFile line;
        line.reference = exact.text();
        line.name = file.name;
        line.bytes = file.bytes;
        line.precision = file.fp;
        line.form = file.size;
        line.sha256 = file.sha256;
        line.scan = file.scan;
        line.use = useFor(file);
        line.isPreferred = preferred && preferred->id == file.id;
        own.files.push_back(std::move(line));
    }
    for (const CivitaiPicture& picture : version.pictures)
        own.previews.push_back({picture.address, picture.isMature || model.isNsfw});
    return own;
}

}  // namespace

HubDetails repoDetails(const HfHub& hub, const ModelLink& link, const CancelToken& cancel) {
    const RepoInfo info = hub.info(link.repo, link.revision, cancel);
    const std::vector<RepoFile> tree = hub.tree(link.repo, info.commit, cancel);
    HubDetails details;
    details.row = rowOf(info, hub.endpoint(), hub.hasToken());
    details.hasToken = hub.hasToken();
    ModelLink whole = link;
    whole.file.clear();
    details.row.reference = whole.text();
    HubVersion version;
    version.reference = whole.text();
    version.name = link.revision.empty() ? "main" : link.revision;
    version.architecture = details.row.architecture;
    version.published = info.lastModified;
    version.state = details.row.state;
    version.previews = previewsOf(info, hub.endpoint());
    if (!info.triggerWords.empty()) version.triggerWords.push_back(info.triggerWords);
    if (link.file.empty() && hasFile(tree, kModelIndex)) {
        const std::string text = hub.text(link.repo, info.commit, kModelIndex, kMaxIndexBytes, cancel);
        version.files = foldersOf(parseModelIndex(text, link.repo), tree, whole);
    }
    for (const RepoFile& file : tree)
        if (isWeight(file.path, link.file)) version.files.push_back(singleOf(file, whole));
    const auto isUsable = [](const HubFile& file) { return file.use == HubFileUse::Usable; };
    const auto first = std::ranges::find_if(version.files, isUsable);
    const bool isChosen = std::ranges::any_of(version.files, &HubFile::isPreferred);
    if (first != version.files.end() && !isChosen) first->isPreferred = true;
    if (first == version.files.end() && version.state == HubState::Open)
        version.state = std::ranges::any_of(version.files, [](auto& file) { return file.use == HubFileUse::Pickle; })
                            ? HubState::PickleOnly
                            : HubState::NothingUsable;
    details.row.state = version.state;
    details.versions.push_back(std::move(version));
    if (hasFile(tree, kCard)) details.description = cardOf(hub, link.repo, info.commit, cancel);
    return details;
}

HubDetails civitaiDetails(const Civitai& site, const ModelLink& link, std::span<const FetchedFile> here,
                          const CancelToken& cancel) {
    std::int64_t modelId = link.modelId;
    CivitaiVersion alone;
    if (modelId == 0) {
        alone = site.version(link.versionId, cancel);
        modelId = alone.modelId;
    }
    CivitaiModel model;
    if (modelId != 0) {
        model = site.anyModel(modelId, cancel);
    } else {
        model.name = alone.modelName;
        model.type = alone.modelType;
        model.versions.push_back(alone);
    }
    HubDetails details;
    details.row = rowOf(model, link.versionId);
    findOnDisk(details.row, here);
    details.hasToken = site.hasKey();
    details.description = plainTextOfHtml(model.description);
    for (const CivitaiVersion& version : model.versions) {
        if (version.id == link.versionId) details.current = details.versions.size();
        details.versions.push_back(versionOf(version, model));
        const bool isHere = std::ranges::find(here, version.id, &FetchedFile::versionId) != here.end();
        details.versions.back().presence = isHere ? HubPresence::Here : HubPresence::Absent;
    }
    return details;
}

}  // namespace segmoe
