// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include "ui/shell/action_id.h"

namespace segmoe::ui {

class ActionTable;
class Settings;

/// Key sets of other programs; only what differs from the table is listed. The first one is the table itself.
QStringList shortcutPresetNames();
void applyShortcutPreset(int preset, ActionTable& actions, Settings& settings);

}  // namespace segmoe::ui
