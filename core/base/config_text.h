// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace segmoe {

/// The text of a small configuration file of a model folder, at most 1 MiB. Throws Error{FileMissing, ConfigInvalid,
/// LocalIo}.
std::string readConfigText(const std::filesystem::path& file);

}  // namespace segmoe
