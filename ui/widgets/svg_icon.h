// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QIcon>

namespace segmoe::ui {

/// resources/icons/NAME.svg in one colour, drawn when it is shown and as sharp as the screen. Icons that point along
/// the reading direction are mirrored where that runs from right to left. Null for a name that does not exist.
QIcon svgIcon(const QString& name, const QColor& normal, const QColor& disabled);

}  // namespace segmoe::ui
