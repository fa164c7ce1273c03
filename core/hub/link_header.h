// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace segmoe::hub {

/// The target whose relation is "next" in a Link header (RFC 8288); commas and semicolons inside <…> and quotes belong
/// to them. Nothing when there is none or the header is junk. Linear time.
std::optional<std::string> nextLink(std::string_view header);

}  // namespace segmoe::hub
