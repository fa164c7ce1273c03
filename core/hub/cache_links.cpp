// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/cache_links.h"

#include <random>
#include <system_error>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/hub/hub_names.h"
#include "core/hub/small_file.h"

namespace segmoe::hub {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path) {
    throw Error(ErrorCode::CacheRefused, quotePath(path) +
                                             " in the Hugging Face cache is not what it should be; it was left alone. "
                                             "Remove it, and fetch the model again.");
}

[[noreturn]] void refuseWrite(const fs::path& path, const std::error_code& failed) {
    const bool isFull = failed == std::errc::no_space_on_device;
    const bool isForbidden = failed == std::errc::permission_denied || failed == std::errc::read_only_file_system ||
                             failed == std::errc::operation_not_permitted;
    throw Error(isFull        ? ErrorCode::DiskFull
                : isForbidden ? ErrorCode::NotWritable
                              : ErrorCode::LocalIo,
                quotePath(path) + " could not be written. Check the disk and the rights of the folder.",
                failed.message());
}

bool isSharedName(const std::string& folder, const std::string& hash) {
    return folder.size() == 2 && hash.size() == 64 && isEtag(hash) && hash.starts_with(folder);
}

/// "../../blobs/XX/HASH" from a repository's blobs, when the store beside the repositories is marked as shared.
std::optional<fs::path> sharedPayload(const CachePlace& place, const fs::path& target) {
    const std::string text = target.string();
    constexpr std::string_view kUp = "../../blobs/";
    if (!text.starts_with(kUp)) return std::nullopt;
    const std::string rest = text.substr(kUp.size());
    const std::size_t slash = rest.find('/');
    if (slash == std::string::npos || !isSharedName(rest.substr(0, slash), rest.substr(slash + 1))) return std::nullopt;
    const auto mark = readSmallFile(place.root / "blobs" / ".huggingface-shared-blobs", 16);
    if (!mark || (*mark != "1\n" && *mark != "1")) return std::nullopt;
    return place.root / "blobs" / rest;
}

fs::path freshName(const fs::path& staging) {
    static constexpr char kHex[] = "0123456789abcdef";
    std::random_device random;
    std::string name = ".";
    for (int i = 0; i < 8; ++i) name += kHex[random() % 16];
    return staging / (name + ".tmp");
}

void moveInto(const fs::path& from, const fs::path& to) {
    std::error_code failed;
    fs::rename(from, to, failed);
    if (!failed) return;
    std::error_code ignored;
    fs::remove(from, ignored);
    refuseWrite(to, failed);
}

}  // namespace

std::optional<std::uint64_t> blobSize(const CachePlace& place, const fs::path& blob) {
    std::error_code failed;
    fs::file_status status = fs::symlink_status(blob, failed);
    fs::path file = blob;
    if (status.type() == fs::file_type::symlink) {
        const auto payload = sharedPayload(place, fs::read_symlink(blob, failed));
        if (!payload) refuse(blob);
        file = *payload;
        status = fs::symlink_status(file, failed);
    }
    if (status.type() == fs::file_type::not_found) return std::nullopt;
    if (status.type() != fs::file_type::regular) refuse(blob);
    const std::uintmax_t size = fs::file_size(file, failed);
    return failed ? std::nullopt : std::optional<std::uint64_t>(size);
}

void requireRealFolders(const fs::path& snapshot, const std::string& path) {
    std::error_code ignored;
    fs::path folder = snapshot;
    for (std::size_t begin = 0;;) {
        const fs::file_type type = fs::symlink_status(folder, ignored).type();
        if (type == fs::file_type::not_found) return;
        if (type != fs::file_type::directory) refuse(folder);
        const std::size_t slash = path.find('/', begin);
        if (slash == std::string::npos) return;
        folder /= path.substr(begin, slash - begin);
        begin = slash + 1;
    }
}

bool isUsablePointer(const CachePlace& place, const fs::path& snapshot, const std::string& path) {
    requireRealFolders(snapshot, path);
    const fs::path pointer = snapshot / path;
    std::error_code failed;
    const fs::file_type type = fs::symlink_status(pointer, failed).type();
    if (type == fs::file_type::not_found) return false;
    if (type == fs::file_type::regular) return true;
    if (type != fs::file_type::symlink) refuse(pointer);
    const fs::path target = fs::read_symlink(pointer, failed);
    if (failed || target.is_absolute()) refuse(pointer);
    const fs::path blob = (pointer.parent_path() / target).lexically_normal();
    const fs::path blobs = (place.repo / "blobs").lexically_normal();
    if (blob.parent_path() != blobs || !isEtag(blob.filename().string())) refuse(pointer);
    return blobSize(place, blob).has_value();
}

bool canLink(const fs::path& folder) {
    const fs::path probe = freshName(folder);
    std::error_code failed;
    fs::create_symlink("probe", probe, failed);
    if (failed == std::errc::no_space_on_device) refuseWrite(probe, failed);  // says nothing about links
    if (failed) return false;
    fs::remove(probe, failed);
    return true;
}

void pointTo(const fs::path& blob, const fs::path& pointer, const fs::path& staging) {
    const fs::path target = blob.lexically_relative(pointer.parent_path());
    std::error_code failed;
    if (fs::is_symlink(pointer, failed) && fs::read_symlink(pointer, failed) == target) return;
    const fs::path temporary = freshName(staging);
    fs::create_symlink(target, temporary, failed);
    if (failed) refuseWrite(pointer, failed);
    moveInto(temporary, pointer);
}

void placeCopy(const fs::path& blob, const fs::path& pointer, const fs::path& staging, bool mayMove) {
    if (mayMove) return moveInto(blob, pointer);
    const fs::path temporary = freshName(staging);
    std::error_code failed;
    fs::copy_file(blob, temporary, failed);
    if (failed) {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        refuseWrite(pointer, failed);
    }
    moveInto(temporary, pointer);
}

}  // namespace segmoe::hub
