// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

#include "core/engine/render_engine.h"

namespace segmoe::ui {

/// One way to need less memory, as a changed request.
struct MemoryRemedy {
    QString id;  ///< "tiled", "halves"…: render_remedy_ID_button
    QString title;
    RenderRequest request;
    std::int64_t gain = 0;  ///< bytes at the highest point; filled in by keepUseful()
};

/// Everything that could help this request, in the order of the memory ladder (performance.md §4): what changes nothing
/// of the picture first. device: where the forecast was for, "cpu" or "cuda:0".
std::vector<MemoryRemedy> possibleRemedies(const RenderRequest& request, const ModelSummary& model,
                                           const std::string& device);

/// The request with the remedy of this id.
RenderRequest withRemedy(RenderRequest request, const QString& id);

/// Those whose own forecast is lower, at most three: first the ones after which it fits. forecasts belong to remedies
/// one by one; a peak of 0 = not known.
std::vector<MemoryRemedy> keepUseful(std::vector<MemoryRemedy> remedies, const MemoryForecast& now,
                                     const std::vector<MemoryForecast>& forecasts);

}  // namespace segmoe::ui
