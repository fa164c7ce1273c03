// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/forecast_watch.h"

#include "ui/bridge/engine_client.h"
#include "ui/bridge/error_text.h"
#include "ui/render/memory_line.h"

namespace segmoe::ui {

namespace {

constexpr int kDelay = 100;

}  // namespace

ForecastWatch::ForecastWatch(EngineClient& client, MemoryLine& line, std::function<RenderRequest()> request,
                             QObject* parent)
    : QObject(parent), m_client(client), m_line(line), m_request(std::move(request)) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelay);
    connect(&m_timer, &QTimer::timeout, this, &ForecastWatch::ask);
    connect(&client, &EngineClient::forecast, this, &ForecastWatch::take);
    connect(&client, &EngineClient::forecastFailed, this, [this](const Failure& failure) {
        m_last.reset();
        m_line.showUnknown(errorText(failure.code).sentence);
        Q_EMIT answered();
    });
    connect(&client, &EngineClient::forecasts, this, [this](const std::vector<MemoryForecast>& forecasts) {
        if (m_last && forecasts.size() == m_candidates.size())
            m_line.showRemedies(keepUseful(m_candidates, *m_last, forecasts));
    });
}

void ForecastWatch::setModel(const std::optional<ModelSummary>& model) {
    m_model = model;
    formEdited();
}

void ForecastWatch::formEdited() { m_timer.start(); }

void ForecastWatch::ask() {
    if (m_model) m_client.requestForecast(m_request());
}

void ForecastWatch::take(const MemoryForecast& forecast) {
    m_last = forecast;
    m_line.showForecast(forecast);
    const MemoryLine::Verdict verdict = m_line.verdict();
    if (m_model && (verdict == MemoryLine::Verdict::Tight || verdict == MemoryLine::Verdict::TooMuch)) {
        m_candidates = possibleRemedies(m_request(), *m_model, forecast.device);
        std::vector<RenderRequest> requests;
        for (const MemoryRemedy& remedy : m_candidates) requests.push_back(remedy.request);
        m_client.requestForecasts(requests);
    } else {
        m_line.showRemedies({});
    }
    Q_EMIT answered();
}

}  // namespace segmoe::ui
