// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

struct ssl_ctx_st;

namespace segmoe::standin {

/// An authority made for this run and the certificates it signs. Nothing is stored but the authority's own certificate,
/// for clients to trust.
class Authority {
public:
    Authority();
    ~Authority();
    Authority(const Authority&) = delete;
    Authority& operator=(const Authority&) = delete;

    /// Writes the authority's certificate as PEM.
    void writeTo(const std::filesystem::path& file) const;

    enum class Kind { Good, Expired, OtherHost };
    /// A server context with a fresh key and a certificate for 127.0.0.1 and localhost, or one that is wrong.
    std::shared_ptr<ssl_ctx_st> serverContext(Kind kind = Kind::Good) const;
    /// The same, but it speaks TLS 1.0 alone.
    std::shared_ptr<ssl_ctx_st> oldContext() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace segmoe::standin
