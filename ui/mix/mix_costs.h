// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/memory_forecast.h"
#include "ui/mix/mix_state.h"
#include "ui/mix/source_info.h"

namespace segmoe::ui {

/// What the mixed layers of this model weigh.
std::int64_t mixedBytes(const ModelFacts& model, const MixRecipe& recipe);

/// Bytes of the mixture if it is saved: the base, with the mixed layers of every expert that is on in place of its own.
/// -1 while the base is not known.
std::int64_t savedBytes(const MixRecipe& recipe, const SourceInfos& infos);

/// What the experts add to the base if these layers get them; -1 while the base is not known.
std::int64_t addedBytes(MixRecipe recipe, MoeLayers layers, const SourceInfos& infos);

enum class Verdict { Unknown, Fits, Tight, TooLarge };

/// ≤ 85 % of what is free fits, up to 100 % is tight.
Verdict verdictOf(const MemoryForecast& forecast);

}  // namespace segmoe::ui
