// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "ui/bridge/error_text.h"

namespace segmoe::ui {

/// What can be done about the failure of this render: the usual remedy of its code first, then at most two more that
/// change something for this request. `device`: where it ran, "cpu" or "cuda:0"; empty = not known.
std::vector<Remedy> remediesFor(ErrorCode code, const RenderRequest& request, const QString& device);

}  // namespace segmoe::ui
