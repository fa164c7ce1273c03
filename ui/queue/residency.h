// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QObject>
#include <QTimer>

#include "core/engine/resident_model.h"
#include "ui/queue/job_queue.h"

namespace segmoe::ui {

class Settings;

/// What the engine keeps in memory between jobs (the model of the last one), and how it is let go: by hand, or after
/// the idle time of the settings.
class Residency : public QObject {
    Q_OBJECT
public:
    Residency(JobQueue& queue, EngineClient& client, Settings& settings, QObject* parent = nullptr);

    const std::vector<ResidentModel>& models() const { return m_models; }
    /// The running job uses it: it cannot be unloaded now.
    bool isInUse() const { return !m_queue.isIdle(); }
    void unloadAll();
    /// ResidentModel::id.
    void unload(quint64 model);

Q_SIGNALS:
    void changed();

private:
    void restartIdleClock();

    JobQueue& m_queue;
    EngineClient& m_client;
    Settings& m_settings;
    std::vector<ResidentModel> m_models;
    QTimer m_idle;
};

}  // namespace segmoe::ui
