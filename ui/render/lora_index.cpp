// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/lora_index.h"

#include <QDirIterator>
#include <QFileInfo>

#include "ui/bridge/background_task.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostFiles = 50'000;

bool inLoraFolder(const QString& path) { return path.contains("lora"_L1, Qt::CaseInsensitive); }

}  // namespace

QHash<QString, QString> scanLoras(const QStringList& folders) {
    QHash<QString, QString> files;
    int seen = 0;
    for (const QString& folder : folders) {
        // Links are not followed: a loop would never end.
        QDirIterator iterator(folder, {u"*.safetensors"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (iterator.hasNext() && ++seen < kMostFiles) {
            const QFileInfo info(iterator.next());
            QString& known = files[info.completeBaseName().toLower()];
            if (known.isEmpty() || (!inLoraFolder(known) && inLoraFolder(info.path()))) known = info.absoluteFilePath();
        }
    }
    return files;
}

LoraIndex::LoraIndex(QObject* parent) : QObject(parent) {}

void LoraIndex::setFolders(const QStringList& folders) {
    if (folders == m_folders) return;
    m_folders = folders;
    rescan();
}

void LoraIndex::rescan() {
    const quint64 scan = ++m_scan;
    const auto search = [folders = m_folders] { return scanLoras(folders); };
    runInBackground(this, search, [this, scan](const QHash<QString, QString>& files) {
        if (scan != m_scan) return;
        m_files = files;
        Q_EMIT changed();
    });
}

QString LoraIndex::find(const QString& name) const {
    QString key = name.toLower();
    if (key.endsWith(".safetensors"_L1)) key.chop(12);
    return m_files.value(key);
}

}  // namespace segmoe::ui
