// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/base/cancel_token.h"
#include "core/base/digest_cache.h"
#include "core/base/progress.h"

namespace segmoe {

/// Moves a model file or folder into another folder, with its preview picture and the note of where it came from; its
/// known digests move with it. Returns the new place. Throws as store::moveEntry().
std::filesystem::path moveModel(const std::filesystem::path& model, const std::filesystem::path& folder,
                                DigestCache& digests, const CancelToken& cancel, const ProgressSink& progress);

}  // namespace segmoe
