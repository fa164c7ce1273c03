// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/hashing.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include <fcntl.h>

#include <openssl/evp.h>

#include "core/base/error.h"
#include "core/base/mapped_file.h"
#include "core/base/utf8.h"

namespace segmoe {

namespace {

constexpr std::size_t kBufferBytes = 1024 * 1024;

std::string sha256From(const MappedFile& file, std::uint64_t offset, const CancelToken& cancel,
                       const ProgressSink& progress) {
    ::posix_fadvise(file.descriptor(), 0, 0, POSIX_FADV_SEQUENTIAL);
    Sha256 digest;
    std::vector<std::byte> buffer(kBufferBytes);
    while (offset < file.size()) {
        cancel.check();
        const auto part = std::span(buffer).first(std::min<std::uint64_t>(kBufferBytes, file.size() - offset));
        file.read(offset, part);
        digest.update(part);
        offset += part.size();
        if (progress)
            progress({.stage = Stage::Checking,
                      .fraction = static_cast<double>(offset) / static_cast<double>(file.size()),
                      .item = file.path().filename().string()});
    }
    file.checkUnchanged();
    return digest.finish();
}

}  // namespace

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : m_state(std::make_unique<State>()) {
    if (!m_state->context || EVP_DigestInit_ex(m_state->context, EVP_sha256(), nullptr) != 1)
        throw Error(ErrorCode::InternalError,
                    "The crypto library offers no SHA-256. Check the OpenSSL configuration of this machine.");
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::span<const std::byte> bytes) {
    if (EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size()) != 1)
        throw Error(ErrorCode::InternalError, "Computing a SHA-256 digest failed.");
}

std::string Sha256::finish() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (EVP_DigestFinal_ex(m_state->context, digest.data(), &length) != 1)
        throw Error(ErrorCode::InternalError, "Computing a SHA-256 digest failed.");
    static constexpr char kHex[] = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        text += kHex[digest[i] >> 4];
        text += kHex[digest[i] & 15];
    }
    return text;
}

std::string sha256File(const std::filesystem::path& path, const CancelToken& cancel, const ProgressSink& progress) {
    return sha256From(*MappedFile::open(path), 0, cancel, progress);
}

std::string autoV2(const std::string& sha256) { return sha256.substr(0, 10); }

std::string autoV3(const std::filesystem::path& path, const CancelToken& cancel, const ProgressSink& progress) {
    const auto file = MappedFile::open(path);
    std::array<std::byte, 8> prefix{};
    std::uint64_t headerBytes = 0;
    if (file->size() >= prefix.size()) {
        file->read(0, prefix);
        for (std::size_t i = prefix.size(); i-- > 0;)
            headerBytes = headerBytes << 8 | std::to_integer<std::uint64_t>(prefix[i]);
    }
    if (file->size() < prefix.size() || headerBytes > file->size() - prefix.size())
        throw Error(ErrorCode::SafetensorsTruncated,
                    quotePath(path) + " is too short for its safetensors header. Download it again.");
    return sha256From(*file, prefix.size() + headerBytes, cancel, progress).substr(0, 12);
}

}  // namespace segmoe
