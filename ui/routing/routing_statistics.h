// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "ui/routing/routing_model.h"

namespace segmoe::ui {

inline constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

/// A rectangle of numbers, row-major; NaN = nothing there.
struct Matrix {
    int rows = 0;
    int columns = 0;
    std::vector<double> values;

    Matrix() = default;
    Matrix(int rowCount, int columnCount, double value = kNothing)
        : rows(rowCount),
          columns(columnCount),
          values(static_cast<std::size_t>(rowCount) * static_cast<std::size_t>(columnCount), value) {}
    double& at(int row, int column) {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
    double at(int row, int column) const {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
};

/// How much each expert did in the selected layers and steps.
struct ExpertLoad {
    std::vector<double> choices;  ///< share of all choices, sums to 1
    std::vector<double> weight;   ///< mean weight of the selection's value kind, sums to 1; empty if not recorded
};
ExpertLoad expertLoad(const RoutingModel& model, const RoutingSelection& selection);

/// Weight of each expert in each block for one kind: the layer strip. NaN where the block does not mix the kind.
Matrix blockWeights(const RoutingModel& model, const RoutingSelection& selection, std::optional<SiteKind> kind);

/// Mean, smallest and largest entropy of the preference ÷ log E. Indices: steps, or blocks.
struct EntropyCurve {
    std::vector<double> mean, low, high;
};
/// Over the selected blocks, per step.
EntropyCurve entropyOverSteps(const RoutingModel& model, const RoutingSelection& selection);
/// Over the selected steps, per block of the layout.
EntropyCurve entropyOverBlocks(const RoutingModel& model, const RoutingSelection& selection);

/// Which experts are chosen together (k ≥ 2), or follow each other (k = 1).
struct ExpertPairs {
    bool changes = false;  ///< k = 1: at(row, column) is the share of changes from row to column
    Matrix share;          ///< k ≥ 2: P(a∧b) / P(a∨b) over decisions; NaN on the diagonal
    Matrix lift;           ///< k ≥ 2: P(a∧b) / (P(a) P(b)); NaN where one was never chosen
    int decisions = 0;     ///< k = 1: changes
};
ExpertPairs expertPairs(const RoutingModel& model, const RoutingSelection& selection);

/// Shares of the selected sites per step.
struct ChoiceStability {
    std::vector<double> agreement;  ///< same set as in the last step
    std::vector<double> flips;      ///< another set than in the step before; NaN for the first
    std::vector<double> overrides;  ///< another set than preferred; empty when that was not recorded
};
ChoiceStability choiceStability(const RoutingModel& model, const RoutingSelection& selection);

/// The expert that is ranked first, per block and step; −1 in blocks that are not mixed.
std::vector<std::vector<int>> firstChoices(const RoutingModel& model, const RoutingSelection& selection);
/// Mean weight of the selected expert per block and step; NaN where it was not chosen (Applied) or nothing is known.
Matrix expertTimeline(const RoutingModel& model, const RoutingSelection& selection);

/// The second capture minus the first.
struct LoadChange {
    std::vector<double> weight;  ///< of expertLoad().weight (choices when not recorded), per expert
    Matrix timeline;             ///< of expertTimeline() with absent as 0; NaN in blocks that are not mixed
};
LoadChange loadChange(const RoutingModel& first, const RoutingModel& second, const RoutingSelection& selection);

}  // namespace segmoe::ui
