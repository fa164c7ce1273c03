// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "app/cli/console.h"
#include "core/domain/memory_forecast.h"

namespace segmoe::cli {

nlohmann::json forecastDocument(const MemoryForecast& forecast);
/// Each term of the forecast with its size, the sum, what is free, and whether it fits.
void showForecast(const Console& console, const MemoryForecast& forecast);

}  // namespace segmoe::cli
