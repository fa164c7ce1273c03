// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/near_folders.h"

#include <QDir>
#include <QFileInfo>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLevels = 3;  // webui/models/Stable-diffusion/x.safetensors

QStringList placesNear(const QString& model) {
    QStringList places;
    if (model.isEmpty() || !QFileInfo::exists(model)) return places;
    QDir folder = QFileInfo(model).absoluteDir();
    for (int i = 0; i < kLevels && !folder.isRoot(); ++i) {
        places << folder.path();
        folder = QDir(QFileInfo(folder.path()).path());
    }
    return places;
}

}  // namespace

QStringList nearFolders(const QString& kind, const QString& dataFolder, const QString& model) {
    QStringList folders;
    for (const QString& place : placesNear(model) + QStringList{dataFolder, dataFolder + u"/models"_s})
        for (const QFileInfo& folder : QDir(place).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            if (folder.fileName().contains(kind, Qt::CaseInsensitive)) folders << folder.filePath();
    folders.removeDuplicates();
    return folders;
}

}  // namespace segmoe::ui
