// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/mixture_parts.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "core/base/digest_cache.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "core/domain/model_ref.h"
#include "core/engine/app_paths.h"
#include "core/engine/hub_access.h"
#include "core/engine/model_facts.h"
#include "core/hub/model_link.h"
#include "core/pipeline/used_file.h"

namespace segmoe {

namespace {

namespace fs = std::filesystem;

std::optional<hub::ModelLink> linkOf(const std::string& source) {
    std::error_code ignored;
    if (fs::path(source).is_absolute() || source.starts_with(".") || fs::exists(source, ignored)) return std::nullopt;
    try {
        return hub::parseModelLink(source);
    } catch (const Error&) {
        return std::nullopt;
    }
}

/// The last part of a reference, without the suffix of model files.
std::string plainName(const std::string& shown) {
    std::string name = shown.substr(shown.rfind('/') + 1);
    if (name.ends_with(".safetensors")) name.resize(name.size() - std::string_view(".safetensors").size());
    return name;
}

struct Source {
    MixturePart part;
    std::string text;
};

std::vector<Source> sourcesOf(const MixRecipe& recipe) {
    std::vector<Source> sources;
    const auto add = [&](MixturePart::Role role, const std::string& text, const std::string& name) {
        if (text.empty() || std::ranges::find(sources, text, &Source::text) != sources.end()) return;
        MixturePart part;
        part.role = role;
        part.source = shownSource(text);
        part.name = name.empty() ? plainName(part.source) : name;
        sources.push_back({std::move(part), text});
    };
    add(MixturePart::Role::Base, recipe.base, {});
    for (const ExpertSpec& expert : recipe.experts) add(MixturePart::Role::Expert, expert.source, expert.alias);
    for (const LoraRef& lora : recipe.loras) add(MixturePart::Role::Lora, lora.source, {});
    for (const ExpertSpec& expert : recipe.experts)
        for (const LoraRef& lora : expert.loras) add(MixturePart::Role::Lora, lora.source, {});
    return sources;
}

/// What the disk tells about a part.
void examine(Source& source, const fs::path& folder, PartHashes hashes, DigestCache& digests,
             const ProgressSink& progress, const CancelToken& cancel) {
    try {
        const ModelRef ref = ModelRef::parse(source.text, folder);
        if (ref.kind() == ModelRefKind::Hub || ref.path().empty()) return;
        source.part.isHere = true;
        source.part.license = readModelFacts(ref.path()).license;
        std::vector<pipeline::UsedFile> used(1);
        used.front().file = pipeline::identityFile(ref);
        if (used.front().file.empty()) return;
        if (hashes == PartHashes::All)
            used.front().digests = digests.compute(used.front().file, cancel, progress);
        else
            pipeline::lookUpDigests(used, digests, cancel);
        source.part.sha256 = used.front().digests.sha256;
    } catch (const Error& error) {
        logMessage(LogLevel::Warning, error.what());  // a card that names a part without its hash is still a card
    } catch (const fs::filesystem_error& error) {
        logMessage(LogLevel::Warning, error.what());
    }
}

}  // namespace

std::string shownSource(const std::string& source) {
    if (const auto link = linkOf(source)) return link->text();
    fs::path path(source);
    if (!path.has_filename()) path = path.parent_path();
    return path.filename().string();
}

std::string repositoryOf(const std::string& source) {
    const auto link = linkOf(source);
    return link && link->site == hub::Site::HuggingFace ? link->repo : std::string();
}

std::vector<MixturePart> mixtureParts(const MixRecipe& recipe, PartHashes hashes, const ProgressSink& progress,
                                      const CancelToken& cancel) {
    installHubLookup();
    DigestCache digests(digestFile());
    std::vector<Source> sources = sourcesOf(recipe);
    std::vector<MixturePart> parts;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        cancel.check();
        // Of all parts, not of the file that is just being read.
        const ProgressSink share = [&](const Progress& one) {
            Progress all = one;
            all.fraction = (static_cast<double>(i) + std::max(0.0, one.fraction)) / static_cast<double>(sources.size());
            all.item = sources[i].part.name;
            if (progress) progress(all);
        };
        examine(sources[i], recipe.folder, hashes, digests, share, cancel);
        parts.push_back(sources[i].part);
    }
    return parts;
}

}  // namespace segmoe
