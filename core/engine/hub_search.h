// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/cancel_token.h"
#include "core/engine/hub_offers.h"
#include "core/hub/civitai.h"
#include "core/hub/hf_cache.h"
#include "core/hub/hf_hub.h"

namespace segmoe {

/// One page of a search, with what of it is on this disk. Throws what the clients throw.
HubPage searchHub(const HubSearch& search, const hub::HfHub& huggingFace, const hub::Civitai& civitai,
                  const hub::HfCache& cache, const CancelToken& cancel);

}  // namespace segmoe
