// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/hub/http_url.h"

struct sockaddr;

namespace segmoe::hub {

/// An address that a server on the internet has no business with: loopback, private, shared, link-local, unique local,
/// multicast, unspecified, or an IPv4 one of these inside IPv6. What is neither IPv4 nor IPv6 is private too.
bool isPrivateAddress(const sockaddr* address);

/// The same for the host of an address as it is written: an IP literal or localhost. Names are not resolved.
bool isPrivateHost(const HttpUrl& url);

}  // namespace segmoe::hub
