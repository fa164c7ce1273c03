// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "core/base/error.h"

namespace segmoe {

/// What a JSON text from outside may be at most.
struct JsonLimits {
    std::size_t maxBytes = 16 * 1024 * 1024;
    std::size_t maxDepth = 64;
    ErrorCode code = ErrorCode::ConfigInvalid;  ///< of every complaint about the text itself
};

/// Strict RFC 8259: one value, valid UTF-8, no duplicate keys, no NUL, no NaN or Infinity, numbers within double range.
/// `source` names the file or address in messages. Throws Error{limits.code} with source and byte position.
nlohmann::json parseJson(std::string_view text, const std::string& source, const JsonLimits& limits = {});

/// The same for a regular file. Throws Error{FileMissing, LocalIo} too.
nlohmann::json readJsonFile(const std::filesystem::path& path, const JsonLimits& limits = {});

}  // namespace segmoe
