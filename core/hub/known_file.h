// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"

namespace segmoe::hub {

/// Where files with this SHA-256 are thought to lie on this computer. Asks no network and need not be right: what is
/// used is read first.
using KnownFiles = std::function<std::vector<std::filesystem::path>(const std::string& sha256)>;

/// The first of these files that has this SHA-256 now. Files are read whole, one after the other; what cannot be read
/// is passed over. Progress as in fileDigests(). Throws Cancelled.
std::optional<std::filesystem::path> verifiedFile(const std::vector<std::filesystem::path>& files,
                                                  const std::string& sha256, const ProgressSink& progress,
                                                  const CancelToken& cancel);

/// Gives a file a second name on its own file system. False where that is another one, where the name is taken, or
/// where system or owner do not allow it.
bool giveSecondName(const std::filesystem::path& file, const std::filesystem::path& name);

}  // namespace segmoe::hub
