// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace segmoe::ui {

/// Where another program on this machine keeps its pictures.
struct KnownPictureFolder {
    QString program;
    QString path;
};

/// The usual places below a home folder that exist; each folder once.
QList<KnownPictureFolder> knownPictureFolders(const QString& home);

}  // namespace segmoe::ui
