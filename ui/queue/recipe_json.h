// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include "core/domain/mix_recipe.h"

namespace segmoe::ui {

/// A whole recipe, keys of other programs included; missing values keep their default on reading.
QJsonObject toJson(const MixRecipe& recipe);
QJsonObject toJson(const RoutingPolicy& policy);
RoutingPolicy policyFromJson(const QJsonObject& o);

MixRecipe recipeFromJson(const QJsonObject& json);
QJsonObject toJson(const LoraRef& lora);
LoraRef loraFromJson(const QJsonObject& json);

}  // namespace segmoe::ui
