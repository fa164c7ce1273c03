// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_uses.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <set>
#include <string>
#include <system_error>

#include "core/base/ascii.h"
#include "core/base/file_suffix.h"
#include "core/domain/model_ref.h"
#include "core/engine/gallery.h"
#include "core/engine/hub_access.h"
#include "core/moe/recipe_yaml.h"

namespace segmoe {

namespace {

namespace fs = std::filesystem;

constexpr int kDepth = 6;
constexpr std::size_t kMostRecipes = 2000;
constexpr int kPage = 500;

bool isRecipeName(const fs::path& file) {
    const std::string suffix = lowerSuffix(file);
    return suffix == ".yaml" || suffix == ".yml";
}

/// Each once, whatever way it is reached.
std::set<fs::path> placesOf(const std::vector<fs::path>& files) {
    std::set<fs::path> places;
    for (const fs::path& file : files) {
        std::error_code failed;
        const fs::path place = fs::canonical(file, failed);
        if (!failed && isRecipeName(file) && fs::is_regular_file(place, failed)) places.insert(place);
    }
    return places;
}

bool namesModel(const MixRecipe& recipe, const fs::path& model) {
    return std::ranges::any_of(recipeSources(recipe), [&](const std::string& source) {
        if (source.empty()) return false;
        std::error_code failed;
        const fs::path place = recipe.folder.empty() ? fs::path(source) : recipe.folder / source;
        if (fs::equivalent(place, model, failed)) return true;
        try {
            const ModelRef ref = ModelRef::parse(source, recipe.folder);  // of a hub, and fetched before
            return !ref.path().empty() && fs::equivalent(ref.path(), model, failed);
        } catch (const std::exception&) {
            return false;  // it names something that is not there
        }
    });
}

/// "Dreamscape.safetensors" and "dreamscape" are one name in pictures.
std::string pictureName(std::string name) {
    name = asciiLower(name);
    if (name.ends_with(".safetensors")) name.resize(name.size() - std::string(".safetensors").size());
    return name;
}

bool isMadeWith(const GalleryItem& picture, const std::string& name, ModelRole role) {
    if (role == ModelRole::Lora) {
        const std::string prompt = asciiLower(picture.prompt);
        return prompt.find("<lora:" + name + ":") != std::string::npos ||
               prompt.find("<lora:" + name + ">") != std::string::npos;
    }
    return pictureName(picture.model) == name ||
           std::ranges::any_of(picture.experts, [&](const std::string& x) { return pictureName(x) == name; });
}

void addPictures(Gallery& gallery, const std::string& find, const std::string& name, ModelRole role,
                 std::set<std::int64_t>& seen, ModelUses& uses) {
    GalleryFilter filter;
    filter.find = find;
    std::vector<GalleryItem> page = gallery.page(filter, nullptr, kPage);
    while (!page.empty()) {
        for (const GalleryItem& picture : page) {
            if (!isMadeWith(picture, name, role) || !seen.insert(picture.id).second) continue;
            ++uses.pictureCount;
            if (uses.pictures.size() < ModelUses::kNamedPictures) uses.pictures.push_back(picture.file);
        }
        const GalleryItem last = page.back();
        page = page.size() < kPage ? std::vector<GalleryItem>() : gallery.page(filter, &last, kPage);
    }
}

}  // namespace

std::vector<fs::path> findRecipes(const std::vector<fs::path>& folders) {
    std::vector<fs::path> files;
    for (const fs::path& folder : folders) {
        std::error_code error;
        fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error), end;
        for (; !error && entry != end && files.size() < kMostRecipes; entry.increment(error)) {
            std::error_code own;
            const bool isHidden = entry->path().filename().string().starts_with('.');
            if (entry->is_directory(own) && (isHidden || entry.depth() >= kDepth)) entry.disable_recursion_pending();
            if (!isHidden && isRecipeName(entry->path())) files.push_back(entry->path());
        }
    }
    return files;
}

ModelUses findModelUses(const ModelFacts& model, const std::vector<fs::path>& recipes, const fs::path& galleryIndex) {
    installHubLookup();  // a recipe may name what was fetched from a hub
    ModelUses uses;
    for (const fs::path& file : placesOf(recipes)) {
        try {
            // With faults too: an unfinished recipe names its models all the same.
            const auto reading =
                moe::examineRecipe(moe::readRecipeBytes(file), file.stem().string(), file.parent_path());
            if (namesModel(reading.recipe, model.path)) uses.mixes.push_back(file);
        } catch (const std::exception&) {
            continue;  // a YAML file of another program
        }
    }
    const std::string name = pictureName(model.name);
    std::error_code ignored;
    // A quote would end the phrase it stands in.
    if (name.empty() || name.find('"') != std::string::npos || !fs::exists(galleryIndex, ignored)) return uses;
    const auto gallery = openGallery(galleryIndex);
    std::set<std::int64_t> seen;
    if (model.role == ModelRole::Lora) {
        addPictures(*gallery, "\"lora:" + name + "\"", name, model.role, seen, uses);
    } else {
        for (const char* key : {"model", "expert"})
            addPictures(*gallery, std::string(key) + ":\"" + name + "\"", name, model.role, seen, uses);
    }
    return uses;
}

}  // namespace segmoe
