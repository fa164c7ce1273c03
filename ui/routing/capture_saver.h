// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QHash>
#include <QObject>

#include "ui/queue/queue_job.h"

namespace segmoe::ui {

struct StudioContext;

/// Tells the capture store which picture file belongs to which capture, and stores the routing of a picture beside it
/// when the settings want that: of all of them, or of those that get a star.
class CaptureSaver : public QObject {
    Q_OBJECT
public:
    /// context.captures must be there.
    explicit CaptureSaver(StudioContext& context, QObject* parent = nullptr);

private:
    void pictureSaved(const QString& file, const PicturePtr& picture);
    void pictureStarred(const QString& file, bool starred);
    using ImagePtr = std::shared_ptr<const RenderedImage>;
    void write(const ImagePtr& image, const QString& pictureFile);
    void writeFailed(const QString& file, const Failure& failure);

    struct Writing {
        ImagePtr image;
        QString pictureFile;
    };
    StudioContext& m_context;
    QHash<QString, Writing> m_writing;  ///< [capture file]
};

/// "0042_7.segroute" beside "0042_7.png".
QString captureFileBeside(const QString& pictureFile);

}  // namespace segmoe::ui
