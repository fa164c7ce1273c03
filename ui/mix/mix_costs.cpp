// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/mix_costs.h"

#include <algorithm>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

namespace {

constexpr double kComfortable = 0.85;

}  // namespace

std::int64_t mixedBytes(const ModelFacts& model, const MixRecipe& recipe) {
    std::int64_t bytes = 0;
    for (std::size_t i = 0; i < model.blocks.size(); ++i) {
        const bool isOut = std::ranges::any_of(
            recipe.leftOut, [&](const std::string& pattern) { return SiteSelector{pattern}.matches(model.blocks[i]); });
        if (isOut) continue;
        if (recipe.layers != MoeLayers::FeedForward) bytes += model.attentionBytes[i];
        if (recipe.layers != MoeLayers::Attention) bytes += model.feedForwardBytes[i];
    }
    return bytes;
}

std::int64_t savedBytes(const MixRecipe& recipe, const SourceInfos& infos) {
    const SourceInfo& base = infoOf(infos, toText(recipe.base));
    if (base.state != SourceInfo::State::Ok) return -1;
    std::int64_t bytes = base.facts.bytes - mixedBytes(base.facts, recipe);
    for (const ExpertSpec& expert : recipe.experts) {
        const SourceInfo& info = infoOf(infos, toText(expert.source));
        bytes += mixedBytes(info.state == SourceInfo::State::Ok ? info.facts : base.facts, recipe);
    }
    return bytes;
}

std::int64_t addedBytes(MixRecipe recipe, MoeLayers layers, const SourceInfos& infos) {
    recipe.layers = layers;
    const std::int64_t bytes = savedBytes(recipe, infos);
    return bytes < 0 ? -1 : bytes - infoOf(infos, toText(recipe.base)).facts.bytes;
}

Verdict verdictOf(const MemoryForecast& forecast) {
    if (forecast.availableBytes <= 0) return Verdict::Unknown;
    const double share = static_cast<double>(forecast.peakBytes) / static_cast<double>(forecast.availableBytes);
    return share <= kComfortable ? Verdict::Fits : share <= 1.0 ? Verdict::Tight : Verdict::TooLarge;
}

}  // namespace segmoe::ui
