// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace segmoe::images {

/// A ComfyUI graph in API form, looked at without trusting it: links may go nowhere or in circles. Every question costs
/// steps of one budget; when it is used up, all further answers are empty. Borrows the JSON.
class ComfyGraph {
public:
    /// A place in the graph: a node and the number of its output.
    struct Link {
        const nlohmann::json* node = nullptr;
        std::size_t output = 0;
    };

    /// Whether every value looks like a node, at least one does, and there are at most 10,000.
    static bool isGraph(const nlohmann::json& value);
    explicit ComfyGraph(const nlohmann::json& value) : m_nodes(value) {}

    const nlohmann::json& nodes() const { return m_nodes; }
    static const std::string& kindOf(const nlohmann::json& node);
    /// The raw input: a value or a link; null when it is not there.
    static const nlohmann::json& input(const nlohmann::json& node, const std::string& name);
    static bool isLink(const nlohmann::json& value);
    /// Where an input comes from; no node when it is a value.
    Link follow(const nlohmann::json& node, const std::string& name);

    /// A value, or what the node behind a link holds under one of the usual names (primitives, reroutes).
    nlohmann::json value(const nlohmann::json& node, const std::string& name);
    /// The same for texts, joined where a node joins several.
    std::string text(const nlohmann::json& node, const std::string& name);
    /// The prompt behind a conditioning input: texts of the encoders reached, in order, joined by a line break.
    std::string prompt(const nlohmann::json& node, const std::string& name);
    /// The nodes from this input along the first input whose name is one of `names`, nearest first.
    std::vector<const nlohmann::json*> chain(const nlohmann::json& node, const std::string& name,
                                             const std::vector<std::string>& names);

private:
    bool spend();
    void collectPrompt(const Link& link, std::vector<const nlohmann::json*>& path, std::vector<std::string>& found);
    std::string textOf(const nlohmann::json& node, int depth);

    const nlohmann::json& m_nodes;
    int m_budget = 20'000;
};

}  // namespace segmoe::images
