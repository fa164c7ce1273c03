// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/capture_saver.h"

#include <QDir>
#include <QFileInfo>

#include "ui/bridge/error_text.h"
#include "ui/bridge/settings.h"
#include "ui/queue/picture_saver.h"
#include "ui/routing/capture_collector.h"
#include "ui/routing/capture_store.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

QString captureFileBeside(const QString& pictureFile) {
    const QFileInfo file(pictureFile);
    return file.dir().filePath(file.completeBaseName() + u".segroute"_s);
}

CaptureSaver::CaptureSaver(StudioContext& context, QObject* parent) : QObject(parent), m_context(context) {
    connect(&context.pictures, &PictureSaver::pictureSaved, this, &CaptureSaver::pictureSaved);
    connect(&context.navigator, &Navigator::pictureStarred, this, &CaptureSaver::pictureStarred);
    connect(&context.engine, &EngineClient::captureWritten, this,
            [this](const QString& file) { m_writing.remove(file); });
    connect(&context.engine, &EngineClient::captureFailed, this, &CaptureSaver::writeFailed);
}

void CaptureSaver::pictureSaved(const QString& file, const PicturePtr& picture) {
    if (picture->image.trace.empty()) return;
    m_context.captures->setPictureFile(captureId(picture->job, picture->image.seed), file);
    if (m_context.settings.get(keys::kSaveCapture) == SaveCapture::Always)
        write(ImagePtr(picture, &picture->image), file);
}

void CaptureSaver::pictureStarred(const QString& file, bool starred) {
    if (!starred || m_context.settings.get(keys::kSaveCapture) != SaveCapture::Starred) return;
    if (const CapturePtr capture = m_context.captures->ofPicture(file)) write(ImagePtr(capture, &capture->image), file);
}

void CaptureSaver::write(const ImagePtr& image, const QString& pictureFile) {
    const QString target = captureFileBeside(pictureFile);
    if (QFileInfo::exists(target)) return;
    m_writing.insert(target, {image, pictureFile});
    // The picture is there already: the file holds the routing alone.
    m_context.engine.writeCapture(*image, target, false);
}

void CaptureSaver::writeFailed(const QString& file, const Failure& failure) {
    if (!m_writing.contains(file)) return;
    const Writing lost = m_writing.take(file);
    Q_EMIT m_context.navigator.toast(tr("The routing of %1 could not be saved. %2")
                                         .arg(QFileInfo(lost.pictureFile).fileName(), errorText(failure.code).sentence),
                                     tr("Retry"), this, [this, lost] { write(lost.image, lost.pictureFile); });
}

}  // namespace segmoe::ui
