// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/render_request.h"
#include "core/engine/picture_file.h"
#include "core/engine/render_engine.h"

namespace segmoe::ui {

class Settings;

/// Fills in what a request leaves to the settings: device and precision where they are automatic, tiled decoding, and
/// how often a preview is made.
void applySettings(RenderRequest& request, const Settings& settings);

/// What the settings say about every new request.
void takePreferences(RenderRequest& request, const Settings& settings);

/// The model with the user's own steps, CFG, sampler and noise as its recommendation. For models that name none
/// themselves: those of a published family; a layout of its own keeps what the engine says.
ModelSummary withDefaults(ModelSummary model, const Settings& settings);

/// How pictures are written: quality and metadata. The format is the file's.
PictureSaving pictureSaving(const Settings& settings);

/// How a new mixture measures its gates.
struct GateDefaults {
    GateMethod method = GateMethod::Hidden;
    int steps = 2;
};
GateDefaults gateDefaults(const Settings& settings);

}  // namespace segmoe::ui
