// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace segmoe::hub {

/// The parts of a pasted http(s) address, decoded. Requests are never sent to it: addresses are built from ids.
struct LinkUrl {
    std::string host;                                        ///< lower case, with its port when one is written
    std::vector<std::string> path;                           ///< segments, each percent-decoded
    std::vector<std::pair<std::string, std::string>> query;  ///< decoded, in order

    /// The first value of a key; empty when it is not there.
    std::string value(std::string_view key) const;
};

/// Throws Error{RequestInvalid} for userinfo, an empty host, broken escapes or control characters.
LinkUrl parseLinkUrl(std::string_view text);

/// %XX become bytes. Throws Error{RequestInvalid} for a broken escape.
std::string percentDecoded(std::string_view text);

}  // namespace segmoe::hub
