// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/credential.h"

#include <algorithm>
#include <utility>

#include <openssl/crypto.h>

#include "core/base/error.h"
#include "core/hub/http_headers.h"

namespace segmoe::hub {

namespace {

constexpr std::size_t kMaxTokenBytes = 4096;

}  // namespace

struct Credential::Secret {
    std::string token;
    ~Secret() { OPENSSL_cleanse(token.data(), token.size()); }
};

Credential::Credential(std::string token, std::vector<std::string> origins) : m_origins(std::move(origins)) {
    const std::string_view trimmed = trimmedBlanks(token);
    const bool isPrintable = std::ranges::all_of(trimmed, [](char c) { return c >= 0x21 && c <= 0x7e; });
    if (!isPrintable || trimmed.size() > kMaxTokenBytes) {
        OPENSSL_cleanse(token.data(), token.size());
        throw Error(ErrorCode::TokenInvalid,
                    "The access token holds blanks or characters that no token has. Copy it again from your account.");
    }
    if (!trimmed.empty()) {
        auto secret = std::make_shared<Secret>();
        secret->token = trimmed;
        m_secret = std::move(secret);
    }
    OPENSSL_cleanse(token.data(), token.size());
}

bool Credential::belongsTo(std::string_view origin) const {
    return m_secret && std::ranges::find(m_origins, origin) != m_origins.end();
}

std::string Credential::authorizationHeader(std::string_view origin) const {
    return belongsTo(origin) ? "Bearer " + m_secret->token : std::string();
}

}  // namespace segmoe::hub
