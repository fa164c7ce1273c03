// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "ui/queue/queue_job.h"
#include "ui/routing/capture.h"

namespace segmoe::ui {

class CaptureStore;
class JobQueue;

/// Puts the routing of every finished picture into the store, from the start of the program on: the Routing page may be
/// built later.
class CaptureCollector : public QObject {
    Q_OBJECT
public:
    CaptureCollector(JobQueue& queue, CaptureStore& store, QObject* parent = nullptr);

private:
    void take(QueueId job, int index, const PicturePtr& picture);

    CaptureStore& m_store;
};

/// First words of the prompt and the seed; the rules before them when there are any.
QString captureTitle(const RenderRequest& request, std::int64_t seed);

}  // namespace segmoe::ui
