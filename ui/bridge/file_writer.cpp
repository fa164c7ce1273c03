// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/file_writer.h"

#include <QSaveFile>

#include "ui/bridge/background_task.h"

namespace segmoe::ui {

namespace {

QString writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return file.errorString();
    return {};
}

}  // namespace

void writeLater(QObject* context, const QString& file, std::function<QByteArray()> make,
                std::function<void(const QString& error)> done) {
    const auto write = [file, make = std::move(make)] {
        try {
            return writeWhole(file, make());
        } catch (const std::exception& exception) {
            return QString::fromUtf8(exception.what());
        }
    };
    runInBackground(context, write, std::move(done));
}

}  // namespace segmoe::ui
