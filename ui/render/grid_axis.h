// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/render/grid_values.h"

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
    Prompt,    ///< search and replace: the first value is looked for, each value stands once in its place
    Negative,  ///< the same in the negative prompt
    ClipSkip,
    WeightRule,
    LoraStrength,  ///< of all at once
    Variation,
    TopK,
    Mute,  ///< letters of experts; "-" = none
    Bias,  ///< "B=0.5"
    Gate,  ///< "B: prompt | prompt": gate prompts of an expert, unsaved mixtures only
    Model,
    Vae,
    Strength,  ///< of the start image
};

/// What axes may name.
struct GridChoices {
    QStringList models;  ///< paths
    QStringList vaes;    ///< paths
};

QString gridAxisTitle(GridAxis axis);
/// How the values are written, for the hint below the field.
QString gridAxisHint(GridAxis axis);
/// Axes that mean something for this request, None first.
std::vector<GridAxis> possibleAxes(const RenderRequest& request, const ModelSummary& model);

/// Reads "1, 2, 5-8" and the like.
GridValues readGridValues(GridAxis axis, const QString& text, const ModelSummary& model, const GridChoices& choices);

/// Changes the request by one value that readGridValues() accepted. `search` is what Prompt looks for.
void applyGridValue(RenderRequest& request, GridAxis axis, const GridValue& value, const QString& search);

}  // namespace segmoe::ui
