// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/setting_rows.h"

class QString;
class QWidget;

namespace segmoe::ui {

struct StudioContext;

/// Makes the control of a row: it shows the setting, follows it when it changes elsewhere, and changes it at once.
QWidget* makeSettingControl(const SettingRow& row, StudioContext& context);

/// "settings_appearance_textScale" and the suffix of its kind, for objectName.
QString settingObjectName(const SettingRow& row, const QString& suffix);

}  // namespace segmoe::ui
