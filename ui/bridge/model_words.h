// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <QString>
#include <QStringList>

#include "core/domain/hub_terms.h"
#include "core/engine/model_facts.h"

namespace segmoe::ui {

/// "SDXL", "SD1.5", "Starter"…; empty = unknown.
QString architectureText(const ModelFacts& facts);
/// "6.94 GB"; GB is 1e9 bytes everywhere.
QString byteText(std::int64_t bytes);

/// What CivitAI's flags allow, a line each: "✓ sell pictures", "✗ sell the model"…
QStringList termsLines(const HubTerms& terms);
/// A licence in a few words: its name, or "CivitAI terms"; empty when it is not known.
QString licenceName(const std::string& licence);
/// All that is known of it: its name, or the lines of its terms; empty when it is not known.
QStringList licenceLines(const std::string& licence);

}  // namespace segmoe::ui
