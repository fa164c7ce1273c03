// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/message_digest.h"

#include <array>

#include <openssl/evp.h>

#include "core/base/error.h"

namespace segmoe {

struct MessageDigest::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
};

MessageDigest::MessageDigest(Method method) : m_state(std::make_unique<State>()) {
    const EVP_MD* evp = method == Method::Sha1 ? EVP_sha1() : EVP_sha256();
    if (!m_state->context || EVP_DigestInit_ex(m_state->context, evp, nullptr) != 1)
        throw Error(ErrorCode::InternalError,
                    "The crypto library offers no SHA-256 or SHA-1. Check the OpenSSL configuration of this machine.");
}
MessageDigest::~MessageDigest() = default;
MessageDigest::MessageDigest(MessageDigest&&) noexcept = default;
MessageDigest& MessageDigest::operator=(MessageDigest&&) noexcept = default;

void MessageDigest::update(std::span<const std::byte> bytes) {
    if (EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size()) != 1)
        throw Error(ErrorCode::InternalError,
                    "Computing a digest failed. Check the OpenSSL configuration of this machine.");
}

std::string MessageDigest::finish() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (EVP_DigestFinal_ex(m_state->context, digest.data(), &length) != 1)
        throw Error(ErrorCode::InternalError,
                    "Computing a digest failed. Check the OpenSSL configuration of this machine.");
    static constexpr char kHex[] = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        text += kHex[digest[i] >> 4];
        text += kHex[digest[i] & 15];
    }
    return text;
}

}  // namespace segmoe
