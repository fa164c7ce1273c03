// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "core/base/error.h"

namespace segmoe::store {

/// One SQLite file with a schema of ours, in WAL mode: readers do not wait for a writer. One thread per object; several
/// objects, in several processes too, may have the same file open.
class Database {
public:
    /// Opens the file or begins it (its folder too). `schema`: the statements that make version `version`. A file of an
    /// older version is begun anew: everything in such a file can be gathered again. A file that is damaged or none of
    /// ours is kept beside it as "NAME.damaged" and begun anew. Throws Error: NotWritable, LocalIo; FormatUnsupported
    /// for the file of a newer program.
    Database(const std::filesystem::path& file, int version, const char* schema);

    SQLite::Database& sql() { return m_sql; }
    /// What was there could not be used.
    bool wasRebuilt() const { return m_wasRebuilt; }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
    bool m_wasRebuilt = false;
    SQLite::Database m_sql;
};

/// A failure of SQLite as an Error naming the file: DiskFull, NotWritable, LocalIo.
Error databaseError(const SQLite::Exception& exception, const std::filesystem::path& file);

}  // namespace segmoe::store
