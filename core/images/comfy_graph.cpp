// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/comfy_graph.h"

#include <algorithm>
#include <string_view>

#include "core/images/foreign_fields.h"

namespace segmoe::images {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxNodes = 10'000;
constexpr std::size_t kMaxPath = 200;
constexpr std::size_t kMaxPrompts = 50;
constexpr int kMaxDepth = 30;

const json& nothing() {
    static const json null;
    return null;
}

constexpr const char* kValueNames[] = {"value", "Value", "seed", "noise_seed", "int", "float", "number", "int_value"};
constexpr const char* kTextNames[] = {"text", "string", "value", "prompt",   "text_g",   "text_l", "positive",
                                      "Text", "text1",  "text2", "string_a", "string_b", "a",      "b"};

bool isConditioning(std::string_view name) {
    return name.starts_with("conditioning") || name == "cond" || name == "guider";
}

}  // namespace

bool ComfyGraph::isGraph(const json& value) {
    if (!value.is_object() || value.empty() || value.size() > kMaxNodes) return false;
    return std::all_of(value.begin(), value.end(), [](const json& node) {
        return node.is_object() && node.contains("class_type") && node["class_type"].is_string() &&
               node.contains("inputs") && node["inputs"].is_object();
    });
}

const std::string& ComfyGraph::kindOf(const json& node) { return node["class_type"].get_ref<const std::string&>(); }

const json& ComfyGraph::input(const json& node, const std::string& name) {
    const json& inputs = node["inputs"];
    const auto found = inputs.find(name);
    return found == inputs.end() ? nothing() : *found;
}

bool ComfyGraph::isLink(const json& value) {
    return value.is_array() && value.size() == 2 && value[0].is_string() && value[1].is_number_integer() &&
           value[1] >= 0;
}

bool ComfyGraph::spend() { return m_budget > 0 && --m_budget > 0; }

ComfyGraph::Link ComfyGraph::follow(const json& node, const std::string& name) {
    const json& link = input(node, name);
    if (!isLink(link) || !spend()) return {};
    const auto target = m_nodes.find(link[0].get_ref<const std::string&>());
    if (target == m_nodes.end()) return {};
    return {&*target, link[1].get<std::size_t>()};
}

json ComfyGraph::value(const json& node, const std::string& name) {
    const json* at = &node;
    std::string wanted = name;
    for (int depth = 0; depth < kMaxDepth; ++depth) {
        const json& found = input(*at, wanted);
        if (!isLink(found)) return found;
        at = follow(*at, wanted).node;
        if (!at) return {};
        // The value of a primitive has the name of what it feeds, or a general one; a reroute has one link.
        if (!input(*at, name).is_null()) {
            wanted = name;
            continue;
        }
        const auto known = std::find_if(std::begin(kValueNames), std::end(kValueNames),
                                        [&](const char* candidate) { return !input(*at, candidate).is_null(); });
        if (known != std::end(kValueNames))
            wanted = *known;
        else if (const json& inputs = (*at)["inputs"]; inputs.size() == 1)
            wanted = inputs.begin().key();
        else
            return {};
    }
    return {};
}

std::string ComfyGraph::textOf(const json& node, int depth) {
    if (depth > kMaxDepth) return {};
    std::string joined;
    std::string last;
    for (const char* name : kTextNames) {
        const json& found = input(node, name);
        std::string piece;
        if (found.is_string())
            piece = foreignText(found).value_or("");
        else if (const Link link = follow(node, name); link.node)
            piece = textOf(*link.node, depth + 1);
        // SDXL's encoder usually gets the same text twice.
        if (piece.empty() || piece == last) continue;
        joined += (joined.empty() ? "" : "\n") + piece;
        last = piece;
    }
    return joined;
}

std::string ComfyGraph::text(const json& node, const std::string& name) {
    const json& found = input(node, name);
    if (found.is_string()) return foreignText(found).value_or("");
    const Link link = follow(node, name);
    return link.node ? textOf(*link.node, 0) : std::string();
}

void ComfyGraph::collectPrompt(const Link& link, std::vector<const json*>& path, std::vector<std::string>& found) {
    if (!link.node || path.size() > kMaxPath || found.size() >= kMaxPrompts || !spend()) return;
    if (std::find(path.begin(), path.end(), link.node) != path.end()) return;
    const std::string& kind = kindOf(*link.node);
    if (kind.find("TextEncode") != std::string::npos || kind.find("Prompt") != std::string::npos) {
        if (std::string text = textOf(*link.node, 0); !text.empty() || kind == "CLIPTextEncode")
            found.push_back(std::move(text));
        return;
    }
    if (kind == "ConditioningZeroOut") return;
    path.push_back(link.node);
    bool any = false;
    for (const auto& [name, value] : (*link.node)["inputs"].items()) {
        if (!isConditioning(name) || !isLink(value)) continue;
        any = true;
        collectPrompt(follow(*link.node, name), path, found);
    }
    // Nodes that pass both halves on have them as inputs and outputs in the same order.
    if (!any) collectPrompt(follow(*link.node, link.output == 1 ? "negative" : "positive"), path, found);
    path.pop_back();
}

std::string ComfyGraph::prompt(const json& node, const std::string& name) {
    std::vector<const json*> path;
    std::vector<std::string> found;
    collectPrompt(follow(node, name), path, found);
    std::string joined;
    for (const std::string& text : found)
        if (!text.empty()) joined += (joined.empty() ? "" : "\n") + text;
    return joined;
}

std::vector<const json*> ComfyGraph::chain(const json& node, const std::string& name,
                                           const std::vector<std::string>& names) {
    std::vector<const json*> nodes;
    const json* at = follow(node, name).node;
    while (at && nodes.size() < kMaxPath && std::find(nodes.begin(), nodes.end(), at) == nodes.end()) {
        nodes.push_back(at);
        const json* from = at;
        at = nullptr;
        for (const std::string& next : names)
            if (isLink(input(*from, next))) {
                at = follow(*from, next).node;
                break;
            }
    }
    return nodes;
}

}  // namespace segmoe::images
