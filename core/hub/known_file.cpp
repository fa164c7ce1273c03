// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/known_file.h"

#include <system_error>

#include "core/base/error.h"
#include "core/base/hashing.h"
#include "core/base/log.h"
#include "core/base/utf8.h"

namespace segmoe::hub {

namespace fs = std::filesystem;

std::optional<fs::path> verifiedFile(const std::vector<fs::path>& files, const std::string& sha256,
                                     const ProgressSink& progress, const CancelToken& cancel) {
    for (const fs::path& file : files) {
        try {
            if (fileDigests(file, cancel, progress).sha256 == sha256) return file;
            logMessage(LogLevel::Info, quotePath(file) + " is not what it was known as.");
        } catch (const Error& error) {
            logMessage(LogLevel::Info, error.what());
        }
    }
    return std::nullopt;
}

bool giveSecondName(const fs::path& file, const fs::path& name) {
    std::error_code failed;
    const fs::path real = fs::canonical(file, failed);
    if (failed) return false;
    fs::create_hard_link(real, name, failed);
    return !failed;
}

}  // namespace segmoe::hub
