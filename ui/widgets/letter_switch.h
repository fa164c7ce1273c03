// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QToolButton;

namespace segmoe::ui {

/// A switch of one letter (M, S, P), all of one width. The name is for assistive technology.
QToolButton* letterSwitch(const QString& letter, const QString& objectName, const QString& name,
                          const QString& toolTip);

}  // namespace segmoe::ui
