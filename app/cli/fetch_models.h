// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/cli/session.h"
#include "core/engine/hub_access.h"

namespace segmoe::cli {

/// What of these models is on a hub and not on this disk yet; of a recipe its base, experts and LoRAs. Throws Error.
std::vector<std::string> missingModels(const std::vector<std::string>& models);
/// Fetches them, once it is sure that all of them fit on the disk. Says what it fetches. Throws Error, Cancelled.
void fetchModels(Session& session, const std::vector<std::string>& models);

/// Says what fetching these references takes, and fetches nothing. Throws Error, Cancelled.
nlohmann::json showMissing(Session& session, const std::vector<std::string>& references);

/// One model with progress; notices go to the console.
HubFetch fetchModel(Session& session, HubAccess& hub, const std::string& reference,
                    const std::optional<std::string>& variant);

nlohmann::json fetchDocument(const HubFetch& fetch);

/// "hf" and "civitai"; throws Error{UsageInvalid}.
HubSite parseSite(const std::string& name);

}  // namespace segmoe::cli
