// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/model_facts.h"
#include "core/weights/tensor_source.h"

namespace segmoe {

/// What the tensors of one file are, from their names (segmoe.md §2.3).
ModelRole roleOf(const TensorSource& file);

/// The family a LoRA was made for: from the width of a text projection it changes; Custom when none is there.
Architecture loraArchitecture(const TensorSource& file);

}  // namespace segmoe
