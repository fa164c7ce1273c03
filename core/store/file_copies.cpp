// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/store/file_copies.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/mapped_file.h"
#include "core/base/utf8.h"
#include "core/hub/disk_error.h"

namespace segmoe::store {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferBytes = 1024 * 1024;

Error changedError(const fs::path& keep, const fs::path& copy) {
    return {ErrorCode::ContentChanged, quotePath(copy) + " does not hold the same as " + quotePath(keep) +
                                           " any more. Both stay as they are; rescan the library."};
}

FileNode nodeOf(const struct stat& facts, bool isSymlink) {
    return {static_cast<std::uint64_t>(facts.st_dev), static_cast<std::uint64_t>(facts.st_ino),
            static_cast<std::uint64_t>(facts.st_nlink), static_cast<std::int64_t>(facts.st_size), isSymlink};
}

FileNode nodeOf(const MappedFile& file) {
    struct stat facts {};
    if (::fstat(file.descriptor(), &facts) != 0)
        throw Error(ErrorCode::LocalIo, quotePath(file.path()) + " cannot be read.", std::strerror(errno));
    return nodeOf(facts, false);
}

FileNode regularNode(const fs::path& file) {
    const auto node = fileNode(file);
    if (!node)
        throw Error(ErrorCode::FileMissing, "The file " + quotePath(file) + " is not there. Rescan the library.");
    return *node;
}

void compareBytes(const MappedFile& keep, const MappedFile& copy, const CancelToken& cancel,
                  const ProgressSink& progress) {
    std::uint64_t done = 0;
    const auto tell = [&](std::uint64_t length) {
        done += length;
        if (!progress) return;
        Progress now;
        now.stage = Stage::Checking;
        now.fraction = static_cast<double>(done) / static_cast<double>(keep.size());
        now.item = copy.path().filename().string();
        progress(now);
    };
    if (!haveSameBytes(keep, copy, cancel, tell)) throw changedError(keep.path(), copy.path());
    keep.checkUnchanged();
    copy.checkUnchanged();
}

/// Open while they are compared, so that what was compared can be told from what has these names afterwards.
struct CheckedPair {
    std::shared_ptr<const MappedFile> keep, copy;
    FileDigests digests;
};

CheckedPair checkedPair(const fs::path& keep, const fs::path& copy, DigestCache& cache, const CancelToken& cancel,
                        const ProgressSink& progress) {
    CheckedPair pair{MappedFile::open(keep), MappedFile::open(copy), cache.compute(keep, cancel)};
    if (pair.keep->size() != pair.copy->size() || cache.compute(copy, cancel) != pair.digests)
        throw changedError(keep, copy);
    compareBytes(*pair.keep, *pair.copy, cancel, progress);
    return pair;
}

Error noLinkError(const fs::path& keep, const fs::path& copy, int number) {
    if (number == EXDEV)
        return {ErrorCode::RequestInvalid,
                quotePath(keep) + " and " + quotePath(copy) +
                    " are on different disks. Only copies on one disk can share their room."};
    return {ErrorCode::RequestInvalid,
            "The disk of " + quotePath(copy) + " cannot give one file two names. Move one of the copies to the trash.",
            std::strerror(number)};
}

/// Beside the copy; what an interrupted join has left there is only one more name of a file that has another.
fs::path spareName(const fs::path& copy) { return copy.parent_path() / ("." + copy.filename().string() + ".joining"); }

void removeLeftover(const fs::path& spare) {
    const auto node = fileNode(spare);
    if (node && node->links > 1 && !node->isSymlink) ::unlink(spare.c_str());
}

void linkTo(const fs::path& keep, const fs::path& copy, const fs::path& spare) {
    removeLeftover(spare);
    if (::link(keep.c_str(), spare.c_str()) == 0) return;
    const int number = errno;
    if (number == EXDEV || number == EPERM || number == ENOTSUP || number == EMLINK)
        throw noLinkError(keep, copy, number);
    hub::throwDiskError(spare, number);
}

}  // namespace

std::optional<FileNode> fileNode(const fs::path& file) {
    struct stat own {
    }, facts{};
    if (::lstat(file.c_str(), &own) != 0 || ::stat(file.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return std::nullopt;
    return nodeOf(facts, S_ISLNK(own.st_mode));
}

bool haveSameBytes(const MappedFile& one, const MappedFile& other, const CancelToken& cancel,
                   const std::function<void(std::uint64_t length)>& compared) {
    if (one.size() != other.size()) return false;
    std::vector<std::byte> first(kBufferBytes), second(kBufferBytes);
    for (std::uint64_t offset = 0; offset < one.size();) {
        cancel.check();
        const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(kBufferBytes, one.size() - offset));
        const std::span a = std::span(first).first(length), b = std::span(second).first(length);
        one.read(offset, a);
        other.read(offset, b);
        if (!std::ranges::equal(a, b)) return false;
        offset += length;
        compared(length);
    }
    return true;
}

void checkSameContent(const fs::path& keep, const fs::path& copy, DigestCache& cache, const CancelToken& cancel,
                      const ProgressSink& progress) {
    checkedPair(keep, copy, cache, cancel, progress);
}

void joinCopy(const fs::path& keep, const fs::path& copy, DigestCache& cache, const CancelToken& cancel,
              const ProgressSink& progress) {
    const FileNode kept = regularNode(keep), old = regularNode(copy);
    if (kept.isSameAs(old)) return;
    if (kept.device != old.device) throw noLinkError(keep, copy, EXDEV);
    const CheckedPair pair = checkedPair(keep, copy, cache, cancel, progress);
    cancel.check();
    const fs::path spare = spareName(copy);
    linkTo(keep, copy, spare);
    // The names may have changed hands since they were opened: only what was compared may meet.
    const auto linked = fileNode(spare), replaced = fileNode(copy);
    const bool isStillRight = linked && replaced && linked->isSameAs(nodeOf(*pair.keep)) &&
                              replaced->isSameAs(nodeOf(*pair.copy)) && !replaced->isSymlink;
    if (!isStillRight || ::rename(spare.c_str(), copy.c_str()) != 0) {
        const int number = errno;
        ::unlink(spare.c_str());
        if (!isStillRight) throw changedError(keep, copy);
        hub::throwDiskError(copy, number);
    }
    hub::syncFolder(copy.parent_path());
    cache.note(copy, pair.digests);
}

}  // namespace segmoe::store
