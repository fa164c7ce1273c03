// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/mix/mix_checks.h"

namespace segmoe::ui {

inline constexpr double kParallelCosine = 0.95;      ///< C9
inline constexpr double kDegenerateCondition = 5.0;  ///< C16, as mergekit
inline constexpr double kDominantShare = 0.8;        ///< C11

/// The checks that need measured gates: C9 and C16.
std::vector<Check> gateChecks(const GateReport& gates, const MixState& state);
/// The checks that need a prediction: C10 and C11.
std::vector<Check> predictionChecks(const Prediction& prediction, const MixState& state);

/// Mean cosine of a pair of experts over all sites.
double meanCosine(const GateReport& gates, int a, int b);

}  // namespace segmoe::ui
