// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace segmoe::hub {

/// What strangers have written about a model as plain text: markup, scripts, styles, pictures, addresses of links,
/// control characters and marks that turn the direction of reading are gone; paragraphs and list items stay lines.
/// Anything is understood somehow, in linear time; at most 20,000 bytes of UTF-8 come out.
std::string plainTextOfHtml(std::string_view html);
/// A model card: its settings between the two lines of dashes at the top are left out, too.
std::string plainTextOfMarkdown(std::string_view markdown);

}  // namespace segmoe::hub
