// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/forecast_view.h"

#include <nlohmann/json.hpp>

#include "app/cli/format.h"

namespace segmoe::cli {

nlohmann::json forecastDocument(const MemoryForecast& forecast) {
    nlohmann::json terms = nlohmann::json::array();
    for (const ForecastTerm& term : forecast.terms) terms.push_back({{"name", term.name}, {"bytes", term.bytes}});
    return {{"device", forecast.device},
            {"terms", terms},
            {"peak_bytes", forecast.peakBytes},
            {"mapped_bytes", forecast.mappedBytes},
            {"disk_bytes", forecast.diskBytes},
            {"available_bytes", forecast.availableBytes},
            {"seconds", forecast.seconds >= 0.0 ? nlohmann::json(forecast.seconds) : nlohmann::json()},
            {"savings", forecast.savings},
            {"fits", forecast.fits()}};
}

void showForecast(const Console& console, const MemoryForecast& forecast) {
    std::vector<std::vector<std::string>> rows;
    for (const ForecastTerm& term : forecast.terms) rows.push_back({term.name, formatBytes(term.bytes)});
    rows.push_back({"memory at the highest point", formatBytes(forecast.peakBytes)});
    if (forecast.mappedBytes > 0)
        rows.push_back({"file pages touched (cache, not demand)", formatBytes(forecast.mappedBytes)});
    if (forecast.availableBytes > 0) rows.push_back({"memory free now", formatBytes(forecast.availableBytes)});
    if (forecast.diskBytes > 0) rows.push_back({"written to disk", formatBytes(forecast.diskBytes)});
    if (forecast.seconds >= 0.0) rows.push_back({"time", formatSeconds(forecast.seconds)});
    console.line(console.heading("Forecast" + (forecast.device.empty() ? std::string() : " for " + forecast.device)));
    console.line(formatTable({"", ""}, rows));
    for (const std::string& saving : forecast.savings) console.line("saves memory: " + saving);
    console.line(forecast.fits() ? "It fits."
                                 : "It does not fit: " + formatBytes(forecast.peakBytes - forecast.availableBytes) +
                                       " are missing.");
}

}  // namespace segmoe::cli
