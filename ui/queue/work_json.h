// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QJsonObject>

#include "ui/bridge/engine_work.h"

namespace segmoe::ui {

/// {"kind": "render", …}. An empty object for a kind of work that does not survive a restart.
QJsonObject toJson(const EngineWork& work);
std::optional<EngineWork> workFromJson(const QJsonObject& json);

}  // namespace segmoe::ui
