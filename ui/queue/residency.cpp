// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/residency.h"

#include <QFileInfo>

#include "ui/bridge/engine_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/settings.h"

namespace segmoe::ui {

Residency::Residency(JobQueue& queue, EngineClient& client, Settings& settings, QObject* parent)
    : QObject(parent), m_queue(queue), m_client(client), m_settings(settings) {
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &Residency::unloadAll);
    connect(&client, &EngineClient::described, this, [this](const QString& model, const ModelSummary& summary) {
        m_bytes[model] = static_cast<qint64>(summary.bytes);
    });
    connect(&queue, &JobQueue::stateChanged, this, [this] {
        restartIdleClock();
        Q_EMIT changed();
    });
    connect(&queue, &JobQueue::finished, this, [this](QueueId id) { workEnded(id); });
    connect(&client, &EngineClient::unloaded, this, [this] {
        m_models.clear();
        Q_EMIT changed();
    });
    connect(&settings, &Settings::changed, this, [this](const QString& key) {
        if (key == QLatin1String(keys::kUnloadIdleMinutes.name)) restartIdleClock();
    });
}

void Residency::workEnded(QueueId id) {
    const QueueJob* job = m_queue.find(id);
    const auto* render = job && job->work ? std::get_if<RenderWork>(&*job->work) : nullptr;
    if (!render) return;
    const QString path = toText(render->request.model);
    m_models = {{.name = QFileInfo(path).completeBaseName(), .path = path, .bytes = m_bytes[path]}};
    restartIdleClock();
    Q_EMIT changed();
}

void Residency::restartIdleClock() {
    const int minutes = m_settings.get(keys::kUnloadIdleMinutes);
    if (minutes == 0 || m_models.empty() || isInUse())
        m_idle.stop();
    else
        m_idle.start(minutes * 60'000);
}

void Residency::unloadAll() {
    if (!isInUse()) m_client.unloadModels();
}

}  // namespace segmoe::ui
