// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/residency.h"

#include "ui/bridge/engine_client.h"
#include "ui/bridge/settings.h"

namespace segmoe::ui {

Residency::Residency(JobQueue& queue, EngineClient& client, Settings& settings, QObject* parent)
    : QObject(parent), m_queue(queue), m_client(client), m_settings(settings) {
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &Residency::unloadAll);
    connect(&queue, &JobQueue::stateChanged, this, [this] {
        restartIdleClock();
        Q_EMIT changed();
    });
    connect(&client, &EngineClient::residentChanged, this, [this](const std::vector<ResidentModel>& models) {
        m_models = models;
        restartIdleClock();
        Q_EMIT changed();
    });
    connect(&settings, &Settings::changed, this, [this](const QString& key) {
        if (key == QLatin1String(keys::kUnloadIdleMinutes.name)) restartIdleClock();
    });
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

void Residency::unload(quint64 model) {
    if (!isInUse()) m_client.unloadModel(model);
}

}  // namespace segmoe::ui
