// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "core/hub/file_source.h"

namespace segmoe::hub {

/// The digest a source names a file by, taken while its bytes pass. Of a source that names none, SHA-256, so that the
/// file can be asked for by it afterwards.
class ContentDigest {
public:
    /// git-sha1 begins with the size of the whole, so it has to be known.
    ContentDigest(DigestKind kind, std::uint64_t size);
    ~ContentDigest();
    ContentDigest(ContentDigest&&) noexcept;
    ContentDigest& operator=(ContentDigest&&) noexcept;

    void update(std::span<const std::byte> bytes);
    /// Lower-case hex. Call once.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace segmoe::hub
