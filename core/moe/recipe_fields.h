// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "core/domain/mix_recipe.h"

namespace segmoe::moe {

/// One mistake of a recipe: where it stands and which rule it breaks.
struct RecipeFault {
    int line = 0;      ///< 1-based; 0 = unknown
    std::string key;   ///< "experts[1].source_model"
    std::string rule;  ///< a sentence part: "must be …, not …"
    int column = 0;    ///< 1-based; 0 = unknown
    bool operator==(const RecipeFault&) const = default;
};

/// Reads the keys of one mapping, noting every mistake instead of stopping at the first. Borrowed: the fault list.
class RecipeFields {
public:
    /// A missing or null node counts as an empty mapping; anything else that is no mapping is noted as a fault.
    RecipeFields(const YAML::Node& node, std::string path, std::vector<RecipeFault>& faults);

    /// Nothing when the key is absent, null or wrong; wrong is noted.
    std::optional<std::string> text(const std::string& key);
    /// Notes an absent key as a mistake.
    std::string requiredText(const std::string& key);
    std::optional<std::int64_t> integer(const std::string& key, std::int64_t least, std::int64_t most);
    std::optional<std::uint64_t> seed(const std::string& key);
    std::optional<double> number(const std::string& key, double above, double most);
    std::optional<bool> flag(const std::string& key);
    /// Items of a list; empty when absent.
    std::vector<YAML::Node> list(const std::string& key, std::size_t most);
    YAML::Node map(const std::string& key);
    /// Marks a key as known without reading it.
    void skip(const std::string& key) { m_known.insert(key); }

    void fault(const std::string& key, const std::string& rule);
    std::string pathOf(const std::string& key) const { return m_path.empty() ? key : m_path + "." + key; }
    /// The keys nobody asked for, as YAML text.
    UnknownKeys rest() const;

private:
    std::optional<YAML::Node> get(const std::string& key);

    YAML::Node m_node;
    std::string m_path;
    std::vector<RecipeFault>* m_faults;
    std::set<std::string> m_known;
};

}  // namespace segmoe::moe
