// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/utf8.h"

#include <algorithm>
#include <limits>

namespace segmoe {

namespace {

/// Length of the well-formed character at the start of bytes, 0 when there is none.
std::size_t characterLength(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const auto isTail = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return i < bytes.size() && at(i) >= low && at(i) <= high;
    };
    const unsigned lead = at(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return isTail(1) ? 2 : 0;
    // The second byte's range shuts out overlong forms (E0, F0), surrogates (ED) and values above U+10FFFF (F4).
    if (lead >= 0xE0 && lead <= 0xEF)
        return isTail(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) && isTail(2) ? 3 : 0;
    if (lead >= 0xF0 && lead <= 0xF4)
        return isTail(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) && isTail(2) && isTail(3) ? 4 : 0;
    return 0;
}

void appendEscaped(std::string& out, unsigned char byte) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    out += "\\x";
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
}

}  // namespace

std::optional<std::size_t> firstInvalidUtf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t length = characterLength(bytes.substr(i));
        if (length == 0) return i;
        i += length;
    }
    return std::nullopt;
}

bool isValidUtf8(std::string_view bytes) { return !firstInvalidUtf8(bytes); }

std::string quote(std::string_view bytes, std::size_t maxBytes) {
    std::string out = "'";
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t length = characterLength(bytes.substr(i));
        if (i + std::max<std::size_t>(length, 1) > maxBytes) {
            out += "…";
            break;
        }
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (length == 0 || byte < 0x20 || byte == 0x7F) {
            appendEscaped(out, byte);
            ++i;
        } else {
            out += bytes.substr(i, length);
            i += length;
        }
    }
    return out + "'";
}

std::string quotePath(const std::filesystem::path& path) {
    return quote(path.native(), std::numeric_limits<std::size_t>::max());
}

}  // namespace segmoe
