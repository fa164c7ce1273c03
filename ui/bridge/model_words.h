// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <QString>

#include "core/engine/model_facts.h"

namespace segmoe::ui {

/// "SDXL", "SD1.5", "Starter"…; empty = unknown.
QString architectureText(const ModelFacts& facts);
/// "6.94 GB"; GB is 1e9 bytes everywhere.
QString byteText(std::int64_t bytes);

}  // namespace segmoe::ui
