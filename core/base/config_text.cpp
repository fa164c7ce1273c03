// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/config_text.h"

#include <fstream>
#include <iterator>

#include "core/base/error.h"

namespace segmoe {

std::string readConfigText(const std::filesystem::path& file) {
    constexpr std::uintmax_t kLargest = 1 << 20;
    std::error_code failed;
    const std::uintmax_t size = std::filesystem::file_size(file, failed);
    if (failed)
        throw Error(ErrorCode::FileMissing,
                    "The file " + file.string() + " is missing. Fetch the whole model folder again.");
    if (size > kLargest)
        throw Error(ErrorCode::ConfigInvalid, file.string() + " is too large for a configuration file.");
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (in.bad() || text.size() != size)
        throw Error(ErrorCode::LocalIo, file.string() + " cannot be read to its end. Check the disk and its rights.");
    return text;
}

}  // namespace segmoe
