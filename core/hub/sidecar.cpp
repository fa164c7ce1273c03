// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/sidecar.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <random>
#include <sstream>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "core/base/json_reader.h"
#include "core/hub/disk_error.h"

namespace segmoe::hub {

namespace {

constexpr int kSchema = 1;
constexpr std::size_t kMaxBytes = 64 * 1024;

std::string firstLine(const std::string& file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

/// Field 22 of /proc/PID/stat; the name in field 2 may hold anything, so fields count from its closing bracket.
std::string startOf(int pid) {
    const std::string line = firstLine("/proc/" + std::to_string(pid) + "/stat");
    std::istringstream fields(line.substr(std::min(line.rfind(')') + 1, line.size())));
    std::string field;
    for (int i = 3; i <= 22 && fields >> field;) ++i;
    return field;
}

const char* nameOf(DigestKind kind) {
    return kind == DigestKind::Sha256 ? "sha256" : kind == DigestKind::GitSha1 ? "git-sha1" : "none";
}

DigestKind kindOf(const std::string& name) {
    return name == "sha256" ? DigestKind::Sha256 : name == "git-sha1" ? DigestKind::GitSha1 : DigestKind::None;
}

}  // namespace

ProcessMark ProcessMark::ofThisProcess() {
    const int pid = ::getpid();
    return {firstLine("/proc/sys/kernel/random/boot_id"), pid, startOf(pid)};
}

bool ProcessMark::isAlive() const {
    if (pid <= 0 || bootId != firstLine("/proc/sys/kernel/random/boot_id")) return false;
    const bool isThere = ::kill(pid, 0) == 0 || errno == EPERM;
    return isThere && startOf(pid) == started;
}

std::string randomHex8() {
    std::random_device random;
    std::string text;
    for (int i = 0; i < 8; ++i) text += "0123456789abcdef"[random() % 16];
    return text;
}

void Sidecar::writeTo(const std::filesystem::path& file) const {
    nlohmann::json fields{
        {"schema", kSchema},        {"app", "segmoe-studio"},     {"host", source.hub},
        {"path", source.path},      {"etag", content.etag},       {"etagKind", nameOf(content.digestKind)},
        {"digest", content.digest}, {"storageEtag", storageEtag}, {"durable", durable},
        {"bootId", owner.bootId},   {"pid", owner.pid},           {"pidStart", owner.started}};
    if (content.size) fields["size"] = *content.size;
    if (source.isCivitai()) {
        fields["version"] = source.version;
        fields["fileId"] = source.fileId;
    } else {
        fields["repo"] = source.repo;
        fields["commit"] = source.commit;
    }
    const std::string text = fields.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    std::filesystem::path temporary = file;
    temporary.replace_extension("." + randomHex8() + ".incomplete");
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor < 0) throwDiskError(file, errno);
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    const int failure = written == static_cast<ssize_t>(text.size()) ? 0 : written < 0 ? errno : ENOSPC;
    ::close(descriptor);
    if (failure == 0 && ::rename(temporary.c_str(), file.c_str()) == 0) return;
    const int number = failure != 0 ? failure : errno;
    ::unlink(temporary.c_str());
    throwDiskError(file, number);
}

std::optional<Sidecar> Sidecar::readFrom(const std::filesystem::path& file) {
    struct stat status {};
    if (::lstat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    try {
        const nlohmann::json fields = readJsonFile(file, {.maxBytes = kMaxBytes, .maxDepth = 4});
        if (fields.value("schema", 0) != kSchema) return std::nullopt;
        Sidecar sidecar;
        sidecar.source = {fields.value("host", ""), fields.value("repo", ""),    fields.value("commit", ""),
                          fields.value("path", ""), fields.value("version", ""), fields.value("fileId", "")};
        if (fields.contains("size")) sidecar.content.size = fields.at("size").get<std::uint64_t>();
        sidecar.content.etag = fields.value("etag", "");
        sidecar.content.digestKind = kindOf(fields.value("etagKind", ""));
        sidecar.content.digest = fields.value("digest", "");
        sidecar.storageEtag = fields.value("storageEtag", "");
        sidecar.durable = fields.at("durable").get<std::uint64_t>();
        sidecar.owner = {fields.value("bootId", ""), fields.value("pid", 0), fields.value("pidStart", "")};
        return sidecar;
    } catch (const Error&) {
        return std::nullopt;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

}  // namespace segmoe::hub
