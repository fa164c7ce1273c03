// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "core/domain/sampler_kind.h"

namespace segmoe::ui {

/// One sentence that says what a sampler is good for.
QString samplerSentence(SamplerKind kind);

}  // namespace segmoe::ui
