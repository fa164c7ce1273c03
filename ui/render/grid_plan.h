// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QStringList>

#include "core/engine/render_engine.h"

namespace segmoe::ui {

/// What may vary along a side of a grid.
enum class GridAxis {
    None,
    Seed,
    Steps,
    Guidance,
    Sampler,
    Schedule,
    Size,
    Prompt,  ///< search and replace: the first value is looked for, each value stands once in its place
    TopK,
    Mute,  ///< letters of experts; "-" = none
    Bias,  ///< "B=0.5"
    Gate,  ///< "B: prompt | prompt": gate prompts of an expert, unsaved mixtures only
    Model,
    Strength,  ///< of the start image
};

QString gridAxisTitle(GridAxis axis);
/// How the values are written, for the hint below the field.
QString gridAxisHint(GridAxis axis);
/// Axes that mean something for this request, None first.
std::vector<GridAxis> possibleAxes(const RenderRequest& request, const ModelSummary& model);

/// A value of an axis: what the label says, and the text that applyGridValue() understands.
struct GridValue {
    QString label;
    QString text;
    bool operator==(const GridValue&) const = default;
};

struct GridValues {
    std::vector<GridValue> values;
    QString problem;  ///< a sentence when the text cannot be used; values are empty then
};

/// Reads "1, 2, 5-8" and the like. models: paths an axis of models may name.
GridValues readGridValues(GridAxis axis, const QString& text, const ModelSummary& model, const QStringList& models);

struct GridPlan {
    RenderRequest base;  ///< seed drawn, one picture
    GridAxis x = GridAxis::None;
    GridAxis y = GridAxis::None;
    std::vector<GridValue> xValues;  ///< at least one, also without an axis
    std::vector<GridValue> yValues;

    int count() const { return static_cast<int>(xValues.size() * yValues.size()); }
    /// Column x, row y.
    RenderRequest request(int x, int y) const;
};

/// Changes the request by one value that readGridValues() accepted. `search` is what Prompt looks for.
void applyGridValue(RenderRequest& request, GridAxis axis, const GridValue& value, const QString& search);

}  // namespace segmoe::ui
