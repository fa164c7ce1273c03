// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace segmoe {

/// A digest of bytes that come in pieces. Throws Error{InternalError} where the crypto library has no such method.
class MessageDigest {
public:
    enum class Method { Sha1, Sha256 };

    explicit MessageDigest(Method method);
    ~MessageDigest();
    MessageDigest(MessageDigest&&) noexcept;
    MessageDigest& operator=(MessageDigest&&) noexcept;

    void update(std::span<const std::byte> bytes);
    /// Lower-case hex digits, 40 or 64. Ends the digest: call once.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace segmoe
