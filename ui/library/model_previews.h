// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPixmap>

#include "core/engine/model_preview.h"

namespace segmoe::ui {

class PictureClient;
class Settings;
class ThumbnailLoader;

/// The pictures beside models, small: read off the thread of the window, kept as the gallery keeps its own.
class ModelPreviews : public QObject {
    Q_OBJECT
public:
    ModelPreviews(PictureClient& pictures, const Settings& settings, QObject* parent = nullptr);

    /// Null where the model has none, where it cannot be read, and until it has been read.
    QPixmap picture(const ModelPreview& preview, int pixels);

Q_SIGNALS:
    /// One more has been read.
    void changed();

private:
    ThumbnailLoader* m_loader;
};

}  // namespace segmoe::ui
