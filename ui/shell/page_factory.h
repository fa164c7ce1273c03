// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "ui/shell/page_id.h"

class QWidget;

namespace segmoe::ui {

struct StudioContext;

/// The pages this program has, in the order of the navigation rail.
std::vector<PageId> existingPages();

/// Builds one of them, in its parent from the start: a widget that gets another parent hands the style sheet of the
/// program down to all its children once more, and a page has hundreds.
QWidget* makePage(PageId page, StudioContext& context, QWidget* parent);

}  // namespace segmoe::ui
