// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

#include <QImage>
#include <QString>

#include "core/domain/render_result.h"

namespace segmoe::ui {

/// UTF-8 of the core to the text of Qt.
QString toText(std::string_view utf8);
/// RGB888; null for an empty picture. Owns its pixels.
QImage toImage(const Picture& picture);
QString pathText(const std::filesystem::path& path);
std::filesystem::path toPath(const QString& path);

}  // namespace segmoe::ui
