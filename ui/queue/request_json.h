// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QJsonObject>

#include "core/domain/render_request.h"

namespace segmoe::ui {

/// A whole request, an unsaved recipe included, for files that this program reads back. 64-bit numbers are text.
QJsonObject toJson(const RenderRequest& request);
/// Values that are missing or of the wrong kind keep their default; nothing when the result does not validate.
std::optional<RenderRequest> requestFromJson(const QJsonObject& json);

}  // namespace segmoe::ui
