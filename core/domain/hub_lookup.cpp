// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/domain/hub_lookup.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <utility>

#include "core/base/file_suffix.h"

namespace segmoe {

namespace {

struct Installed {
    std::mutex mutex;
    HubLookup lookup;
};

/// "folder/file.safetensors" is a path with a mistake in it rather than a repository.
bool isNamedLikeAFile(const std::string& repo) {
    static constexpr std::array kSuffixes = {".safetensors", ".ckpt", ".pt", ".yaml", ".yml"};
    const std::string suffix = lowerSuffix(repo);
    return std::ranges::any_of(kSuffixes, [&](const char* known) { return suffix == known; });
}

Installed& installed() {
    static Installed only;
    return only;
}

}  // namespace

bool looksLikeHubReference(const std::string& text) {
    static constexpr std::array kSchemes = {"https://", "http://", "civitai:", "hf:", "urn:air:", "air:"};
    if (std::ranges::any_of(kSchemes, [&](const char* scheme) { return text.starts_with(scheme); })) return true;
    if (text.starts_with(".") || text.starts_with("/") || text.starts_with("~")) return false;
    if (std::ranges::count(text, ':') == 3 && text.find(":civitai:") != std::string::npos) return true;
    const std::string repo = text.substr(0, text.find('@'));
    return std::ranges::count(repo, '/') == 1 && repo.back() != '/' && !isNamedLikeAFile(repo);
}

void setHubLookup(HubLookup lookup) {
    const std::scoped_lock lock(installed().mutex);
    installed().lookup = std::move(lookup);
}

std::optional<std::filesystem::path> lookUpHub(const std::string& reference) {
    HubLookup lookup;
    {
        const std::scoped_lock lock(installed().mutex);
        lookup = installed().lookup;
    }
    return lookup ? lookup(reference) : std::nullopt;
}

std::string hubDisplayName(const std::string& reference) {
    const std::string repo = reference.substr(0, reference.find('@'));
    return repo.substr(repo.find_last_of('/') + 1);
}

}  // namespace segmoe
