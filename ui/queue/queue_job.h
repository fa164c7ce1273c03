// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QImage>
#include <QString>

#include "ui/bridge/engine_client.h"

namespace segmoe::ui {

/// Names one row of the job list; survives a retry, unlike the engine's JobId. Never used twice in a session.
enum class QueueId : quint64 { None = 0 };

/// ui.md §5. Loading and Running are the engine's; the others are the queue's own.
enum class JobState { Waiting, Loading, Running, Cancelling, Cancelled, Done, Failed };

constexpr bool isActive(JobState state) {
    return state == JobState::Loading || state == JobState::Running || state == JobState::Cancelling;
}
constexpr bool isEnded(JobState state) { return state >= JobState::Cancelled; }

/// The id of a finished picture's capture: what Navigator::captureWanted carries.
inline QString captureId(QueueId job, std::int64_t seed) {
    return QStringLiteral("%1:%2").arg(static_cast<quint64>(job)).arg(seed);
}

/// A picture with what it was made from.
struct FinishedPicture {
    RenderedImage image;
    RenderRequest request;  ///< of the whole job; image.seed is the picture's own
    double seconds = -1.0;
    QueueId job = QueueId::None;
};
using PicturePtr = std::shared_ptr<const FinishedPicture>;

/// What a row keeps of a finished picture: small. The picture itself lives as long as somebody else holds it.
struct QueuePicture {
    QImage thumb;
    QString file;  ///< empty until it has been written
    std::weak_ptr<const FinishedPicture> picture;
};

/// One row: a job of the engine, or a group of jobs (a grid) that has no work of its own.
struct QueueJob {
    QueueId id = QueueId::None;
    QueueId parent = QueueId::None;
    std::vector<QueueId> children;   ///< of a group, in order
    std::optional<EngineWork> work;  ///< frozen at the time of queuing; absent for a group
    QString title;
    QString detail;
    JobState state = JobState::Waiting;
    Progress progress;         ///< last told; pictures counted over the whole job
    double etaSeconds = -1.0;  ///< smoothed, -1 = not known yet
    double seconds = -1.0;     ///< from start to end
    int lastStep = 0;          ///< last sampling step
    bool slowToStop = false;   ///< cancelling for five seconds
    std::vector<QueuePicture> pictures;
    Failure failure;

    bool isGroup() const { return !work.has_value(); }
    /// The render's request; null for other kinds of work and for groups.
    const RenderRequest* request() const {
        const RenderWork* render = work ? std::get_if<RenderWork>(&*work) : nullptr;
        return render ? &render->request : nullptr;
    }
};

}  // namespace segmoe::ui
