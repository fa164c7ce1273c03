// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/base/message_digest.h"
#include "core/hub/file_source.h"

namespace segmoe::hub {

/// The digest a source names a file by, taken while its bytes pass. Of a source that names none, SHA-256, so that the
/// file can be asked for by it afterwards.
class ContentDigest : public MessageDigest {
public:
    /// git-sha1 begins with the size of the whole, so it has to be known.
    ContentDigest(DigestKind kind, std::uint64_t size);
};

}  // namespace segmoe::hub
