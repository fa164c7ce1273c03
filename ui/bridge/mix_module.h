// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "ui/bridge/mix_tools.h"

namespace segmoe::ui {

/// The engine module's own MixTools.
std::unique_ptr<MixTools> makeMixTools();

}  // namespace segmoe::ui
