// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "core/hub/hf_hub.h"
#include "core/hub/upload_files.h"

namespace segmoe::hub {

/// Brings the contents of LFS files to the Hub's storage (git-lfs batch API; hub.md §5, steps 6 and 7): basic or
/// multipart, as the Hub says, then verify. The token goes to the endpoint only; what the storage asks for in headers
/// goes to its own host only. Returns the bytes that had to be sent. Throws what HfHub::ask throws, Error{BadRequest}
/// for an object the Hub refuses, Error{BadServerReply} for instructions that make no sense, Cancelled.
std::uint64_t uploadLfs(const HfHub& hub, HttpTransport& transport, const std::string& repo,
                        const std::string& revision, std::span<const UploadFile> files, const ProgressSink& progress,
                        const CancelToken& cancel);

}  // namespace segmoe::hub
