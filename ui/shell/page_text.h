// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "ui/shell/page_id.h"

namespace segmoe::ui {

inline constexpr PageId kAllPages[] = {PageId::Mix,     PageId::Render,  PageId::Routing,
                                       PageId::Library, PageId::Gallery, PageId::Settings};

/// "mix": part of object names and settings.
QString pageKey(PageId page);
QString pageName(PageId page);
/// What the page is for, in a few words.
QString pagePurpose(PageId page);
/// What to do there, in two or three sentences (F1).
QString pageHelp(PageId page);
QString pageIcon(PageId page);

}  // namespace segmoe::ui
