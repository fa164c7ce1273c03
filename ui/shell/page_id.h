// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace segmoe::ui {

/// The pages of the window, in the order of the navigation rail.
enum class PageId { Mix, Render, Routing, Library, Gallery, Settings };

}  // namespace segmoe::ui
