// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "core/hub/http_url.h"

namespace segmoe::hub {

/// How the program reaches the network. Empty texts leave the choice to the environment and the system.
struct NetworkSettings {
    std::string endpoint = "https://huggingface.co";  ///< origin of the hub; http on loopback only
    std::string proxy;      ///< "http://host:port", "socks5://…"; empty = the usual proxy variables
    bool isDirect = false;  ///< no proxy, not even one of the variables
    std::string caFile;     ///< PEM bundle; empty = SSL_CERT_FILE, CURL_CA_BUNDLE, the system's
    bool isOffline = false;
    std::optional<std::chrono::milliseconds> etagTimeout;      ///< to the first byte of HEAD and JSON
    std::optional<std::chrono::milliseconds> downloadTimeout;  ///< a stall of a download

    /// HF_ENDPOINT, HF_HUB_OFFLINE, TRANSFORMERS_OFFLINE, HF_HUB_ETAG_TIMEOUT, HF_HUB_DOWNLOAD_TIMEOUT; an empty value
    /// counts as none. Throws Error{RequestInvalid} for an endpoint that checkedEndpoint() refuses.
    static NetworkSettings fromEnvironment();

    /// Whether addresses of this machine and of local networks may be reached: the endpoint itself is on loopback.
    bool allowsPrivateAddresses() const;
};

/// An origin without path that may be a hub: https, or http on loopback. A slash at the end is forgiven. Throws
/// Error{RequestInvalid}.
std::string checkedEndpoint(const std::string& text);

/// "scheme://host:port" of a proxy: http, https, socks4, socks4a, socks5 or socks5h. Throws Error{RequestInvalid}, also
/// for one with a user name: settings are no place for passwords, the proxy variables are.
std::string checkedProxy(const std::string& text);

/// Value of a variable; nothing when it is not set or empty.
std::optional<std::string> environmentValue(const char* name);

}  // namespace segmoe::hub
