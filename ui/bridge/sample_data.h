// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/render_engine.h"

namespace segmoe::ui::sample {

/// Fixed values for the program's own screenshots (--screenshots) and for tests of the window: no model, no chance.

/// A mixture of four experts in the starter's layout: 15 blocks, all layers.
ModelSummary mixtureSummary();
/// One model without experts.
ModelSummary singleSummary();
/// One step of a run of that mixture with k experts active.
RoutingStep routingStep(int step, int steps, int k);
/// The whole record of such a run.
RoutingTrace trace(int steps, int k);
/// A drawn flower; side in pixels.
Picture picture(int side);
/// The same as a preview half way: coarse and noisy.
Preview preview(int step, int steps);
RenderedImage renderedImage(int side);
MemoryForecast forecast();

}  // namespace segmoe::ui::sample
