// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/base/error.h"
#include "core/hub/http_url.h"

namespace segmoe::hub {

/// What is known when a transfer has failed.
struct CurlFailure {
    int code = 0;           ///< CURLcode
    int connectStatus = 0;  ///< of the proxy's answer to CONNECT, 0 = none
    std::string proxy;      ///< in force for this address; empty = direct
    std::string reason;     ///< libcurl's own words
};

/// The sentence and code of hub.md §2.8 for a failed transfer.
Error transferError(const CurlFailure& failure, const std::string& method, const HttpUrl& url);

/// "The proxy … refused or failed."
Error proxyError(const std::string& proxy, const std::string& detail);

}  // namespace segmoe::hub
