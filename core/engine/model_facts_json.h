// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/engine/model_facts.h"

namespace segmoe {

/// ModelFacts as the library's index keeps them; the path is not part of it.
std::string factsToJson(const ModelFacts& facts);
/// What is missing or of another type keeps its default: the index is our own, but may be older.
ModelFacts factsFromJson(const std::string& text);

}  // namespace segmoe
