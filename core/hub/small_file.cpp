// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/small_file.h"

#include <cerrno>
#include <cstring>
#include <random>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/utf8.h"

namespace segmoe::hub {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path, int number) {
    const std::string name = quotePath(path);
    if (number == ENOSPC || number == EDQUOT)
        throw Error(ErrorCode::DiskFull, "There is no room on the disk to write " + name + ". Free some space.",
                    std::strerror(number));
    if (number == EACCES || number == EPERM || number == EROFS)
        throw Error(ErrorCode::NotWritable,
                    name + " cannot be written. Change its permissions, or choose another place.",
                    std::strerror(number));
    throw Error(ErrorCode::LocalIo, "Writing " + name + " failed. Check the disk.", std::strerror(number));
}

std::string randomName() {
    static constexpr char kHex[] = "0123456789abcdef";
    std::random_device random;
    std::string name = ".";
    for (int i = 0; i < 8; ++i) name += kHex[random() % 16];
    return name + ".tmp";
}

class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0) ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

void writeAll(const Descriptor& file, const fs::path& path, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(file.number(), text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) refuse(path, errno);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file.number()) != 0) refuse(path, errno);
}

}  // namespace

void makeFolders(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed && !fs::is_directory(folder)) refuse(folder, failed.value());
}

void replaceSmallFile(const fs::path& target, const fs::path& staging, std::string_view text, Privacy privacy) {
    const bool isPrivate = privacy == Privacy::OwnerOnly;
    for (const fs::path& folder : {target.parent_path(), staging}) {
        std::error_code ignored;
        const bool isNew = !fs::exists(folder, ignored);
        makeFolders(folder);
        if (isPrivate && isNew) fs::permissions(folder, fs::perms::owner_all, ignored);
    }
    const fs::path temporary = staging / randomName();
    {
        const Descriptor file(
            ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, isPrivate ? 0600 : 0666));
        if (file.number() < 0) refuse(target, errno);
        try {
            writeAll(file, target, text);
        } catch (const Error&) {
            ::unlink(temporary.c_str());
            throw;
        }
    }
    if (::rename(temporary.c_str(), target.c_str()) == 0) return;
    const int number = errno;
    ::unlink(temporary.c_str());
    refuse(target, number);
}

std::optional<std::string> readSmallFile(const fs::path& path, std::size_t maxBytes) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status {};
    if (file.number() < 0 || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    if (static_cast<std::uintmax_t>(status.st_size) > maxBytes) return std::nullopt;
    std::string text(maxBytes + 1, '\0');
    std::size_t size = 0;
    while (size < text.size()) {
        const ssize_t got = ::read(file.number(), text.data() + size, text.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return std::nullopt;
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    if (size > maxBytes) return std::nullopt;  // it has grown meanwhile
    text.resize(size);
    return text;
}

}  // namespace segmoe::hub
