// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

namespace segmoe::test {

/// Files that are models as far as their headers tell: every name of a whole network, with sizes of one where the
/// architecture does not show in them. Nothing can be rendered with them.
enum class Outline { Sd1, Sdxl, Vae };

/// Writes a .safetensors file; false when that fails.
bool writeOutline(const QString& file, Outline outline);

}  // namespace segmoe::test
