// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/address_rules.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace segmoe::hub {

namespace {

struct Block {
    std::uint32_t address;
    int bits;
};

// RFC 6890 and its successors.
constexpr Block kPrivate[] = {{0x00000000, 8},  {0x0a000000, 8},  {0x64400000, 10}, {0x7f000000, 8},
                              {0xa9fe0000, 16}, {0xac100000, 12}, {0xc0000000, 24}, {0xc0a80000, 16},
                              {0xc6120000, 15}, {0xe0000000, 4},  {0xf0000000, 4}};

bool isPrivate4(std::uint32_t address) {
    return std::ranges::any_of(kPrivate,
                               [&](const Block& block) { return (address ^ block.address) >> (32 - block.bits) == 0; });
}

bool isPrivate6(const in6_addr& address) {
    const std::uint8_t* bytes = address.s6_addr;
    const auto embedded = [&](int at) {
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i) value = value << 8 | bytes[at + i];
        return value;
    };
    if ((bytes[0] & 0xfe) == 0xfc || bytes[0] == 0xff) return true;  // unique local, multicast
    if (bytes[0] == 0xfe && (bytes[1] & 0x80) == 0x80) return true;  // link-local, site-local
    static constexpr std::uint8_t kNat64[12] = {0, 0x64, 0xff, 0x9b};
    if (std::memcmp(bytes, kNat64, sizeof kNat64) == 0) return isPrivate4(embedded(12));
    if (bytes[0] == 0x20 && bytes[1] == 0x02) return isPrivate4(embedded(2));  // 6to4
    // ::, ::1, and IPv4 as ::a.b.c.d or ::ffff:a.b.c.d
    const bool isMapped = std::all_of(bytes, bytes + 10, [](std::uint8_t byte) { return byte == 0; }) &&
                          (bytes[10] == bytes[11]) && (bytes[10] == 0 || bytes[10] == 0xff);
    return isMapped && isPrivate4(embedded(12));
}

}  // namespace

bool isPrivateAddress(const sockaddr* address) {
    if (address->sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, address, sizeof v4);
        return isPrivate4(ntohl(v4.sin_addr.s_addr));
    }
    if (address->sa_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, address, sizeof v6);
        return isPrivate6(v6.sin6_addr);
    }
    return true;
}

bool isPrivateHost(const HttpUrl& url) {
    if (url.isLoopback() || url.host.ends_with(".localhost")) return true;
    in_addr v4{};
    if (::inet_pton(AF_INET, url.host.c_str(), &v4) == 1) return isPrivate4(ntohl(v4.s_addr));
    if (!url.host.starts_with('[')) return false;
    in6_addr v6{};
    const std::string inner = url.host.substr(1, url.host.size() - 2);
    return ::inet_pton(AF_INET6, inner.c_str(), &v6) != 1 || isPrivate6(v6);
}

}  // namespace segmoe::hub
