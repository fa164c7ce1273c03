// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include <QList>
#include <QString>

#include "core/domain/gallery_item.h"
#include "core/domain/picture_settings.h"

namespace segmoe::ui {

/// A setting as the window shows it: its name and its value, both translated where they are words.
using SettingRow = std::pair<QString, QString>;

/// Everything but the prompts, in reading order; what is not said is left out.
QList<SettingRow> settingRows(const PictureSettings& settings);
/// "Starter 3x2 attn"; empty without a mixture.
QString mixtureText(const PictureSettings& settings);
QString ruleText(const RoutingRule& rule);
/// The rows in which two pictures differ, with both values.
struct SettingDifference {
    QString name, first, second;
};
QList<SettingDifference> settingDifferences(const PictureSettings& first, const PictureSettings& second);
/// "512×512 · 388 KB · 22 Nov 2026 14:02".
QString fileText(const GalleryItem& item);

}  // namespace segmoe::ui
