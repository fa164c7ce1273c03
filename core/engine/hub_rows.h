// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "core/engine/hub_offers.h"
#include "core/hub/civitai.h"
#include "core/hub/civitai_folder.h"
#include "core/hub/hf_cache.h"
#include "core/hub/hf_hub.h"

namespace segmoe {

/// The questions of both hubs, and their answers as rows.
hub::HfSearch hfSearchOf(const HubSearch& search);
hub::CivitaiSearch civitaiSearchOf(const HubSearch& search);

/// `endpoint`: of the hub, for pictures that lie in the repository.
HubRow rowOf(const hub::RepoInfo& info, const std::string& endpoint, bool hasToken);
/// The version that would be fetched is the newest one, or the one with this id.
HubRow rowOf(const hub::CivitaiModel& model, std::int64_t versionId = 0);

/// Which of both is here. Reads the disk.
void findOnDisk(HubRow& row, const hub::RepoInfo& info, const hub::HfCache& cache);
void findOnDisk(HubRow& row, std::span<const hub::FetchedFile> fetched);

/// "sd1", "sd2", "sdxl" of CivitAI's "SD 1.5", "Pony"…; empty for others.
std::string architectureOfBase(const std::string& baseModel);
/// Of the tags of a repository.
std::string architectureOfTags(std::span<const std::string> tags);

/// How recipes and downloads name a version of CivitAI.
std::string referenceOf(std::int64_t versionId);
HubState stateOf(const hub::CivitaiVersion& version, const hub::CivitaiModel& model);
/// The file that is fetched without a wish; nothing when none can be.
std::optional<hub::CivitaiFile> usualFile(const hub::CivitaiVersion& version);
HubPreview previewOf(std::span<const hub::CivitaiPicture> pictures, bool isMature);
/// Pictures of a model card that this program may ask for: in the repository itself.
std::vector<HubPreview> previewsOf(const hub::RepoInfo& info, const std::string& endpoint);
/// "fp16" of a file name; empty when it does not say.
std::string precisionOfName(std::string_view name);

}  // namespace segmoe
