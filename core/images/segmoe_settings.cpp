// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What our own chunk says, in the terms of a request.
#include <algorithm>

#include "core/images/settings_reader.h"

namespace segmoe::images {

namespace {

using Metadata = SegmoeMetadata;

/// A hub reference where there is one, else the name: the file has to be found by it or by its hash.
std::string sourceOf(const Metadata::Part& part) { return part.source == "file" ? part.name : part.source; }

MoeLayers layersOf(const std::string& name) {
    for (const MoeLayers layers : {MoeLayers::Attention, MoeLayers::FeedForward})
        if (moeLayersName(layers) == name) return layers;
    return MoeLayers::All;
}

MixRecipe recipeOf(const Metadata::Mix& mix) {
    MixRecipe recipe;
    recipe.name = mix.name;
    recipe.base = sourceOf(mix.base);
    recipe.type = mix.arch.starts_with("sdxl") || mix.arch == "ssd1b" || mix.arch == "vega" ? "sdxl" : "sd";
    recipe.layers = layersOf(mix.layers);
    recipe.expertsPerToken = mix.k;
    recipe.gates = parseGateMethod(mix.gateInit).value_or(GateMethod::Hidden);
    recipe.gateSeed = mix.gateSeed;
    recipe.gateSteps = mix.gateSteps;
    for (const Metadata::Expert& expert : mix.experts) {
        ExpertSpec spec;
        spec.source = sourceOf(expert.part);
        spec.alias = expert.part.name;
        spec.positive = expert.positive;
        spec.negative = expert.negative;
        for (const Metadata::Lora& lora : expert.loras) {
            LoraRef reference;
            reference.source = lora.name;
            reference.strength = lora.strength;
            spec.loras.push_back(std::move(reference));
        }
        recipe.experts.push_back(std::move(spec));
    }
    return recipe;
}

void listModels(const Metadata::Mix& mix, PictureSettings& settings) {
    using Role = NamedModel::Role;
    settings.models.push_back({Role::Model, mix.name, {}, {}, 1.0});
    settings.models.push_back({Role::Base, mix.base.name, mix.base.sha256, mix.base.source, 1.0});
    for (const Metadata::Expert& expert : mix.experts) {
        settings.models.push_back({Role::Expert, expert.part.name, expert.part.sha256, expert.part.source, 1.0});
        for (const Metadata::Lora& lora : expert.loras)
            settings.models.push_back({Role::Lora, lora.name, lora.sha256, {}, lora.strength});
    }
}

std::string patternOf(const Metadata::Rule& rule) {
    if (!rule.sites.empty()) return rule.sites;
    std::string pattern;
    const auto add = [&](const std::string& word) { pattern += (pattern.empty() ? "" : ", ") + word; };
    for (const std::string& stage : rule.stages) add(stage + ".*");
    for (const std::string& kind : rule.kinds) add("*." + kind);
    return pattern.empty() ? "all" : pattern;
}

std::optional<RoutingRule> ruleOf(const Metadata::Rule& written, int steps) {
    static constexpr std::pair<const char*, RoutingRule::Act> kActs[] = {{"mute", RoutingRule::Act::Mute},
                                                                         {"solo", RoutingRule::Act::Solo},
                                                                         {"pin", RoutingRule::Act::Pin},
                                                                         {"bias", RoutingRule::Act::Bias}};
    RoutingRule rule;
    const auto act =
        std::find_if(std::begin(kActs), std::end(kActs), [&](const auto& row) { return written.act == row.first; });
    if (act == std::end(kActs)) return std::nullopt;
    rule.act = act->second;
    rule.expert = written.expert;
    rule.bias = written.bias;
    rule.sites.pattern = patternOf(written);
    if (steps > 0) {
        rule.steps.from = std::clamp(static_cast<double>(written.steps.first) / steps, 0.0, 1.0);
        rule.steps.to = std::clamp(static_cast<double>(written.steps.second) / steps, 0.0, 1.0);
    }
    return rule;
}

std::optional<WeightRule> weightRuleOf(const std::string& name) {
    for (const WeightRule rule : {WeightRule::KeepMean, WeightRule::Plain, WeightRule::FromEmpty})
        if (weightRuleName(rule) == name) return rule;
    return std::nullopt;
}

}  // namespace

PictureSettings settingsOf(const SegmoeMetadata& metadata) {
    const Metadata::Render& render = metadata.render;
    PictureSettings settings;
    settings.format = "SegMoE Studio";
    settings.prompt = render.prompt;
    if (render.resolvedPrompt != render.prompt) settings.resolvedPrompt = render.resolvedPrompt;
    settings.negative = render.negative;
    settings.seed = render.seed;
    if (render.steps > 0) settings.steps = render.steps;
    settings.guidanceScale = render.cfg;
    settings.width = render.width;
    settings.height = render.height;
    settings.sampler = parseSampler(render.sampler);
    settings.schedule = parseSchedule(render.schedule);
    settings.samplerExact = settings.sampler && settings.schedule;
    settings.samplerText = settings.sampler ? std::string(samplerTitle(*settings.sampler)) : render.sampler;
    if (settings.schedule && *settings.schedule != ScheduleKind::Normal)
        settings.samplerText.append(" ").append(scheduleTitle(*settings.schedule));
    settings.clipSkip = render.clipSkip - 1;
    settings.noise = render.rng == "cpu" ? NoiseSource::Cpu : NoiseSource::Device;
    settings.weightRule = weightRuleOf(render.weightRule);
    if (metadata.mix) {
        settings.topK = metadata.mix->k;
        settings.recipe = recipeOf(*metadata.mix);
        listModels(*metadata.mix, settings);
        settings.others.emplace_back("Architecture", metadata.mix->arch);
        settings.others.emplace_back("Layers", metadata.mix->layers);
    }
    for (const Metadata::Rule& written : metadata.rules)
        if (auto rule = ruleOf(written, render.steps)) settings.rules.push_back(std::move(*rule));
    if (!render.dtype.empty()) settings.others.emplace_back("Precision", render.dtype);
    if (metadata.routing.level != "off") settings.others.emplace_back("Routing", metadata.routing.level);
    if (!metadata.routing.capture.empty()) settings.others.emplace_back("Routing capture", metadata.routing.capture);
    settings.others.emplace_back("Program", metadata.app);
    return settings;
}

}  // namespace segmoe::images
