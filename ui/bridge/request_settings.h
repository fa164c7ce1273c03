// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/render_request.h"

namespace segmoe::ui {

class Settings;

/// Fills in what a request leaves to the settings: device and precision where they are automatic, tiled decoding, and
/// how often a preview is made.
void applySettings(RenderRequest& request, const Settings& settings);

}  // namespace segmoe::ui
