// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace segmoe {

/// Strict UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
bool isValidUtf8(std::string_view bytes);
/// Offset of the first byte that does not belong to a well-formed character; nothing when all do.
std::optional<std::size_t> firstInvalidUtf8(std::string_view bytes);

/// Untrusted bytes made fit for a sentence: in single quotes, control bytes and broken UTF-8 as \xNN, cut after
/// maxBytes with "…". What is printable stays as it is.
std::string quote(std::string_view bytes, std::size_t maxBytes = 160);
/// The same for a path, without a length limit.
std::string quotePath(const std::filesystem::path& path);

}  // namespace segmoe
