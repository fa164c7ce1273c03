// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace segmoe::images {

/// "A" for expert 0 … "Z", then "AA", "AB"…
std::string expertLetter(int expert);
/// The reverse; nothing for anything else or beyond 10,000.
std::optional<int> expertOfLetter(std::string_view letter);

}  // namespace segmoe::images
