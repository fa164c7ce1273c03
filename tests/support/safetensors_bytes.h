// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace segmoe::test {

/// A number as the eight little-endian bytes a safetensors file begins with.
inline std::string lengthPrefix(std::uint64_t length) {
    std::string bytes(sizeof length, '\0');
    std::memcpy(bytes.data(), &length, sizeof length);
    return bytes;
}

/// Length, header text as it is, data as it is: also for files that break the rules.
inline std::string safetensorsBytes(std::string_view header, std::string_view data = {}) {
    return lengthPrefix(header.size()).append(header).append(data);
}

}  // namespace segmoe::test
