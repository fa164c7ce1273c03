// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace segmoe {

/// The licence that the README.md of a model's folder names in its head ("openrail++"), links of the Hugging Face cache
/// followed; several are joined by ", ". Empty when there is no card, or it names none. Never throws.
std::string cardLicense(const std::filesystem::path& folder);

/// The same of the card's text.
std::string licenseOfCard(std::string_view card);

}  // namespace segmoe
