// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/content_digest.h"

#include <array>

#include <openssl/evp.h>

#include "core/base/error.h"

namespace segmoe::hub {

struct ContentDigest::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
};

ContentDigest::ContentDigest(DigestKind kind, std::uint64_t size) : m_state(std::make_unique<State>()) {
    const EVP_MD* method = kind == DigestKind::GitSha1 ? EVP_sha1() : EVP_sha256();
    if (!m_state->context || EVP_DigestInit_ex(m_state->context, method, nullptr) != 1)
        throw Error(ErrorCode::InternalError,
                    "The crypto library offers no SHA-256 or SHA-1. Check the OpenSSL configuration of this machine.");
    if (kind != DigestKind::GitSha1) return;
    const std::string head = "blob " + std::to_string(size) + '\0';
    update(std::as_bytes(std::span(head)));
}
ContentDigest::~ContentDigest() = default;
ContentDigest::ContentDigest(ContentDigest&&) noexcept = default;
ContentDigest& ContentDigest::operator=(ContentDigest&&) noexcept = default;

void ContentDigest::update(std::span<const std::byte> bytes) {
    if (EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size()) != 1)
        throw Error(ErrorCode::InternalError,
                    "Computing a digest failed. Check the OpenSSL configuration of this machine.");
}

std::string ContentDigest::finish() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (EVP_DigestFinal_ex(m_state->context, digest.data(), &length) != 1)
        throw Error(ErrorCode::InternalError,
                    "Computing a digest failed. Check the OpenSSL configuration of this machine.");
    static constexpr char kHex[] = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < length; ++i) text += {kHex[digest[i] >> 4], kHex[digest[i] & 15]};
    return text;
}

}  // namespace segmoe::hub
