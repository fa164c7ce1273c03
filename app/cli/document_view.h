// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "app/cli/console.h"

namespace segmoe::cli {

/// Shows a JSON object to people: plain values as aligned "key  value" lines, lists of objects as tables, nested
/// objects as sections. Keys lose their underscores; keys ending in "bytes" are written as sizes.
void showDocument(const Console& console, const nlohmann::json& document);

}  // namespace segmoe::cli
