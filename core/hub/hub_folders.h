// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

/// The folders of huggingface_hub, from its own environment variables (its constants.py); an empty value counts as
/// none, and ~ and $NAME are expanded.
namespace segmoe::hub {

/// HF_HOME, else $XDG_CACHE_HOME/huggingface, else ~/.cache/huggingface.
std::filesystem::path hfHome();
/// HF_HUB_CACHE, else HUGGINGFACE_HUB_CACHE, else hub in hfHome().
std::filesystem::path hfCacheRoot();
/// HF_TOKEN_PATH, else token in hfHome().
std::filesystem::path hfTokenFile();

}  // namespace segmoe::hub
