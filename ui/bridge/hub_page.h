// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace segmoe::ui {

/// The page for people of a model that a recipe names ("owner/name@revision", "civitai:VERSION", an AIR, a link), or
/// that a file tells as its origin; empty for what is on neither hub. The hub's own, also when a mirror is in use.
QString hubPageOf(const QString& reference);

/// Whose token a reference needs: "civitai" or "hf".
QString hubSiteOf(const QString& reference);

}  // namespace segmoe::ui
