// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/content_digest.h"

namespace segmoe::hub {

ContentDigest::ContentDigest(DigestKind kind, std::uint64_t size)
    : MessageDigest(kind == DigestKind::GitSha1 ? Method::Sha1 : Method::Sha256) {
    if (kind != DigestKind::GitSha1) return;
    const std::string head = "blob " + std::to_string(size) + '\0';
    update(std::as_bytes(std::span(head)));
}

}  // namespace segmoe::hub
