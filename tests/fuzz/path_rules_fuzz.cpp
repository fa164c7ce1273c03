// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "core/hub/path_rules.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

/// Names of files as repositories, pages and Content-Disposition lines give them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(fuzz::asText(data, size));
    if (hub::pathFault(text).empty()) {
        const std::string joined = (std::filesystem::path("/root-folder") / text).lexically_normal().string();
        fuzz::require(joined.starts_with("/root-folder/"), "an accepted path stays inside");
        fuzz::require(text.find_first_of("\\:") == std::string::npos, "an accepted path stays inside on Windows too");
    }
    const std::string name = hub::sanitisedFileName(text, ".safetensors");
    fuzz::require(hub::pathFault(name).empty() && name.find('/') == std::string::npos, "a made name is harmless");
    fuzz::require(name.size() <= 120 && name.ends_with(".safetensors"), "a made name has its suffix");
    const std::vector<std::string> twins{text, text + "/x"};
    (void)hub::caseTwin(twins);
    return 0;
}
