// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/capture_opener.h"

#include <QDir>
#include <QFileInfo>

#include "ui/bridge/engine_client.h"
#include "ui/bridge/picture_pixels.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

QString pictureFileBeside(const QString& captureFile) {
    const QFileInfo file(captureFile);
    for (const QString& suffix : {u"png"_s, u"jpg"_s, u"jpeg"_s, u"webp"_s}) {
        const QString picture = file.dir().filePath(file.completeBaseName() + u'.' + suffix);
        if (QFileInfo(picture).isFile()) return picture;
    }
    return {};
}

CaptureOpener::CaptureOpener(EngineClient& engine, QObject* parent) : QObject(parent), m_engine(engine) {
    connect(&engine, &EngineClient::captureRead, this, &CaptureOpener::captureRead);
    connect(&engine, &EngineClient::captureFailed, this, [this](const QString& file, const Failure& failure) {
        // A file that could not be written is not ours.
        if (m_openings.remove(file)) Q_EMIT failed(file, failure);
    });
    PictureClient& pictures = engine.pictureFiles();
    connect(&pictures, &PictureClient::pictureRead, this, [this](PictureQuestion question, const QImage& picture) {
        Opening* opening = openingOf(question);
        if (!opening) return;
        opening->capture.image.picture = toPicture(picture);
        opening->picture.reset();
        finishWhole();
    });
    connect(&pictures, &PictureClient::settingsRead, this,
            [this](PictureQuestion question, const PictureSettings& settings) {
                if (question == m_asked) return Q_EMIT settingsRead(settings);
                Opening* opening = openingOf(question);
                if (!opening) return;
                opening->capture.settings = std::make_shared<const PictureSettings>(settings);
                opening->settings.reset();
                finishWhole();
            });
    connect(&pictures, &PictureClient::failed, this, [this](PictureQuestion question, const Failure&) {
        if (question == m_asked) return Q_EMIT settingsRead({});
        Opening* opening = openingOf(question);
        if (!opening) return;
        if (opening->picture == question) opening->note = tr("The picture beside this capture cannot be read.");
        (opening->picture == question ? opening->picture : opening->settings).reset();
        finishWhole();
    });
}

void CaptureOpener::open(const QString& file) {
    if (m_openings.contains(file)) return;
    m_openings.insert(file, {});
    m_engine.readCapture(file);
}

void CaptureOpener::readSettings(const QString& pictureFile) {
    m_asked = m_engine.pictureFiles().readSettings(pictureFile);
}

void CaptureOpener::captureRead(const QString& file, const RenderedImage& image) {
    const auto found = m_openings.find(file);
    if (found == m_openings.end()) return;
    Capture& capture = found->capture;
    capture.id = capture.file = file;
    capture.image = image;
    capture.title = tr("%1, seed %2").arg(QFileInfo(file).completeBaseName()).arg(image.seed);
    PictureClient& pictures = m_engine.pictureFiles();
    if (const QString beside = pictureFileBeside(file); image.picture.empty() && !beside.isEmpty())
        found->picture = pictures.readPicture(beside);
    const std::string& text = image.segmoeJson.empty() ? image.parameters : image.segmoeJson;
    if (!text.empty()) found->settings = pictures.readSettingsText(toText(text));
    finishWhole();
}

CaptureOpener::Opening* CaptureOpener::openingOf(PictureQuestion question) {
    for (Opening& opening : m_openings)
        if (opening.picture == question || opening.settings == question) return &opening;
    return nullptr;
}

void CaptureOpener::finishWhole() {
    for (const QString& file : m_openings.keys()) {
        const Opening& opening = *m_openings.constFind(file);
        if (opening.capture.id.isEmpty() || opening.picture || opening.settings) continue;
        const Opening whole = m_openings.take(file);
        Q_EMIT opened(whole.capture, whole.note);
    }
}

}  // namespace segmoe::ui
