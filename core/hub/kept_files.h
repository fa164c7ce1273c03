// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace segmoe::hub {

/// Bytes from the network in a folder of this program's own, found again by a text: answers and pictures. Losing it
/// costs nothing but time: writing fails silently. Readable by its owner alone. Thread-safe; other programs may delete.
class KeptFiles {
public:
    /// Beyond `limitBytes` the files that were written or touched longest ago go.
    KeptFiles(std::filesystem::path folder, std::uint64_t limitBytes);

    struct Kept {
        std::string bytes;
        std::chrono::system_clock::time_point since;
    };
    /// Nothing when it is not there or older than `oldest`.
    std::optional<Kept> find(const std::string& key, std::chrono::hours oldest) const;
    /// The file itself, which counts as used now.
    std::optional<std::filesystem::path> touch(const std::string& key);
    /// Returns the file; nothing when it could not be written.
    std::optional<std::filesystem::path> keep(const std::string& key, std::string_view bytes);

private:
    std::filesystem::path fileOf(const std::string& key) const;
    void trim();

    std::filesystem::path m_folder;
    std::uint64_t m_limitBytes;
    std::mutex m_mutex;
    std::uint64_t m_untrimmed;  ///< bytes written since the folder was last looked through; guarded by m_mutex
};

}  // namespace segmoe::hub
