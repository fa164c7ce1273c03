// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/file_writer.h"

#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

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
    // The pool must not touch the context: a messenger on its thread carries the answer.
    auto* messenger = new QObject;
    messenger->moveToThread(context->thread());
    QThreadPool::globalInstance()->start(
        [messenger, context = QPointer<QObject>(context), file, make = std::move(make), done = std::move(done)] {
            QString error;
            try {
                error = writeWhole(file, make());
            } catch (const std::exception& exception) {
                error = QString::fromUtf8(exception.what());
            }
            QMetaObject::invokeMethod(messenger, [messenger, context, done, error] {
                if (context) done(error);
                messenger->deleteLater();
            });
        });
}

}  // namespace segmoe::ui
