// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace segmoe::cli {

/// "15.2 GB", in powers of 1000.
std::string formatBytes(std::int64_t bytes);
/// "0.4 s", "1:05", "2:03:10".
std::string formatSeconds(double seconds);
/// Up to six significant digits, no trailing zeros.
std::string formatNumber(double value);
/// Columns a terminal needs for UTF-8 text (one per code point).
std::size_t displayWidth(std::string_view text);
/// At most `width` columns, the end replaced by "…".
std::string shortened(const std::string& text, std::size_t width);

/// A licence as a cell of a table: its name, or "CivitAI terms" for terms that have none.
std::string shortLicence(const std::string& licence);

/// Columns of equal width, two spaces apart; columns whose cells are all numbers are set flush right.
std::string formatTable(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows);

}  // namespace segmoe::cli
