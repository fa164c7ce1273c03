// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/weights/tensor_source.h"

namespace segmoe {

/// One line of a safetensors header. Offsets count from the first byte after the header.
struct SafetensorsEntry {
    std::string name;
    TensorInfo info;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

struct SafetensorsHeader {
    std::vector<SafetensorsEntry> entries;        ///< sorted by name, bytewise
    std::map<std::string, std::string> metadata;  ///< __metadata__
    std::uint64_t dataBytes = 0;                  ///< end of the last tensor
};

/// Longest header the format allows.
constexpr std::uint64_t kMaxHeaderBytes = 100'000'000;

/// Reads the JSON text of a header and checks everything that can be checked without the file: the fields and their
/// types, sizes without overflow, ranges that touch without hole or overlap. Accepts a subset of what the safetensors
/// library accepts; additionally refused are duplicate names and metadata keys, empty names and names with control
/// bytes or more than 1024 bytes, more than 16 dimensions or one above 2⁴⁸, more than 500 000 tensors, unknown fields
/// nested deeper than 8, and entries written as arrays. `file` names the source in messages.
/// Throws Error{SafetensorsInvalid} naming file and tensor.
SafetensorsHeader parseSafetensorsHeader(std::string_view json, const std::string& file);

}  // namespace segmoe
