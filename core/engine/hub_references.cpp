// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <mutex>

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/domain/hub_lookup.h"
#include "core/domain/model_ref.h"
#include "core/engine/hub_access.h"
#include "core/engine/models_folder.h"
#include "core/hub/hf_cache.h"
#include "core/hub/hub_folders.h"
#include "core/hub/model_store.h"
#include "core/hub/network_settings.h"
#include "core/moe/recipe_yaml.h"

namespace segmoe {

namespace {

std::optional<std::filesystem::path> lookUp(const std::string& reference) {
    const auto link = hub::parseModelLink(reference, hub::environmentValue("HF_ENDPOINT").value_or(""));
    if (!link) return std::nullopt;
    return hub::findModel(*link, hub::HfCache(hub::hfCacheRoot()), modelsFolders());
}

void addMissing(const std::string& source, const std::filesystem::path& folder, std::vector<std::string>& missing) {
    const bool isKnown = std::ranges::find(missing, source) != missing.end();
    if (!source.empty() && !isKnown && isMissingReference(source, folder)) missing.push_back(source);
}

}  // namespace

void installHubLookup() {
    static std::once_flag once;
    std::call_once(once, [] { setHubLookup(lookUp); });
}

bool isMissingReference(const std::string& text, const std::filesystem::path& folder) {
    try {
        return ModelRef::parse(text, folder).kind() == ModelRefKind::Hub;
    } catch (const Error& error) {
        if (looksLikeHubReference(text) && error.code() != ErrorCode::FileMissing) throw;
        return false;  // a path: opening it says what is wrong
    }
}

std::vector<std::string> missingReferences(const std::string& model) {
    installHubLookup();
    std::vector<std::string> missing;
    std::error_code ignored;
    const bool isRecipe =
        (model.ends_with(".yaml") || model.ends_with(".yml")) && std::filesystem::exists(model, ignored);
    if (!isRecipe) {
        addMissing(model, {}, missing);
        return missing;
    }
    const MixRecipe recipe = moe::readRecipe(model);
    for (const std::string& source : recipeSources(recipe)) addMissing(source, recipe.folder, missing);
    return missing;
}

}  // namespace segmoe
