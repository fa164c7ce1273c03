// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/pipeline/model_files.h"

namespace segmoe {

/// Where this installation keeps what checkpoints may lack.
pipeline::ModelSearch programSearch();

}  // namespace segmoe
