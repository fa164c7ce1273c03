// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/hub/http_url.h"

namespace segmoe::hub {

/// The proxy for an address: the setting, else https_proxy, HTTPS_PROXY, all_proxy, ALL_PROXY for https and http_proxy
/// (lower case alone: HTTP_PROXY can be set by whoever calls a CGI program), all_proxy, ALL_PROXY for http. Empty =
/// direct, which is what no_proxy or NO_PROXY may ask for, and loopback always gets. libcurl would read the same names;
/// we do so that a failure can be laid on the proxy, and the peer's address checked when there is none.
std::string proxyFor(const HttpUrl& url, const std::string& setting);

/// Whether a no_proxy list ("host, .domain, 10.0.0.1, *") covers a host: itself or a domain above it.
bool isCoveredByNoProxy(std::string_view host, std::string_view list);

}  // namespace segmoe::hub
