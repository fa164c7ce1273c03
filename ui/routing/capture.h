// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QDateTime>
#include <QString>

#include "core/domain/picture_settings.h"
#include "core/domain/render_request.h"
#include "core/domain/render_result.h"
#include "core/domain/routing_detail.h"

namespace segmoe::ui {

/// One recorded render as the Routing page inspects it: picture, routing and what it was made with. Never changes once
/// it is made.
struct Capture {
    QString id;     ///< "capture-7" in memory, the path of an opened file
    QString title;  ///< first words of the prompt and the seed
    RenderedImage image;
    RenderRequest request;  ///< seed resolved; renders this very picture again
    int imageIndex = 0;     ///< of the job
    int imageCount = 1;
    QString jobKey;  ///< the same for pictures of one job
    QString file;    ///< where it is stored; empty = in memory only
    QDateTime made;
    /// Of an opened file: what it says about its making; null where it says nothing.
    std::shared_ptr<const PictureSettings> settings;

    /// Whether it is known what renders this again.
    bool hasRequest() const { return !request.model.empty() || request.recipe; }
    const RoutingTrace& trace() const { return image.trace; }
    const RoutingDetail* detail() const { return image.detail.get(); }
};

using CapturePtr = std::shared_ptr<const Capture>;

/// Memory that a capture takes: maps, tables and picture.
qint64 captureBytes(const Capture& capture);

/// Whether two captures can be compared: same experts and same layers.
bool areComparable(const Capture& a, const Capture& b);

}  // namespace segmoe::ui
