// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace segmoe::hub {

/// An address for messages, logs and state files: user name gone, and every value of its query that is a secret (token,
/// signature, policy, expiry, x-amz-…) replaced by "…". Understands anything, valid or not, in linear time.
std::string redactedUrl(std::string_view url);

/// Free text from servers and libraries for the same places: the rest of the line after Authorization: or Cookie:,
/// bearer tokens, hf_… tokens and secret values of queries replaced by "…". Linear time.
std::string redactedText(std::string_view text);

}  // namespace segmoe::hub
