// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace segmoe::hub {

/// An absolute http or https address without a user name, taken apart by the parser that also connects (CURLU), so that
/// what is checked is what is used.
struct HttpUrl {
    std::string scheme;  ///< "https" or "http"
    std::string host;    ///< lower case; an IPv6 address in brackets
    std::string port;    ///< always there, "443" too
    std::string path;    ///< begins with '/', percent-encoded
    std::string query;   ///< without '?', may be empty

    /// Throws Error{RequestInvalid}: not absolute, another scheme, a user name, no host, over 8 KiB.
    static HttpUrl parse(std::string_view text);
    /// RFC 3986 §5: what a Location or a Link means at this address. Throws as parse().
    HttpUrl joined(std::string_view reference) const;

    /// "https://host" or "https://host:8443": scheme, host and a port that is not the usual one.
    std::string origin() const;
    /// The whole address; a fragment is never part of it.
    std::string text() const;
    bool isSecure() const { return scheme == "https"; }
    /// 127.0.0.0/8, [::1], localhost.
    bool isLoopback() const;
};

/// One segment of a path or a value of a query: everything but A–Z a–z 0–9 - . _ ~ as %NN.
std::string percentEncoded(std::string_view text);
/// A path: each segment encoded, the slashes kept.
std::string percentEncodedPath(std::string_view path);
/// "a=1&b=x%20y"; keys may repeat.
std::string queryText(const std::vector<std::pair<std::string, std::string>>& parameters);

}  // namespace segmoe::hub
