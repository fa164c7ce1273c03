// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/partial_file.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <ctime>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/hub/disk_error.h"
#include "core/hub/sidecar.h"

namespace segmoe::hub {

namespace {

constexpr std::string_view kPartialEnd = ".incomplete";
constexpr std::string_view kSidecarEnd = ".json.incomplete";
constexpr std::size_t kHexDigits = 8;
constexpr std::uint64_t kDurableBytes = 64 * 1024 * 1024;
constexpr double kDurableSeconds = 10.0;

double steadySeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::filesystem::path folderOf(const std::filesystem::path& target) {
    return target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
}

/// "<target>.<8 hex>.json.incomplete" of the folder.
std::vector<std::filesystem::path> sidecarsOf(const std::filesystem::path& target) {
    std::vector<std::filesystem::path> found;
    const std::string start = target.filename().string() + ".";
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folderOf(target), ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.size() == start.size() + kHexDigits + kSidecarEnd.size() && name.starts_with(start) &&
            name.ends_with(kSidecarEnd))
            found.push_back(entry.path());
    }
    std::ranges::sort(found);
    return found;
}

std::filesystem::path partialOf(const std::filesystem::path& sidecar) {
    const std::string name = sidecar.string();
    return name.substr(0, name.size() - kSidecarEnd.size()) + std::string(kPartialEnd);
}

/// A description whose bytes may be gone on with: of this content, and nobody else's.
std::optional<Sidecar> usable(const std::filesystem::path& file, const ExpectedContent& content) {
    auto sidecar = Sidecar::readFrom(file);
    if (!sidecar || sidecar->content != content) return std::nullopt;
    const bool isOurs = sidecar->owner == ProcessMark::ofThisProcess();
    return sidecar->owner.isAlive() && !isOurs ? std::nullopt : sidecar;
}

/// A regular file without another name, locked for us; -1 for anything else.
int openLocked(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    struct stat status {};
    const bool isGood = descriptor >= 0 && ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
                        status.st_nlink == 1 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    if (!isGood && descriptor >= 0) ::close(descriptor);
    return isGood ? descriptor : -1;
}

bool isGone(const std::filesystem::path& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) != 0;
}

/// What processes were writing beside their sidecars: "<target>.<8 hex>.json.<8 hex>.incomplete".
std::vector<std::filesystem::path> unfinishedSidecarsOf(const std::filesystem::path& target) {
    constexpr std::string_view kMiddle = ".json.";
    std::vector<std::filesystem::path> found;
    const std::string start = target.filename().string() + ".";
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folderOf(target), ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.size() == start.size() + kHexDigits + kMiddle.size() + kHexDigits + kPartialEnd.size() &&
            name.starts_with(start) && name.substr(start.size() + kHexDigits).starts_with(kMiddle) &&
            name.ends_with(kPartialEnd))
            found.push_back(entry.path());
    }
    return found;
}

/// Whether nobody is writing it any more: its owner is gone, or it has said nothing for long.
bool isAbandoned(const std::filesystem::path& file) {
    constexpr std::time_t kLong = 60;
    if (const auto described = Sidecar::readFrom(file)) return !described->owner.isAlive();
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0 && std::time(nullptr) - status.st_mtime > kLong;
}

}  // namespace

PartialFile::PartialFile(std::filesystem::path target, FileSource source, ExpectedContent content)
    : m_target(std::move(target)), m_source(std::move(source)), m_content(std::move(content)) {}

PartialFile::PartialFile(PartialFile&& other) noexcept
    : m_target(std::move(other.m_target)),
      m_path(std::move(other.m_path)),
      m_sidecar(std::move(other.m_sidecar)),
      m_source(std::move(other.m_source)),
      m_content(std::move(other.m_content)),
      m_storageEtag(std::move(other.m_storageEtag)),
      m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_length(other.m_length),
      m_durable(other.m_durable),
      m_durableAt(other.m_durableAt) {}

PartialFile::~PartialFile() {
    if (m_descriptor < 0) return;
    try {
        if (m_length == 0 && m_storageEtag.empty()) {
            remove();
            return;
        }
        writeSidecar(false);
    } catch (const Error& error) {
        logMessage(LogLevel::Warning, error.what());  // the next owner finds an owner that is gone
    }
    if (m_descriptor >= 0) ::close(m_descriptor);
}

void PartialFile::fail(int number) const { throwDiskError(m_path, number); }

PartialFile PartialFile::open(const std::filesystem::path& target, const FileSource& source,
                              const ExpectedContent& content) {
    for (const auto& file : unfinishedSidecarsOf(target))
        if (isAbandoned(file)) ::unlink(file.c_str());
    for (const auto& sidecar : sidecarsOf(target))
        if (auto adopted = adopt(sidecar, target, source, content)) return std::move(*adopted);
    PartialFile partial(target, source, content);
    partial.create();
    return partial;
}

std::uint64_t PartialFile::lengthOfLeftover(const std::filesystem::path& target, const ExpectedContent& content) {
    for (const auto& sidecar : sidecarsOf(target)) {
        struct stat status {};
        if (usable(sidecar, content) && ::lstat(partialOf(sidecar).c_str(), &status) == 0 && S_ISREG(status.st_mode))
            return static_cast<std::uint64_t>(status.st_size);
    }
    return 0;
}

void PartialFile::removeLeftovers(const std::filesystem::path& target) {
    for (const auto& file : sidecarsOf(target)) {
        const auto sidecar = Sidecar::readFrom(file);
        if (!sidecar || !usable(file, sidecar->content)) continue;
        const int descriptor = openLocked(partialOf(file));
        if (descriptor >= 0) ::unlink(partialOf(file).c_str());
        // Killed between the last two steps of publish(), an owner leaves its description alone.
        if (descriptor >= 0 || isGone(partialOf(file))) ::unlink(file.c_str());
        if (descriptor >= 0) ::close(descriptor);
    }
}

std::optional<PartialFile> PartialFile::adopt(const std::filesystem::path& sidecar, const std::filesystem::path& target,
                                              const FileSource& source, const ExpectedContent& content) {
    const auto described = usable(sidecar, content);
    if (!described) return std::nullopt;
    const std::filesystem::path old = partialOf(sidecar);
    const int descriptor = openLocked(old);
    if (descriptor < 0) {
        if (isGone(old)) ::unlink(sidecar.c_str());
        return std::nullopt;
    }
    struct stat status {};
    ::fstat(descriptor, &status);
    auto length = static_cast<std::uint64_t>(status.st_size);
    // After a crash of the machine only what was made durable is what was written.
    if (described->owner.bootId != ProcessMark::ofThisProcess().bootId) length = std::min(length, described->durable);
    if (content.size && length > *content.size) length = 0;
    PartialFile partial(target, source, content);
    const std::string stem = target.string() + "." + randomHex8();
    partial.m_path = stem + std::string(kPartialEnd);
    partial.m_sidecar = stem + std::string(kSidecarEnd);
    partial.m_storageEtag = described->storageEtag;
    partial.m_length = length;
    partial.m_durable = std::min(length, described->durable);
    partial.m_durableAt = steadySeconds();
    try {
        // Described first: bytes without a description would be nobody's.
        partial.writeSidecar(true);
    } catch (const Error&) {
        ::close(descriptor);
        throw;
    }
    // Only one can win the rename, even where locks have no effect.
    if (::rename(old.c_str(), partial.m_path.c_str()) != 0) {
        ::unlink(partial.m_sidecar.c_str());
        ::close(descriptor);
        return std::nullopt;
    }
    partial.m_descriptor = descriptor;
    if (::ftruncate(descriptor, static_cast<off_t>(length)) != 0) partial.fail(errno);
    ::unlink(sidecar.c_str());
    const std::string beside = sidecar.string().substr(0, sidecar.string().size() - kPartialEnd.size() + 1);
    for (const auto& file : unfinishedSidecarsOf(target))
        if (file.string().starts_with(beside)) ::unlink(file.c_str());
    return partial;
}

void PartialFile::create() {
    int number = EEXIST;
    for (int attempt = 0; attempt < 100 && number == EEXIST; ++attempt) {
        const std::string stem = m_target.string() + "." + randomHex8();
        m_path = stem + std::string(kPartialEnd);
        m_sidecar = stem + std::string(kSidecarEnd);
        if (!isGone(m_path)) continue;
        writeSidecar(true);  // described first, as above
        m_descriptor = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
        number = m_descriptor < 0 ? errno : 0;
        if (number != 0) ::unlink(m_sidecar.c_str());
    }
    if (m_descriptor < 0) fail(number);
    ::flock(m_descriptor,
            LOCK_EX | LOCK_NB);  // without effect on some network file systems, which is why names are random
    m_durableAt = steadySeconds();
}

void PartialFile::writeSidecar(bool isOwned) const {
    ProcessMark owner = ProcessMark::ofThisProcess();
    if (!isOwned) owner.pid = 0;
    Sidecar{m_source, m_content, m_storageEtag, m_durable, owner}.writeTo(m_sidecar);
}

void PartialFile::reserve(std::uint64_t size) {
    if (size <= m_length) return;
    const int code = ::fallocate(m_descriptor, FALLOC_FL_KEEP_SIZE, static_cast<off_t>(m_length),
                                 static_cast<off_t>(size - m_length));
    if (code != 0 && (errno == ENOSPC || errno == EFBIG || errno == EDQUOT)) fail(errno);
}

void PartialFile::append(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t done = ::pwrite(m_descriptor, bytes.data(), bytes.size(), static_cast<off_t>(m_length));
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) fail(errno);
        m_length += static_cast<std::uint64_t>(done);
        bytes = bytes.subspan(static_cast<std::size_t>(done));
    }
    if (m_length - m_durable >= kDurableBytes || steadySeconds() - m_durableAt >= kDurableSeconds) makeDurable();
}

void PartialFile::makeDurable() {
    if (::fdatasync(m_descriptor) != 0) fail(errno);
    m_durable = m_length;
    m_durableAt = steadySeconds();
    writeSidecar(true);
}

void PartialFile::read(std::uint64_t offset, std::span<std::byte> into) const {
    while (!into.empty()) {
        const ssize_t done = ::pread(m_descriptor, into.data(), into.size(), static_cast<off_t>(offset));
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) fail(done < 0 ? errno : EIO);
        offset += static_cast<std::uint64_t>(done);
        into = into.subspan(static_cast<std::size_t>(done));
    }
}

void PartialFile::clear() {
    if (::ftruncate(m_descriptor, 0) != 0) fail(errno);
    m_length = m_durable = 0;
    m_storageEtag.clear();
    writeSidecar(true);
}

bool PartialFile::publish() {
    if (::fdatasync(m_descriptor) != 0) fail(errno);
    struct stat status {};
    if (::rename(m_path.c_str(), m_target.c_str()) != 0) {
        const int number = errno;
        // Somebody has tidied up under our hands: fine when the same file came from elsewhere.
        const bool isThere = number == ENOENT && ::lstat(m_target.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
                             static_cast<std::uint64_t>(status.st_size) == m_length;
        if (number != ENOENT) throwDiskError(m_target, number);
        if (!isThere) return false;
    }
    syncFolder(folderOf(m_target));
    ::unlink(m_sidecar.c_str());
    ::close(std::exchange(m_descriptor, -1));
    return true;
}

void PartialFile::remove() {
    ::unlink(m_path.c_str());
    ::unlink(m_sidecar.c_str());
    if (m_descriptor >= 0) ::close(std::exchange(m_descriptor, -1));
}

}  // namespace segmoe::hub
