// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace segmoe::ui {

struct StudioContext;

/// The Mix page with everything it is connected to: jobs, actions, settings, other pages.
QWidget* makeMixPage(StudioContext& context);

}  // namespace segmoe::ui
