// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/kept_files.h"

#include <algorithm>
#include <span>
#include <system_error>
#include <vector>

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/message_digest.h"
#include "core/hub/small_file.h"

namespace segmoe::hub {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestKept = 64 * 1024 * 1024;
constexpr const char* kSuffix = ".kept";

std::string nameOf(const std::string& key) {
    MessageDigest digest(MessageDigest::Method::Sha256);
    digest.update(std::as_bytes(std::span(key)));
    return digest.finish();
}

std::chrono::system_clock::time_point wallTime(fs::file_time_type time) {
    return std::chrono::time_point_cast<std::chrono::system_clock::duration>(std::chrono::file_clock::to_sys(time));
}

}  // namespace

KeptFiles::KeptFiles(fs::path folder, std::uint64_t limitBytes)
    : m_folder(std::move(folder)), m_limitBytes(limitBytes), m_untrimmed(limitBytes) {}

fs::path KeptFiles::fileOf(const std::string& key) const { return m_folder / (nameOf(key) + kSuffix); }

std::optional<KeptFiles::Kept> KeptFiles::find(const std::string& key, std::chrono::hours oldest) const {
    const fs::path file = fileOf(key);
    std::error_code failed;
    const auto written = fs::last_write_time(file, failed);
    if (failed) return std::nullopt;
    const auto since = wallTime(written);
    if (std::chrono::system_clock::now() - since > oldest) return std::nullopt;
    auto bytes = readSmallFile(file, kLargestKept);
    return bytes ? std::optional(Kept{std::move(*bytes), since}) : std::nullopt;
}

std::optional<fs::path> KeptFiles::touch(const std::string& key) {
    const fs::path file = fileOf(key);
    std::error_code failed;
    if (!fs::is_regular_file(file, failed)) return std::nullopt;
    fs::last_write_time(file, fs::file_time_type::clock::now(), failed);
    return file;
}

std::optional<fs::path> KeptFiles::keep(const std::string& key, std::string_view bytes) {
    const fs::path file = fileOf(key);
    try {
        replaceSmallFile(file, m_folder, bytes, Privacy::OwnerOnly);
    } catch (const Error& error) {
        logMessage(LogLevel::Info, std::string("A copy could not be kept: ") + error.what());
        return std::nullopt;
    }
    const std::lock_guard lock(m_mutex);
    m_untrimmed += bytes.size();
    if (m_untrimmed > m_limitBytes / 16) trim();
    return file;
}

void KeptFiles::trim() {
    struct Entry {
        fs::path file;
        std::uint64_t bytes;
        fs::file_time_type time;
    };
    m_untrimmed = 0;
    std::vector<Entry> entries;
    std::uint64_t sum = 0;
    std::error_code failed;
    for (const auto& found : fs::directory_iterator(m_folder, failed)) {
        std::error_code gone;
        if (found.path().extension() != kSuffix || !found.is_regular_file(gone)) continue;
        const std::uint64_t bytes = found.file_size(gone);
        const auto time = gone ? fs::file_time_type() : found.last_write_time(gone);
        if (gone) continue;
        entries.push_back({found.path(), bytes, time});
        sum += bytes;
    }
    std::ranges::sort(entries, {}, &Entry::time);
    for (const Entry& entry : entries) {
        if (sum <= m_limitBytes) return;
        fs::remove(entry.file, failed);
        sum -= entry.bytes;
    }
}

}  // namespace segmoe::hub
