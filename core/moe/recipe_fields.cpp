// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/recipe_fields.h"

#include <cmath>
#include <utility>

#include "core/moe/yaml_value.h"

namespace segmoe::moe {

namespace {

/// A value as it may be shown in a message.
std::string shown(const YAML::Node& node) {
    if (node.IsMap()) return "a mapping";
    if (node.IsSequence()) return "a list";
    const std::string text = node.IsNull() ? "nothing" : node.Scalar();
    return text.size() <= 60 ? "'" + text + "'" : "'" + text.substr(0, 57) + "…'";
}

std::string plain(double value) { return nlohmann::json(value).dump(); }

}  // namespace

RecipeFields::RecipeFields(const YAML::Node& node, std::string path, std::vector<RecipeFault>& faults)
    : m_node(node), m_path(std::move(path)), m_faults(&faults) {
    if (node.IsDefined() && !node.IsNull() && !node.IsMap()) {
        faults.push_back({node.Mark().line + 1, m_path.empty() ? "recipe" : m_path,
                          "must be a mapping of keys to values, not " + shown(node), node.Mark().column + 1});
        m_node.reset(YAML::Node(YAML::NodeType::Map));
    }
}

std::optional<YAML::Node> RecipeFields::get(const std::string& key) {
    m_known.insert(key);
    if (!m_node.IsDefined() || !m_node.IsMap()) return std::nullopt;
    const YAML::Node& fixed = m_node;
    const YAML::Node found = fixed[key];
    if (!found.IsDefined() || found.IsNull()) return std::nullopt;
    return found;
}

void RecipeFields::fault(const std::string& key, const std::string& rule) {
    YAML::Mark mark = m_node.IsDefined() ? m_node.Mark() : YAML::Mark::null_mark();
    if (m_node.IsDefined() && m_node.IsMap())
        for (const auto& entry : m_node)
            if (entry.first.Scalar() == key) mark = entry.first.Mark();
    m_faults->push_back({mark.line + 1, pathOf(key), rule, mark.column + 1});
}

std::optional<std::string> RecipeFields::text(const std::string& key) {
    const auto node = get(key);
    if (!node) return std::nullopt;
    if (node->IsScalar()) return node->Scalar();
    fault(key, "must be a text, not " + shown(*node));
    return std::nullopt;
}

std::string RecipeFields::requiredText(const std::string& key) {
    const bool isGiven = get(key).has_value();
    std::string value = text(key).value_or("");
    if (!isGiven || (value.empty() && get(key)->IsScalar())) fault(key, "is missing; it is required");
    return value;
}

std::optional<std::int64_t> RecipeFields::integer(const std::string& key, std::int64_t least, std::int64_t most) {
    const auto node = get(key);
    if (!node) return std::nullopt;
    const auto value = yamlToJson(*node);
    if (value.is_number_integer() &&
        !(value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(most)))
        if (const auto number = value.get<std::int64_t>(); number >= least && number <= most) return number;
    fault(key, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ", not " +
                   shown(*node));
    return std::nullopt;
}

std::optional<std::uint64_t> RecipeFields::seed(const std::string& key) {
    const auto node = get(key);
    if (!node) return std::nullopt;
    const auto value = yamlToJson(*node);
    if (value.is_number_unsigned() || (value.is_number_integer() && value.get<std::int64_t>() >= 0))
        return value.get<std::uint64_t>();
    fault(key, "must be a whole number from 0 to 18446744073709551615, not " + shown(*node));
    return std::nullopt;
}

std::optional<double> RecipeFields::number(const std::string& key, double above, double most) {
    const auto node = get(key);
    if (!node) return std::nullopt;
    const auto value = yamlToJson(*node);
    if (value.is_number())
        if (const double number = value.get<double>(); std::isfinite(number) && number > above && number <= most)
            return number;
    fault(key,
          "must be a number greater than " + plain(above) + " and at most " + plain(most) + ", not " + shown(*node));
    return std::nullopt;
}

std::optional<bool> RecipeFields::flag(const std::string& key) {
    const auto node = get(key);
    if (!node) return std::nullopt;
    const auto value = yamlToJson(*node);
    if (value.is_boolean()) return value.get<bool>();
    fault(key, "must be true or false, not " + shown(*node));
    return std::nullopt;
}

std::vector<YAML::Node> RecipeFields::list(const std::string& key, std::size_t most) {
    const auto node = get(key);
    if (!node) return {};
    if (!node->IsSequence()) {
        fault(key, "must be a list (lines that start with '-'), not " + shown(*node));
        return {};
    }
    if (node->size() > most) {
        fault(key,
              "has " + std::to_string(node->size()) + " entries; at most " + std::to_string(most) + " are possible");
        return {};
    }
    return {node->begin(), node->end()};
}

YAML::Node RecipeFields::map(const std::string& key) {
    const auto node = get(key);
    return node ? *node : YAML::Node(YAML::NodeType::Null);
}

UnknownKeys RecipeFields::rest() const {
    UnknownKeys unknown;
    if (m_node.IsDefined() && m_node.IsMap())
        for (const auto& entry : m_node)
            if (const std::string& key = entry.first.Scalar(); !m_known.contains(key))
                unknown.emplace_back(key, jsonToYaml(yamlToJson(entry.second)));
    return unknown;
}

}  // namespace segmoe::moe
