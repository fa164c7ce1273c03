// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QHash>
#include <QObject>

#include "core/engine/failure.h"
#include "ui/bridge/picture_client.h"
#include "ui/routing/capture.h"

namespace segmoe::ui {

class EngineClient;

/// Opens capture files whole: the routing, the picture (from the file itself, or the one that lies beside it) and what
/// the file says about how it was made. Nothing is read on this thread.
class CaptureOpener : public QObject {
    Q_OBJECT
public:
    CaptureOpener(EngineClient& engine, QObject* parent);

    /// Answers with opened() or failed().
    void open(const QString& file);
    /// What a picture file says about its making; answers with settingsRead(), with an empty format where it says
    /// nothing.
    void readSettings(const QString& pictureFile);

Q_SIGNALS:
    /// note: what could not be read beside it; empty = nothing.
    void opened(const segmoe::ui::Capture& capture, const QString& note);
    void failed(const QString& file, const segmoe::Failure& failure);
    void settingsRead(const segmoe::PictureSettings& settings);

private:
    struct Opening {
        Capture capture;
        QString note;
        std::optional<PictureQuestion> picture;
        std::optional<PictureQuestion> settings;
    };
    void captureRead(const QString& file, const RenderedImage& image);
    /// The file whose answer this is; null when somebody else has asked.
    Opening* openingOf(PictureQuestion question);
    void finishWhole();

    EngineClient& m_engine;
    QHash<QString, Opening> m_openings;      ///< [file]; those whose routing is there have an id
    std::optional<PictureQuestion> m_asked;  ///< of readSettings()
};

/// "0042_7.png" beside "0042_7.segroute", or the .jpg or .webp of that name; empty when there is none.
QString pictureFileBeside(const QString& captureFile);

}  // namespace segmoe::ui
