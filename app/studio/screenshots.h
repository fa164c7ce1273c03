// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/studio/studio_options.h"

namespace segmoe::ui {
class Theme;
}

/// Writes PAGE_STATE_THEME_WxH@S.png for every state of every page, from fixed data and without an engine. Returns the
/// exit code: 1 when a file cannot be written.
int takeScreenshots(const StudioOptions& options, segmoe::ui::Theme& theme);
