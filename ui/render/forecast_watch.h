// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include <QObject>
#include <QTimer>

#include "core/engine/render_engine.h"
#include "ui/render/memory_remedies.h"

namespace segmoe::ui {

class EngineClient;
class MemoryLine;

/// Keeps the memory line true to the form: asks a moment after the last edit, and for ways out when it is tight.
class ForecastWatch : public QObject {
    Q_OBJECT
public:
    ForecastWatch(EngineClient& client, MemoryLine& line, std::function<RenderRequest()> request,
                  QObject* parent = nullptr);
    /// Nothing = no model is known, nothing is asked.
    void setModel(const std::optional<ModelSummary>& model);
    void formEdited();
    const std::optional<MemoryForecast>& last() const { return m_last; }

Q_SIGNALS:
    void answered();

private:
    void ask();
    void take(const MemoryForecast& forecast);

    EngineClient& m_client;
    MemoryLine& m_line;
    std::function<RenderRequest()> m_request;
    std::optional<ModelSummary> m_model;
    std::optional<MemoryForecast> m_last;
    std::vector<MemoryRemedy> m_candidates;
    QTimer m_timer;
};

}  // namespace segmoe::ui
