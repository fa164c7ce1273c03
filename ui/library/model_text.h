// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "core/engine/model_library.h"

namespace segmoe::ui {

/// "SDXL", "SD1.5"… or what the file is for where it has no UNet.
QString architectureOrRole(const ModelFacts& facts);
QString roleText(ModelRole role);
/// Alias, or the name of the file.
QString modelName(const LibraryModel& model);
/// Why a model cannot be a base or an expert; empty = it can (ui.md §5, D2, D3, D10…).
QString refusalText(const LibraryModel& model);
/// The same for rendering with it.
QString renderRefusalText(const LibraryModel& model);
/// The recipes that use a model, a line each, and the pictures that were made with it; long lists are cut short.
QStringList usesLines(const ModelUses& uses);

}  // namespace segmoe::ui
