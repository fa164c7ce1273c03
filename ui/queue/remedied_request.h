// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/domain/render_request.h"
#include "ui/bridge/error_text.h"

namespace segmoe::ui {

/// The request as the remedy of its failure wants it tried again; nothing for remedies that need somebody's hand.
std::optional<RenderRequest> remediedRequest(RenderRequest request, Remedy remedy);

}  // namespace segmoe::ui
