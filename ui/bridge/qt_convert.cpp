// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

QString toText(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

QImage toImage(const Picture& picture) {
    const std::size_t expected =
        3U * static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
    if (picture.empty() || picture.rgb.size() != expected) return {};
    return QImage(picture.rgb.data(), picture.width, picture.height, 3 * picture.width, QImage::Format_RGB888).copy();
}

QString pathText(const std::filesystem::path& path) { return QString::fromStdU16String(path.u16string()); }

std::filesystem::path toPath(const QString& path) { return std::filesystem::path(path.toStdU16String()); }

}  // namespace segmoe::ui
