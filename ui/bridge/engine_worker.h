// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>

#include <QElapsedTimer>
#include <QObject>

#include "ui/bridge/engine_backend.h"
#include "ui/bridge/engine_client.h"
#include "ui/bridge/event_throttle.h"

namespace segmoe::ui {

/// Lives on the inference thread and owns the engine there. Signals are sent from that thread.
/// Progress is thinned out to 20 events a second, previews to one per interval with at most one on its way.
class EngineWorker : public QObject {
    Q_OBJECT
public:
    explicit EngineWorker(BackendFactory factory);
    ~EngineWorker() override;

    void run(JobId job, const EngineWork& work, const CancelToken& cancel);
    void unload();
    void unloadModel(quint64 model);
    void setThreads(int threads);
    void lowerPriority();
    /// The window has taken the last preview; thread-safe.
    void previewTaken() { m_previewInFlight.store(false, std::memory_order_relaxed); }
    /// Milliseconds between two previews, from the next job on; thread-safe.
    void setPreviewInterval(int milliseconds) { m_previewInterval.store(milliseconds, std::memory_order_relaxed); }

Q_SIGNALS:
    void progress(segmoe::ui::JobId job, const segmoe::Progress& progress);
    void preview(segmoe::ui::JobId job, const segmoe::Preview& preview);
    void routingStep(segmoe::ui::JobId job, const segmoe::RoutingStep& step);
    void imageDone(segmoe::ui::JobId job, int image, const segmoe::RenderedImage& picture);
    void residentChanged(const std::vector<segmoe::ResidentModel>& models);
    void finished(segmoe::ui::JobId job, const segmoe::ui::WorkReport& report);

private:
    WorkReport perform(JobId job, const RenderWork& work, const CancelToken& cancel);
    WorkReport perform(JobId job, const BuildWork& work, const CancelToken& cancel);
    WorkReport perform(JobId job, const PredictWork& work, const CancelToken& cancel);
    WorkReport perform(JobId job, const SaveMixtureWork& work, const CancelToken& cancel);
    EngineBackend& backend();
    void tellResident();
    RenderEvents eventsFor(JobId job);
    void sendProgress(JobId job, const Progress& progress);
    void sendPreview(JobId job, const Preview& preview);

    BackendFactory m_factory;
    std::unique_ptr<EngineBackend> m_backend;
    QElapsedTimer m_clock;
    EventThrottle m_progressThrottle{50};
    EventThrottle m_previewThrottle{500};
    Stage m_lastStage = Stage::Waiting;
    std::atomic<bool> m_previewInFlight{false};
    std::atomic<int> m_previewInterval{500};
};

}  // namespace segmoe::ui
