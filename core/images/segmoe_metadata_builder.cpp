// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/segmoe_metadata_builder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include "core/base/ascii.h"

namespace segmoe::images {

namespace {

using Metadata = SegmoeMetadata;

double rounded(double value) {
    constexpr double kDigits = 1e4;
    return std::round(value * kDigits) / kDigits;
}

/// The last part of a path or reference, without the suffix of a checkpoint.
std::string shortName(const std::string& source) {
    const std::string trimmed = source.substr(0, source.find_last_not_of("/\\") + 1);
    const std::size_t slash = trimmed.find_last_of("/\\");
    std::string name = slash == std::string::npos ? trimmed : trimmed.substr(slash + 1);
    constexpr std::string_view kSuffix = ".safetensors";
    if (name.ends_with(kSuffix)) name.resize(name.size() - kSuffix.size());
    return name;
}

Metadata::Lora describeLora(const LoraRef& lora) { return {{}, shortName(lora.source), lora.strength}; }

bool isStage(std::string_view word) {
    return word == "M" || (word.size() >= 2 && (word[0] == 'D' || word[0] == 'U') &&
                           std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

bool isKind(std::string_view word) {
    constexpr std::array kKinds = {SiteKind::SelfAttention, SiteKind::CrossQuery, SiteKind::CrossKeyValue,
                                   SiteKind::FeedForward};
    return std::any_of(kKinds.begin(), kKinds.end(), [&](SiteKind kind) { return siteKindName(kind) == word; });
}

/// "D1.*, U2.*" are stages, "*.ff" are kinds; a mixture of both or anything finer stays a selector.
void describeSites(const std::string& pattern, Metadata::Rule& rule) {
    if (pattern == "all") return;
    std::vector<std::string> stages;
    std::vector<std::string> kinds;
    for (std::size_t at = 0; at <= pattern.size();) {
        const std::size_t comma = std::min(pattern.find(',', at), pattern.size());
        std::string_view word = std::string_view(pattern).substr(at, comma - at);
        while (word.starts_with(' ')) word.remove_prefix(1);
        while (word.ends_with(' ')) word.remove_suffix(1);
        if (word.ends_with(".*") && isStage(word.substr(0, word.size() - 2)))
            stages.emplace_back(word.substr(0, word.size() - 2));
        else if (word.starts_with("*.") && isKind(word.substr(2)))
            kinds.emplace_back(word.substr(2));
        else
            rule.sites = pattern;
        at = comma + 1;
    }
    if (!stages.empty() && !kinds.empty()) rule.sites = pattern;
    if (!rule.sites.empty()) return;
    rule.stages = std::move(stages);
    rule.kinds = std::move(kinds);
}

std::string actName(RoutingRule::Act act) {
    switch (act) {
        case RoutingRule::Act::Mute: return "mute";
        case RoutingRule::Act::Solo: return "solo";
        case RoutingRule::Act::Pin: return "pin";
        case RoutingRule::Act::Bias: return "bias";
    }
    return "mute";
}

}  // namespace

std::string publicSource(std::string_view source) {
    const auto isWordByte = [](char c) {
        return isAsciiAlphanumeric(c) || c == '_' || c == '-' || c == '.' || c == '@' || c == ':';
    };
    for (const std::string_view scheme : {"hf:", "civitai:"}) {
        if (!source.starts_with(scheme)) continue;
        const std::string_view rest = source.substr(scheme.size());
        const bool plain = !rest.empty() && std::count(rest.begin(), rest.end(), '/') <= 1 && rest.front() != '/' &&
                           rest.front() != '.' &&
                           std::all_of(rest.begin(), rest.end(), [&](char c) { return isWordByte(c) || c == '/'; });
        if (plain) return std::string(source);
    }
    return "file";
}

SegmoeMetadata::Mix describeMix(const MixRecipe& recipe, const std::string& arch, RoutingGroup select, bool compat) {
    Metadata::Mix mix;
    mix.name = recipe.name;
    mix.arch = arch;
    mix.layers = moeLayersName(recipe.layers);
    mix.k = recipe.expertsPerToken;
    mix.gateInit = gateMethodName(recipe.gates);
    mix.gateSeed = recipe.gateSeed;
    mix.gateSteps = recipe.gateSteps;
    mix.select = routingGroupName(select);
    mix.compat = compat;
    mix.base = {shortName(recipe.base), {}, publicSource(recipe.base)};
    for (const ExpertSpec& spec : recipe.experts) {
        const std::string name = spec.alias.empty() ? shortName(spec.source) : spec.alias;
        Metadata::Expert expert{{name, {}, publicSource(spec.source)}, spec.positive, spec.negative, {}};
        for (const LoraRef& lora : spec.loras) expert.loras.push_back(describeLora(lora));
        mix.experts.push_back(std::move(expert));
    }
    return mix;
}

SegmoeMetadata::Render describeRender(const RenderRequest& request, std::uint64_t seed, int imageIndex,
                                      const std::string& dtype) {
    Metadata::Render render;
    render.prompt = request.prompt;
    if (!request.promptTemplate.empty()) render.prompt = request.promptTemplate;
    render.resolvedPrompt = request.prompt;
    render.negative = request.negative;
    render.weightRule = weightRuleName(request.weightRule);
    render.seed = seed;
    render.imageIndex = imageIndex;
    render.width = request.width;
    render.height = request.height;
    render.steps = request.steps;
    render.cfg = request.guidanceScale;
    render.sampler = samplerName(request.sampler);
    render.schedule = scheduleName(request.schedule);
    render.clipSkip = request.clipSkip + 1;
    render.batch = request.imagesAtOnce;
    render.dtype = dtype;
    return render;
}

std::vector<SegmoeMetadata::Rule> describeRules(const RoutingPolicy& policy, int steps) {
    std::vector<Metadata::Rule> rules;
    for (const RoutingRule& act : policy.rules) {
        Metadata::Rule rule;
        rule.act = actName(act.act);
        rule.expert = act.expert;
        rule.bias = act.act == RoutingRule::Act::Bias ? act.bias : 0.0;
        describeSites(act.sites.pattern, rule);
        while (rule.steps.first < steps && !act.steps.contains(rule.steps.first, steps)) ++rule.steps.first;
        rule.steps.second = rule.steps.first;
        while (rule.steps.second < steps && act.steps.contains(rule.steps.second, steps)) ++rule.steps.second;
        rules.push_back(std::move(rule));
    }
    return rules;
}

SegmoeMetadata::Routing describeRouting(const RoutingTrace& trace, bool withMaps) {
    Metadata::Routing routing;
    if (trace.empty() || trace.experts.empty()) return routing;
    routing.level = withMaps ? "maps" : "summary";
    std::vector<double> load(trace.experts.size(), 0.0);
    double total = 0.0;
    for (std::size_t i = 0; i < std::min(trace.chosen.size(), trace.weights.size()); ++i) {
        const auto expert = trace.chosen[i];
        if (expert < 0 || static_cast<std::size_t>(expert) >= load.size() || !std::isfinite(trace.weights[i])) continue;
        load[static_cast<std::size_t>(expert)] += trace.weights[i];
        total += trace.weights[i];
    }
    double entropy = 0.0;
    for (const double weight : load) {
        const double share = total > 0.0 ? weight / total : 0.0;
        if (share > 0.0) entropy -= share * std::log(share);
        routing.load.push_back(rounded(share));
    }
    if (load.size() > 1) routing.entropy = rounded(entropy / std::log(static_cast<double>(load.size())));
    const auto textSite = std::find(trace.sites.begin(), trace.sites.end(), "cross_kv");
    if (textSite == trace.sites.end()) return routing;
    for (int rank = 0; rank < trace.k; ++rank) {
        const auto expert = trace.chosenAt(0, static_cast<int>(textSite - trace.sites.begin()), rank);
        if (expert >= 0 && expert < trace.expertCount()) routing.textPath.push_back(expert);
    }
    return routing;
}

}  // namespace segmoe::images
