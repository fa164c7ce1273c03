// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace segmoe::ui {

class RenderPage;
struct StudioContext;

/// Ties the actions that concern the render page to it.
void connectRenderActions(RenderPage& page, StudioContext& context);

}  // namespace segmoe::ui
