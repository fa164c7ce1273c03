// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "core/base/cancel_token.h"
#include "core/engine/hub_offers.h"
#include "core/hub/civitai.h"
#include "core/hub/civitai_folder.h"
#include "core/hub/hf_hub.h"
#include "core/hub/model_link.h"

namespace segmoe {

/// Everything about a repository at a revision: its description, its listing, its card and what of it can be fetched
/// (of link.file only what lies there). Asks the hub four times. Throws what HfHub throws.
HubDetails repoDetails(const hub::HfHub& hub, const hub::ModelLink& link, const CancelToken& cancel);

/// All versions of a model on CivitAI; of an archived one, too.
HubDetails civitaiDetails(const hub::Civitai& site, const hub::ModelLink& link, std::span<const hub::FetchedFile> here,
                          const CancelToken& cancel);

}  // namespace segmoe
