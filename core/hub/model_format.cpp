// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/model_format.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/base/error.h"
#include "core/base/file_suffix.h"
#include "core/base/mapped_file.h"
#include "core/base/utf8.h"
#include "core/hub/content_disposition.h"
#include "core/weights/file_magic.h"

namespace segmoe::hub {

void checkModelFormat(const std::filesystem::path& file, const std::string& name) {
    if (!name.ends_with(".safetensors")) return;
    const auto bytes = MappedFile::open(file);
    std::array<std::byte, 9> start{};
    std::uint64_t header = 0;
    if (bytes->size() >= start.size()) {
        bytes->read(0, start);
        for (std::size_t i = 8; i-- > 0;) header = header << 8 | std::to_integer<std::uint64_t>(start[i]);
    }
    const bool isPlausible = header >= 2 && header <= bytes->size() - 8 && start[8] == std::byte{'{'};
    if (isPlausible) return;
    refuseForeignFormat(*bytes);
    throw Error(ErrorCode::SafetensorsInvalid,
                "The source calls " + quote(name) +
                    " safetensors, but the file is something else and was not kept. Choose another file.");
}

void checkOfferedName(const HttpHeaders& head, const std::string& name) {
    if (!name.ends_with(".safetensors")) return;
    const auto offered = dispositionFileName(head.first("Content-Disposition").value_or(""));
    static constexpr std::array kPickled = {".ckpt", ".pt", ".pth", ".bin", ".pkl", ".pickle",
                                            ".zip",  ".7z", ".rar", ".tar", ".tgz", ".gz"};
    if (!offered || std::ranges::find(kPickled, lowerSuffix(*offered)) == kPickled.end()) return;
    throw Error(
        ErrorCode::PickleRefused,
        "The server offers " + quote(*offered) + " where " + quote(name) +
            " was asked for, and such files can run code when opened. It was not fetched; choose another file.");
}

}  // namespace segmoe::hub
