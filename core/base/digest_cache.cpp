// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/digest_cache.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/base/log.h"
#include "core/base/utf8.h"

namespace segmoe {

namespace {

using nlohmann::json;

constexpr int kVersion = 1;
constexpr std::size_t kMaxFileBytes = 16 * 1024 * 1024;

std::string textAt(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

template <class Number>
std::optional<Number> numberAt(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_integer()) return std::nullopt;
    return found->get<Number>();
}

}  // namespace

DigestCache::DigestCache(std::filesystem::path file) : m_file(std::move(file)) {}

std::optional<DigestCache::Entry> DigestCache::describe(const std::filesystem::path& path) {
    std::error_code failed;
    const std::filesystem::path canonical = std::filesystem::canonical(path, failed);
    struct stat facts {};
    if (failed || ::stat(canonical.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
    Entry entry;
    entry.path = canonical.string();
    entry.inode = facts.st_ino;
    entry.size = static_cast<std::uint64_t>(facts.st_size);
    entry.changed = static_cast<std::int64_t>(facts.st_mtim.tv_sec) * 1'000'000'000 + facts.st_mtim.tv_nsec;
    return entry;
}

std::optional<FileDigests> DigestCache::find(const std::filesystem::path& path) {
    const std::optional<Entry> now = describe(path);
    if (!now) return std::nullopt;
    if (!m_entries) m_entries = read();
    for (const Entry& entry : *m_entries)
        if (entry.path == now->path && entry.inode == now->inode && entry.size == now->size &&
            entry.changed == now->changed)
            return entry.digests;
    return std::nullopt;
}

FileDigests DigestCache::compute(const std::filesystem::path& path, const CancelToken& cancel,
                                 const ProgressSink& progress) {
    if (const auto known = find(path)) return *known;
    std::optional<Entry> entry = describe(path);  // before reading: a later change must not go unnoticed
    const FileDigests digests = fileDigests(path, cancel, progress);
    if (entry && isValidUtf8(entry->path)) {
        entry->digests = digests;
        remember(std::move(*entry));
    }
    return digests;
}

void DigestCache::note(const std::filesystem::path& path, const FileDigests& digests) {
    std::optional<Entry> entry = describe(path);
    if (!entry || !isValidUtf8(entry->path)) return;
    entry->digests = digests;
    remember(std::move(*entry));
}

std::string DigestCache::dataDigestOf(const std::string& sha256) {
    if (!m_entries) m_entries = read();
    const auto found = std::ranges::find_if(*m_entries, [&](const Entry& e) { return e.digests.sha256 == sha256; });
    return found == m_entries->end() ? std::string() : found->digests.data;
}

void DigestCache::remember(Entry entry) {
    std::vector<Entry> entries = read();  // another program may have added to it
    std::erase_if(entries, [&](const Entry& other) { return other.path == entry.path; });
    entries.push_back(std::move(entry));
    if (entries.size() > kMaxEntries)
        entries.erase(entries.begin(), entries.end() - static_cast<std::ptrdiff_t>(kMaxEntries));
    m_entries = std::move(entries);
    write();
}

std::vector<DigestCache::Entry> DigestCache::read() const {
    std::vector<Entry> entries;
    std::error_code ignored;
    if (!std::filesystem::exists(m_file, ignored)) return entries;
    try {
        const json document = readJsonFile(m_file, {.maxBytes = kMaxFileBytes});
        if (!document.is_object() || numberAt<int>(document, "version") != kVersion) return entries;
        for (const json& object : document.value("files", json::array())) {
            if (!object.is_object()) continue;
            const auto inode = numberAt<std::uint64_t>(object, "inode");
            const auto size = numberAt<std::uint64_t>(object, "size");
            const auto changed = numberAt<std::int64_t>(object, "mtime_ns");
            FileDigests digests{textAt(object, "sha256"), textAt(object, "data_sha256")};
            const bool plausible = isSha256(digests.sha256) && (digests.data.empty() || isSha256(digests.data));
            if (inode && size && changed && plausible)
                entries.push_back({textAt(object, "path"), *inode, *size, *changed, std::move(digests)});
        }
    } catch (const Error& error) {
        logMessage(LogLevel::Warning, std::string("The remembered digests are lost: ") + error.what());
        entries.clear();
    }
    return entries;
}

void DigestCache::write() const {
    json files = json::array();
    for (const Entry& entry : *m_entries)
        files.push_back({{"path", entry.path},
                         {"inode", entry.inode},
                         {"size", entry.size},
                         {"mtime_ns", entry.changed},
                         {"sha256", entry.digests.sha256},
                         {"data_sha256", entry.digests.data}});
    try {
        std::error_code ignored;
        std::filesystem::create_directories(m_file.parent_path(), ignored);
        writeFileAtomically(m_file, json{{"version", kVersion}, {"files", std::move(files)}}.dump(0) + "\n");
    } catch (const Error& error) {
        logMessage(LogLevel::Warning, std::string("Digests could not be remembered: ") + error.what());
    }
}

}  // namespace segmoe
