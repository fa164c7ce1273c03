// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/trashed_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

bool takeBackFromTrash(const QString& place, const QString& file) {
    if (!QFile::rename(place, file)) return false;
    const QFileInfo info(place);
    QFile::remove(info.dir().filePath(u"../info/"_s + info.fileName() + u".trashinfo"_s));
    return true;
}

}  // namespace segmoe::ui
