// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/hub/http_headers.h"

namespace segmoe::hub {

/// Looks at what has arrived for a name that ends in .safetensors, whatever it is called on disk so far: it must begin
/// as such a file does. Throws Error{PickleRefused, FormatUnsupported, SafetensorsInvalid}.
void checkModelFormat(const std::filesystem::path& file, const std::string& name);

/// Looks at what the server calls the file that it is about to send: where a name that ends in .safetensors was asked
/// for, a pickle or an archive is not worth its gigabytes. Throws Error{PickleRefused}. Any other name is a hint that
/// tells nothing: the bytes decide.
void checkOfferedName(const HttpHeaders& head, const std::string& name);

}  // namespace segmoe::hub
