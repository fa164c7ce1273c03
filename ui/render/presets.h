// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "core/engine/render_engine.h"
#include "ui/bridge/setting_keys.h"

namespace segmoe::ui {

/// Steps, CFG, sampler and noise under one name.
struct Preset {
    QString id;     ///< "turbo"; own ones: their name
    QString title;  ///< translated
    int steps = 20;
    double guidance = 7.0;
    SamplerKind sampler = SamplerKind::Dpmpp2m;
    ScheduleKind schedule = ScheduleKind::Karras;
    bool own = false;  ///< saved by the user
};

/// "standard" (the model's own recommendation when it is known), "turbo", "lightning", "lcm".
std::vector<Preset> builtInPresets(const std::optional<ModelSummary>& model);

/// A few-step family that the name of a model file gives away, or an empty id. Only offered, never applied.
QString guessPreset(const QString& modelName);

/// Where they are kept.
inline constexpr TextKey kOwnPresets{"render/presets", ""};

/// Own presets, kept as JSON in the settings: a list of objects; damaged ones are left out.
std::vector<Preset> presetsFromText(const QString& json);
QString presetsToText(const std::vector<Preset>& presets);

bool matches(const Preset& preset, const RenderRequest& request);
void apply(const Preset& preset, RenderRequest& request);

}  // namespace segmoe::ui
