// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace segmoe {

/// What people call a model on their disk: the folder's name, the file's without its suffix. A folder of the Hugging
/// Face cache is called like its repository, models--OWNER--NAME/snapshots/COMMIT is "NAME". Does not look at the disk.
std::string modelNameOf(const std::filesystem::path& path, bool isFolder);

}  // namespace segmoe
