// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/upload_files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>

#include <openssl/evp.h>

#include "core/base/error.h"
#include "core/base/file_suffix.h"
#include "core/base/hashing.h"
#include "core/base/utf8.h"
#include "core/hub/content_digest.h"
#include "core/hub/path_rules.h"

namespace segmoe::hub {

namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 3;

bool isOneOf(const std::string& suffix, std::initializer_list<const char*> known) {
    return std::ranges::find(known, suffix) != known.end();
}

void collect(const fs::path& folder, const std::string& prefix, int depth, std::vector<UploadFile>& files) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with('.')) continue;
        const std::string path = prefix + name;
        requireSafePath(path, quotePath(folder));
        if (entry.is_symlink())
            throw Error(ErrorCode::NameRefused,
                        quotePath(entry.path()) +
                            " is a link; only files of the folder itself are published. Replace "
                            "it by the file, or remove it.");
        if (entry.is_directory()) {
            if (depth < kDeepest) collect(entry.path(), path + "/", depth + 1, files);
            continue;
        }
        const std::string suffix = lowerSuffix(entry.path());
        if (isOneOf(suffix, {".bin", ".ckpt", ".pt", ".pth", ".pkl"}))
            throw Error(ErrorCode::PickleRefused, quotePath(entry.path()) +
                                                      " is a pickle, which can run code when opened; it is not "
                                                      "published. Convert it to safetensors.");
        if (!entry.is_regular_file() ||
            !isOneOf(suffix, {".safetensors", ".json", ".txt", ".model", ".md", ".yaml", ".yml"}))
            throw Error(ErrorCode::FormatUnsupported, quotePath(entry.path()) +
                                                          " is no part of a model; it is not published. Move it out of "
                                                          "the folder.");
        UploadFile file;
        file.path = path;
        file.file = entry.path();
        file.size = entry.file_size();
        files.push_back(std::move(file));
    }
}

std::string gitSha1(const UploadFile& file, const CancelToken& cancel) {
    ContentDigest digest(DigestKind::GitSha1, file.size);
    const auto bytes = headOf(file.file, file.size + 1);
    if (bytes.size() != file.size)
        throw Error(ErrorCode::ContentChanged, quotePath(file.file) + " has changed meanwhile. Publish again.");
    cancel.check();
    digest.update(std::as_bytes(std::span(bytes)));
    return digest.finish();
}

}  // namespace

std::vector<UploadFile> collectUpload(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored))
        throw Error(ErrorCode::FolderMissing, "There is no folder " + quotePath(folder) + ". Check the path.");
    std::vector<UploadFile> files;
    try {
        collect(folder, {}, 0, files);
    } catch (const fs::filesystem_error& error) {
        throw Error(ErrorCode::LocalIo, "Reading " + quotePath(folder) + " failed. Check its rights.", error.what());
    }
    if (files.empty()) throw Error(ErrorCode::FormatUnsupported, quotePath(folder) + " holds nothing to publish.");
    std::ranges::sort(files, {}, &UploadFile::path);
    return files;
}

void digestFiles(std::vector<UploadFile>& files, const ProgressSink& progress, const CancelToken& cancel) {
    std::uint64_t total = 1, done = 0;
    for (const UploadFile& file : files) total += file.size;
    for (UploadFile& file : files) {
        const ProgressSink share = [&](const Progress& one) {
            if (!progress) return;
            Progress all = one;
            const double read = std::max(0.0, one.fraction) * static_cast<double>(file.size);
            all.fraction = (static_cast<double>(done) + read) / static_cast<double>(total);
            all.item = file.path;
            progress(all);
        };
        if (file.isLfs)
            file.sha256 = fileDigests(file.file, cancel, share).sha256;
        else
            file.gitId = gitSha1(file, cancel);
        done += file.size;
    }
}

std::string headOf(const fs::path& file, std::size_t bytes) {
    std::ifstream in(file, std::ios::binary);
    std::string text(bytes, '\0');
    in.read(text.data(), static_cast<std::streamsize>(bytes));
    if (!in.is_open() || in.bad())
        throw Error(ErrorCode::LocalIo, "Reading " + quotePath(file) + " failed. Check the disk.");
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

std::string base64(std::string_view bytes) {
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int length =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

}  // namespace segmoe::hub
