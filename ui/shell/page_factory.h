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

/// Builds one of them.
QWidget* makePage(PageId page, StudioContext& context);

}  // namespace segmoe::ui
