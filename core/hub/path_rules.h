// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace segmoe::hub {

/// Why a path that came from outside may not be used below a folder; empty when it may. Forward slashes part its
/// segments. The rules of POSIX and Windows hold together on every system: no empty segment, `.`, `..`, backslash,
/// colon, NUL or control character, leading slash, trailing dot or space, device name (CON, NUL, COM1… also with an
/// extension), nothing longer than 255 bytes in a segment or 1024 in all, valid UTF-8. Accepted means that the joined
/// path stays inside the folder.
std::string pathFault(std::string_view path);

/// Throws Error{NameRefused} that names `source` (a repository, a page) and what is wrong with the path.
void requireSafePath(std::string_view path, const std::string& source);

/// The first path that differs from an earlier one in case only, so that both would be one file on some disks; empty
/// when there is none. Full Unicode case folding.
std::string caseTwin(std::span<const std::string> paths);

/// Whether anything of the name would be left by sanitisedFileName().
bool hasPlainStem(std::string_view name);

/// A file name made of `name` by keeping [A-Za-z0-9._ ()-] and at most 100 bytes of the stem, with `suffix`
/// (".safetensors") in place of whatever suffix it had. Never empty: "model" stands for a stem of which nothing is
/// left.
std::string sanitisedFileName(std::string_view name, std::string_view suffix);

}  // namespace segmoe::hub
