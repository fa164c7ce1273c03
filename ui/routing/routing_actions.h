// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace segmoe::ui {

class RoutingPage;
struct StudioContext;

/// The actions of the Routing page: keys of ui.md §17 and the shared ones that mean its plots.
void connectRoutingActions(RoutingPage& page, StudioContext& context);

}  // namespace segmoe::ui
