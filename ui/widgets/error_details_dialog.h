// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "core/engine/failure.h"

namespace segmoe::ui {

/// Opens `error_details_dialog`: the sentence, code and technical detail of a failure, with Copy.
void openErrorDetails(QWidget* window, const Failure& failure);

}  // namespace segmoe::ui
