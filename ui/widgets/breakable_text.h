// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace segmoe::ui {

/// The text with invisible places at which a label may wrap it: after the separators of a path, and within words that
/// are longer than a narrow column (digests, commits).
QString breakable(const QString& text);

}  // namespace segmoe::ui
