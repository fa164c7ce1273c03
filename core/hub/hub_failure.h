// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/base/error.h"
#include "core/hub/http.h"

namespace segmoe::hub {

/// What a request was about, for the sentence of its refusal.
struct RequestTopic {
    std::string repo;      ///< "owner/name", or the model's name on CivitAI; empty = none
    std::string revision;  ///< empty = main
    std::string path;      ///< of a file
    bool wantsWrite = false;
    std::string tokenName;  ///< where the token came from: "HF_TOKEN", a file; empty = no token was sent
};

/// What an answer of the Hugging Face Hub that is no success means (hub.md §2.8), in this order: X-Error-Code,
/// X-Error-Message, status, body. The detail has method, address without secrets, status, request id and the server's
/// own words, cut.
Error hfFailure(const HttpResponse& answer, const RequestTopic& topic);

/// The same of CivitAI: login needed, downloads off, early access, archived, gone…
Error civitaiFailure(const HttpResponse& answer, const RequestTopic& topic);

/// The server's words in an error answer: "error", "message", "error_description" or "errors[].message" of a JSON
/// object, else nothing; without secrets and control characters, at most 300 bytes.
std::string serverText(const HttpResponse& answer);

}  // namespace segmoe::hub
