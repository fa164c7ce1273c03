// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QLineEdit;

namespace segmoe::ui {

/// Escape empties a box of a search; in an empty one it means what it means around it.
void clearOnEscape(QLineEdit& edit);

}  // namespace segmoe::ui
