// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QWidget;

namespace segmoe::ui {

/// Gives assistive technology the widgets that paint what they say (pictures, plots, strips, meters): a role that fits,
/// and as their value what they describe themselves with. Once for the program, before the first window.
void installPaintedAccess();

/// What a painted widget shows now, in words; tells of the change.
void tellPainted(QWidget* widget, const QString& words);

}  // namespace segmoe::ui
