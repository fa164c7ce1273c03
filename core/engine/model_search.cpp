// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_search.h"

#include "core/engine/app_paths.h"

namespace segmoe {

pipeline::ModelSearch programSearch() {
    pipeline::ModelSearch search;
    if (const auto vocabulary = clipVocabulary()) search.vocabularyFolders.push_back(vocabulary->parent_path());
    return search;
}

}  // namespace segmoe
