// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace segmoe {

/// Folder with the program's data: share/segmoe-studio of the installation or of the build tree, found relative to the
/// running executable. SEGMOE_SHARE overrides it. Nothing when neither exists.
std::optional<std::filesystem::path> shareFolder();

/// share/segmoe-studio/starter, when it holds starter.yaml.
std::optional<std::filesystem::path> starterFolder();

/// The CLIP vocabulary for single-file checkpoints: SEGMOE_CLIP_VOCAB, else share/segmoe-studio/clip/….
/// Nothing when it is not installed.
std::optional<std::filesystem::path> clipVocabulary();

/// SEGMOE_HOME or the platform's data folder (XDG_DATA_HOME/segmoe-studio); not created by this call.
std::filesystem::path homeFolder();

/// Digests of model files that have been read, for core/base/digest_cache: digests.json in homeFolder().
std::filesystem::path digestFile();

/// "0.1.0", and a line that names LibTorch, compiler and build type.
std::string versionText();
std::string buildText();

}  // namespace segmoe
