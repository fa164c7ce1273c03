// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include <QObject>
#include <QTimer>

#include "ui/queue/job_queue.h"

namespace segmoe::ui {

class Settings;

struct LoadedModel {
    QString name;
    QString path;
    qint64 bytes = 0;  ///< on disk; mapped or converted in memory
};

/// What the engine keeps in memory between jobs (the model of the last one), and how it is let go: by hand, or after
/// the idle time of the settings.
class Residency : public QObject {
    Q_OBJECT
public:
    Residency(JobQueue& queue, EngineClient& client, Settings& settings, QObject* parent = nullptr);

    const std::vector<LoadedModel>& models() const { return m_models; }
    /// The running job uses it: it cannot be unloaded now.
    bool isInUse() const { return !m_queue.isIdle(); }
    void unloadAll();

Q_SIGNALS:
    void changed();

private:
    void workEnded(QueueId id);
    void restartIdleClock();

    JobQueue& m_queue;
    EngineClient& m_client;
    Settings& m_settings;
    std::map<QString, qint64> m_bytes;  ///< of the models described so far
    std::vector<LoadedModel> m_models;
    QTimer m_idle;
};

}  // namespace segmoe::ui
