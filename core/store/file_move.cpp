// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/store/file_move.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <system_error>
#include <vector>

#include <fcntl.h>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/mapped_file.h"
#include "core/base/utf8.h"
#include "core/hub/disk_error.h"
#include "core/store/file_copies.h"

namespace segmoe::store {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kPieceBytes = 16 * 1024 * 1024;

/// Tells how many bytes were copied and read back, of twice as many as there are.
class MoveMeter {
public:
    MoveMeter(std::uint64_t bytes, const ProgressSink& progress) : m_all(2 * bytes), m_progress(progress) {}

    void add(std::uint64_t bytes, const fs::path& file) {
        m_done += bytes;
        if (!m_progress || m_all == 0) return;
        Progress now;
        now.stage = Stage::Writing;
        now.fraction = static_cast<double>(m_done) / static_cast<double>(m_all);
        now.item = file.filename().string();
        m_progress(now);
    }

private:
    std::uint64_t m_all;
    std::uint64_t m_done = 0;
    const ProgressSink& m_progress;
};

void refuseTaken(const fs::path& to) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(to, ignored)))
        throw Error(ErrorCode::RequestInvalid, quotePath(to.parent_path()) + " has a " + quotePath(to.filename()) +
                                                   " already. Choose another folder, or rename one of them.");
}

void compareCopy(const MappedFile& source, const fs::path& written, MoveMeter& meter, const CancelToken& cancel) {
    const auto copy = MappedFile::open(written);
    const auto tell = [&](std::uint64_t length) { meter.add(length, source.path()); };
    if (!haveSameBytes(source, *copy, cancel, tell))
        throw Error(ErrorCode::LocalIo, "The copy of " + quotePath(source.path()) +
                                            " came out damaged and was removed. Check the disk it was moved to.");
}

void copyFile(const fs::path& from, const fs::path& to, MoveMeter& meter, const CancelToken& cancel) {
    const auto source = MappedFile::open(from);
    AtomicFile target(to);
    for (std::uint64_t offset = 0; offset < source->size();) {
        cancel.check();
        const std::uint64_t length = std::min(kPieceBytes, source->size() - offset);
        target.copyFrom(*source, offset, length);
        offset += length;
        meter.add(length, from);
    }
    compareCopy(*source, target.temporary(), meter, cancel);
    source->checkUnchanged();
    cancel.check();  // from here on the copy stays
    refuseTaken(to);
    target.commit();
    std::error_code ignored;  // a time that cannot be kept costs another look at the file, nothing else
    fs::last_write_time(to, fs::last_write_time(from, ignored), ignored);
}

struct FolderContent {
    std::vector<fs::path> folders, files;  ///< relative
    std::uint64_t bytes = 0;
};

FolderContent contentOf(const fs::path& folder) {
    FolderContent content;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        const fs::path place = entry.path().lexically_relative(folder);
        if (entry.is_symlink() || (!entry.is_directory() && !entry.is_regular_file()))
            throw Error(ErrorCode::RequestInvalid,
                        quotePath(entry.path()) + " is a link or a device. Move this folder in the file manager.");
        (entry.is_directory() ? content.folders : content.files).push_back(place);
        if (entry.is_regular_file()) content.bytes += entry.file_size();
    }
    return content;
}

/// Removed with all that was copied unless it got its name.
class SpareFolder {
public:
    explicit SpareFolder(const fs::path& to) : m_path(to.parent_path() / ("." + to.filename().string() + ".moving")) {
        fs::remove_all(m_path);  // of a move that was interrupted: its source is still whole
        fs::create_directory(m_path);
    }
    ~SpareFolder() {
        std::error_code ignored;
        if (!m_path.empty()) fs::remove_all(m_path, ignored);
    }
    SpareFolder(const SpareFolder&) = delete;
    SpareFolder& operator=(const SpareFolder&) = delete;
    const fs::path& path() const { return m_path; }
    void rename(const fs::path& to) {
        fs::rename(m_path, to);
        m_path.clear();
    }

private:
    fs::path m_path;
};

void copyFolder(const fs::path& from, const fs::path& to, const CancelToken& cancel, const ProgressSink& progress) {
    const FolderContent content = contentOf(from);
    hub::checkRoom(to.parent_path(), content.bytes, hub::freeBytes(to.parent_path()));
    MoveMeter meter(content.bytes, progress);
    SpareFolder spare(to);
    for (const fs::path& folder : content.folders) fs::create_directories(spare.path() / folder);
    for (const fs::path& file : content.files) copyFile(from / file, spare.path() / file, meter, cancel);
    refuseTaken(to);
    spare.rename(to);
    hub::syncFolder(to.parent_path());
}

}  // namespace

void moveByCopying(const fs::path& from, const fs::path& to, const CancelToken& cancel, const ProgressSink& progress) {
    refuseTaken(to);
    try {
        if (fs::is_directory(from)) {
            copyFolder(from, to, cancel, progress);
        } else {
            const std::uint64_t bytes = fs::file_size(from);
            hub::checkRoom(to.parent_path(), bytes, hub::freeBytes(to.parent_path()));
            MoveMeter meter(bytes, progress);
            copyFile(from, to, meter, cancel);
        }
        fs::remove_all(from);
    } catch (const fs::filesystem_error& error) {
        hub::throwDiskError(error.path2().empty() ? error.path1() : error.path2(), error.code().value());
    }
}

void moveEntry(const fs::path& from, const fs::path& to, const CancelToken& cancel, const ProgressSink& progress) {
    refuseTaken(to);
    // Unlike rename(), this one never replaces what came in between.
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        hub::syncFolder(to.parent_path());
        return;
    }
    const int number = errno;
    if (number == EXDEV) return moveByCopying(from, to, cancel, progress);
    // File systems that do not know the flag.
    const bool isUnknown = number == EINVAL || number == ENOSYS;
    if (isUnknown && ::rename(from.c_str(), to.c_str()) == 0) return hub::syncFolder(to.parent_path());
    hub::throwDiskError(to, isUnknown ? errno : number);
}

}  // namespace segmoe::store
