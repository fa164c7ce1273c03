// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/repo_selection.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/ascii.h"
#include "core/base/error.h"
#include "core/base/file_suffix.h"
#include "core/base/json_reader.h"
#include "core/base/utf8.h"
#include "core/hub/path_rules.h"
#include "core/hub/weight_names.h"

namespace segmoe::hub {

namespace {

constexpr std::uint64_t kLargestSmallFile = 16 * 1024 * 1024;

struct Component {
    const char* name;
    const char* base;  ///< of its weights; null for folders without weights
};
constexpr std::array kComponents = {Component{"unet", "diffusion_pytorch_model"},
                                    Component{"vae", "diffusion_pytorch_model"},
                                    Component{"text_encoder", "model"},
                                    Component{"text_encoder_2", "model"},
                                    Component{"tokenizer", nullptr},
                                    Component{"tokenizer_2", nullptr},
                                    Component{"scheduler", nullptr}};

std::string folderOf(const std::string& path) { return path.substr(0, path.find('/')); }
std::string nameOf(const std::string& path) { return path.substr(path.rfind('/') + 1); }
bool isInFolder(const std::string& path, const std::string& folder) {
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/' &&
           path.find('/', folder.size() + 1) == std::string::npos;
}

bool isPickle(const std::string& path) {
    static constexpr std::array kSuffixes = {".bin", ".ckpt", ".pt", ".pth", ".pkl", ".msgpack"};
    return std::ranges::find(kSuffixes, lowerSuffix(path)) != kSuffixes.end();
}

bool isSmallText(const RepoFile& file) {
    static constexpr std::array kSuffixes = {".json", ".txt", ".model"};
    return file.size <= kLargestSmallFile && std::ranges::find(kSuffixes, lowerSuffix(file.path)) != kSuffixes.end();
}

bool isLicence(const std::string& path) {
    const std::string name = asciiLower(path);
    return path.find('/') == std::string::npos && (name.starts_with("license") || name.starts_with("licence"));
}

/// The components that the index says are there: a list that is not [null, null].
std::vector<Component> presentComponents(const nlohmann::json& index, const std::string& source) {
    if (!index.is_object())
        throw Error(ErrorCode::ConfigInvalid, "model_index.json of " + source + " must hold one JSON object.");
    std::vector<Component> present;
    for (const Component& component : kComponents) {
        const auto found = index.find(component.name);
        if (found != index.end() && found->is_array() && found->size() == 2 && (*found)[1].is_string())
            present.push_back(component);
    }
    return present;
}

/// The plain file or shards of one variant of a component; empty when they are not all there.
std::vector<RepoFile> weightsOf(std::span<const RepoFile> tree, const Component& component,
                                const std::string& variant) {
    std::map<int, RepoFile> shards;
    std::vector<RepoFile> legacy, index;
    int count = 0;
    for (const RepoFile& file : tree) {
        if (!isInFolder(file.path, component.name)) continue;
        const std::optional<WeightName> name = parseWeightName(nameOf(file.path), component.base);
        if (!name || name->variant != variant) continue;
        if (name->isIndex) index.push_back(file);
        if (name->isIndex) continue;
        if (name->shards == 0) return {file};
        if (shards.contains(name->shard) && name->isLegacy) continue;  // the newer spelling wins
        if (count != 0 && count != name->shards) return {};
        count = name->shards;
        shards.insert_or_assign(name->shard, file);
    }
    if (count == 0 || index.empty() || static_cast<int>(shards.size()) != count) return {};
    std::vector<RepoFile> files = std::move(index);
    for (auto& [number, file] : shards) files.push_back(std::move(file));
    return files;
}

std::string quotedList(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + (name.empty() ? "plain" : name);
    return text;
}

/// Chooses while it walks over the components.
class Selector {
public:
    Selector(std::span<const RepoFile> tree, const std::string& source) : m_source(source) {
        for (const RepoFile& file : tree) {
            const std::string fault = pathFault(file.path);
            if (fault.empty())
                m_tree.push_back(file);
            else
                m_selection.leftOut.push_back({quote(file.path), "the name " + fault});
            if (!fault.empty()) m_hostile.push_back(file.path);
        }
    }

    RepoSelection select(const nlohmann::json& index, const std::optional<std::string>& variant) {
        m_components = presentComponents(index, m_source);
        if (std::ranges::find(m_components, std::string_view("unet"), &Component::name) == m_components.end())
            throw Error(ErrorCode::ComponentMissing,
                        m_source + " has no UNet, so it is no model this program renders.");
        listVariants();
        if (variant && std::ranges::find(m_selection.variants, *variant) == m_selection.variants.end())
            throw Error(ErrorCode::FileNotFound, m_source + " has no variant '" + *variant +
                                                     "'; it offers: " + quotedList(m_selection.variants) + ".");
        for (const RepoFile& file : m_tree)
            if (file.path == "model_index.json" || file.path == "README.md" || isLicence(file.path)) take(file);
        for (const Component& component : m_components) {
            if (component.base != nullptr) takeWeights(component, variant);
            takeSmallFiles(component);
        }
        finish();
        return std::move(m_selection);
    }

private:
    void take(const RepoFile& file) { m_selection.files.push_back(file); }

    void listVariants() {
        for (const std::string variant : {"", "fp16", "bf16", "fp32"}) {
            const bool isOffered = std::ranges::any_of(m_components, [&](const Component& component) {
                return component.base != nullptr && !weightsOf(m_tree, component, variant).empty();
            });
            if (isOffered) m_selection.variants.push_back(variant);
        }
    }

    void takeWeights(const Component& component, const std::optional<std::string>& variant) {
        const std::string wanted = variant.value_or("fp16");
        for (const std::string candidate : {wanted.c_str(), "", "fp16", "bf16", "fp32"}) {
            const std::vector<RepoFile> weights = weightsOf(m_tree, component, candidate);
            if (weights.empty()) continue;
            for (const RepoFile& file : weights) take(file);
            if (candidate != wanted && variant)
                m_selection.notices.push_back(std::string(component.name) + " of " + m_source + " has no variant '" +
                                              wanted + "'; the " + (candidate.empty() ? "plain" : candidate) +
                                              " one is used.");
            return;
        }
        refuseComponent(component);
    }

    [[noreturn]] void refuseComponent(const Component& component) const {
        const std::string name = component.name;
        for (const std::string& path : m_hostile)
            if (path.starts_with(name + "/"))
                throw Error(ErrorCode::NameRefused, quote(path) + " in " + m_source +
                                                        " has a name this program refuses to write, and " + name +
                                                        " is not complete without it.");
        for (const RepoFile& file : m_tree)
            if (isInFolder(file.path, name) && isPickle(file.path))
                throw Error(ErrorCode::PickleRefused,
                            m_source + " has its " + name + " only as the pickle " + quote(nameOf(file.path)) +
                                ", which can run code when opened. Only safetensors are used: look for another "
                                "revision, or ask its author for one.");
        throw Error(ErrorCode::ComponentMissing, m_source + " has no complete weights of its " + name + ".");
    }

    void takeSmallFiles(const Component& component) {
        for (const RepoFile& file : m_tree) {
            if (!isInFolder(file.path, component.name)) continue;
            const bool isConfig = nameOf(file.path) == "config.json";
            if (component.base != nullptr ? isConfig : isSmallText(file)) take(file);
        }
    }

    void finish() {
        std::set<std::string> taken;
        std::vector<std::string> paths;
        for (const RepoFile& file : m_selection.files) {
            taken.insert(file.path);
            paths.push_back(file.path);
        }
        if (const std::string twin = caseTwin(paths); !twin.empty())
            throw Error(ErrorCode::NameRefused, m_source + " has two files whose names differ in case only: " +
                                                    quote(twin) + ". Not every disk can hold both.");
        for (const RepoFile& file : m_tree) {
            if (taken.contains(file.path)) continue;
            if (isPickle(file.path))
                m_selection.leftOut.push_back({file.path, "a pickle, which can run code when opened"});
            else if (lowerSuffix(file.path) == ".safetensors")
                m_selection.leftOut.push_back({file.path, "another variant, or not needed to render"});
        }
    }

    std::vector<RepoFile> m_tree;  ///< with harmless names
    std::vector<std::string> m_hostile;
    std::vector<Component> m_components;
    std::string m_source;
    RepoSelection m_selection;
};

}  // namespace

nlohmann::json parseModelIndex(const std::string& text, const std::string& repo) {
    JsonLimits limits;
    limits.maxBytes = kMaxIndexBytes;
    return parseJson(text, std::string(kModelIndex) + " of " + repo, limits);
}

std::uint64_t RepoSelection::bytes() const {
    std::uint64_t sum = 0;
    for (const RepoFile& file : files) sum += file.size;
    return sum;
}

RepoSelection selectModel(const nlohmann::json& modelIndex, std::span<const RepoFile> tree,
                          const std::optional<std::string>& variant, const std::string& source) {
    return Selector(tree, source).select(modelIndex, variant);
}

RepoSelection selectFile(std::span<const RepoFile> tree, const std::string& file, const std::string& source) {
    RepoSelection selection;
    selection.isFolder = false;
    std::vector<std::string> checkpoints;
    bool hasPickle = false;
    for (const RepoFile& entry : tree) {
        const bool isWanted = file.empty() ? entry.path.find('/') == std::string::npos : entry.path == file;
        if (isPickle(entry.path) && isWanted) hasPickle = true;
        if (lowerSuffix(entry.path) != ".safetensors") continue;
        if (pathFault(entry.path).empty()) checkpoints.push_back(entry.path);
        if (!isWanted) continue;
        requireSafePath(entry.path, source);
        selection.files.push_back(entry);
    }
    if (selection.files.size() == 1) return selection;
    if (selection.files.empty() && hasPickle)
        throw Error(ErrorCode::PickleRefused,
                    (file.empty() ? source : quote(file) + " of " + source) +
                        " is a pickle, which can run code when opened. Only safetensors are used.");
    std::string list;
    for (std::size_t i = 0; i < checkpoints.size() && i < 20; ++i) list += (i ? ", " : "") + quote(checkpoints[i]);
    if (!file.empty())
        throw Error(ErrorCode::FileNotFound, source + " has no file " + quote(file) + " that is a model" +
                                                 (list.empty() ? "." : "; it has: " + list + "."));
    throw Error(ErrorCode::FileNotFound,
                source + (list.empty() ? " holds no model: neither model_index.json nor a .safetensors file."
                                       : " is no diffusers folder; name one of its files: " + list + "."));
}

bool isCompleteModel(const nlohmann::json& modelIndex, std::span<const RepoFile> present) {
    try {
        const RepoSelection selection = selectModel(modelIndex, present, std::nullopt, "the cache");
        const std::vector<Component> components = presentComponents(modelIndex, "the cache");
        return std::ranges::all_of(components, [&](const Component& component) {
            return std::ranges::any_of(selection.files, [&](const RepoFile& file) {
                const bool isOwn = folderOf(file.path) == component.name;
                return isOwn && (component.base == nullptr || nameOf(file.path) == "config.json");
            });
        });
    } catch (const Error&) {
        return false;
    }
}

}  // namespace segmoe::hub
