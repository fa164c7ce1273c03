// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace segmoe {

/// Whether a text that names nothing on this disk has the form of a hub reference: owner/name[@revision], hf:…,
/// civitai:…, an AIR, a link. The hub's own rules are stricter.
bool looksLikeHubReference(const std::string& text);

/// Finds the place of a hub reference on this disk, never asking the network; nothing when it is not here, whole. May
/// throw Error for references that are refused.
using HubLookup = std::function<std::optional<std::filesystem::path>(const std::string& reference)>;

/// ModelRef::parse() asks it, so that what has been fetched opens wherever a model does. Set once, when the engine
/// starts; empty before. Thread-safe.
void setHubLookup(HubLookup lookup);
std::optional<std::filesystem::path> lookUpHub(const std::string& reference);

/// "name" of "owner/name@revision".
std::string hubDisplayName(const std::string& reference);

}  // namespace segmoe
