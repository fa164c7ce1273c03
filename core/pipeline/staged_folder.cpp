// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/staged_folder.h"

#include <string>
#include <system_error>

#include <unistd.h>

#include "core/base/error.h"

namespace segmoe::pipeline {

namespace {

namespace fs = std::filesystem;

fs::path beside(const fs::path& target, const char* mark) {
    return target.parent_path() / ("." + target.filename().string() + mark + std::to_string(::getpid()));
}

}  // namespace

StagedFolder::StagedFolder(fs::path target) : m_target(fs::absolute(target).lexically_normal()) {
    if (!m_target.has_filename()) m_target = m_target.parent_path();
    std::error_code ignored, failed;
    if (fs::exists(m_target, ignored)) {
        if (!fs::is_directory(m_target, ignored))
            throw Error(ErrorCode::NotWritable,
                        m_target.string() + " is a file; the mixture needs a folder. Choose another name.");
        if (!fs::is_empty(m_target, ignored) && !fs::exists(m_target / "model_index.json", ignored))
            throw Error(ErrorCode::NotWritable,
                        "The folder " + m_target.string() +
                            " holds other files. Choose an empty folder or a new name; nothing was changed.");
    }
    if (!fs::is_directory(m_target.parent_path(), ignored)) fs::create_directories(m_target.parent_path(), failed);
    m_staging = beside(m_target, ".segmoe-part-");
    fs::create_directory(m_staging, failed);
    if (failed)
        throw Error(ErrorCode::NotWritable, "The folder " + m_target.parent_path().string() +
                                                " cannot be written: " + failed.message() + ". Choose another folder.");
}

StagedFolder::~StagedFolder() {
    std::error_code ignored;
    if (!m_isCommitted) fs::remove_all(m_staging, ignored);
}

void StagedFolder::commit() {
    std::error_code ignored, failed;
    const fs::path former = beside(m_target, ".segmoe-old-");
    const bool replaces = fs::exists(m_target, ignored);
    if (replaces) fs::rename(m_target, former, failed);
    if (!failed) fs::rename(m_staging, m_target, failed);
    if (failed) {
        if (replaces && !fs::exists(m_target, ignored)) fs::rename(former, m_target, ignored);
        throw Error(ErrorCode::NotWritable,
                    "The folder " + m_target.string() + " could not be put in place: " + failed.message() + ".");
    }
    m_isCommitted = true;
    fs::remove_all(former, ignored);
}

}  // namespace segmoe::pipeline
