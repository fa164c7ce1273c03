// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace segmoe::hub {

/// Looks at what has arrived for a name that ends in .safetensors, whatever it is called on disk so far: it must begin
/// as such a file does. Throws Error{PickleRefused, FormatUnsupported, SafetensorsInvalid}.
void checkModelFormat(const std::filesystem::path& file, const std::string& name);

}  // namespace segmoe::hub
