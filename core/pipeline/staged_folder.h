// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace segmoe::pipeline {

/// A folder that appears under its name whole or not at all: it is filled as ".<name>.segmoe-part-<pid>" beside the
/// target; commit() renames it. Without commit the destructor removes it.
class StagedFolder {
public:
    /// The target may be absent, an empty folder, or a model folder (with model_index.json), which commit() replaces.
    /// Throws Error{NotWritable, FolderMissing} otherwise.
    explicit StagedFolder(std::filesystem::path target);
    ~StagedFolder();
    StagedFolder(const StagedFolder&) = delete;
    StagedFolder& operator=(const StagedFolder&) = delete;

    const std::filesystem::path& path() const { return m_staging; }
    /// Throws Error{NotWritable}; the former target is then still there.
    void commit();

private:
    std::filesystem::path m_target;
    std::filesystem::path m_staging;
    bool m_isCommitted = false;
};

}  // namespace segmoe::pipeline
