// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// The strict forms of everything that a server or a user names and that later becomes part of a path or a URL.
namespace segmoe::hub {

/// "name" or "namespace/name": 1…96 of [A-Za-z0-9_.-] each, no "--" and "..", no ".git" ending, no '-' or '.' at either
/// end.
bool isRepoId(std::string_view text);
/// 40 lower-case hex digits.
bool isCommit(std::string_view text);
/// 40 (git) or 64 (SHA-256) lower-case hex digits.
bool isEtag(std::string_view text);
/// A branch, tag, pull request ("refs/pr/1") or commit, by git's rules for references as far as they matter to paths.
bool isRevision(std::string_view text);

}  // namespace segmoe::hub
