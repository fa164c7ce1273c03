// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/setting_rows.h"

class QWidget;

namespace segmoe::ui {

struct StudioContext;

/// Controls whose choices are known only when the program runs: languages, devices, folders, loaded models.
QWidget* makeOwnControl(const SettingRow& row, OwnSetting own, StudioContext& context);

/// The pattern of file names with an example; a pattern that makes no file name keeps the previous one in force.
QWidget* makePatternEdit(const SettingRow& row, const TextKey& key, StudioContext& context);

/// An address: empty = the usual one; what cannot be one keeps the previous in force.
QWidget* makeAddressEdit(const SettingRow& row, const AddressSetting& address, StudioContext& context);

/// What is wrong with the address of a hub or a proxy; empty = nothing.
QString hubAddressProblem(const QString& address);
QString proxyAddressProblem(const QString& address);
/// What is wrong with a pattern of file names; empty = nothing.
QString patternProblem(const QString& pattern);
/// What is wrong with a folder for pictures; empty = nothing.
QString folderProblem(const QString& folder);

}  // namespace segmoe::ui
