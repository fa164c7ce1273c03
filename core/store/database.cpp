// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/store/database.h"

#include <optional>
#include <system_error>

#include <sqlite3.h>

#include "core/base/utf8.h"

namespace segmoe::store {

namespace {

namespace fs = std::filesystem;

constexpr int kApplicationId = 0x5347'4D45;  // "SGME"
constexpr int kBusyMilliseconds = 5'000;

void makeFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw Error(ErrorCode::NotWritable, "The folder " + quotePath(folder) + " cannot be made. Choose another one.",
                    error.message());
}

/// Ours and whole, or nothing. Throws Error{FormatUnsupported} for a newer program's file.
std::optional<SQLite::Database> openOurs(const fs::path& file, int version, const char* schema) {
    SQLite::Database sql(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyMilliseconds);
    sql.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;");
    const int owner = sql.execAndGet("PRAGMA application_id").getInt();
    const int found = sql.execAndGet("PRAGMA user_version").getInt();
    const bool isEmpty = sql.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
    if (!isEmpty && owner != kApplicationId) return std::nullopt;
    if (found > version)
        throw Error(ErrorCode::FormatUnsupported,
                    quotePath(file) + " was written by a newer version of this program; update to use it.");
    if (!isEmpty && found == version && sql.execAndGet("PRAGMA quick_check(1)").getString() == "ok") return sql;
    if (!isEmpty) return std::nullopt;
    SQLite::Transaction transaction(sql);
    sql.exec(schema);
    sql.exec("PRAGMA application_id=" + std::to_string(kApplicationId));
    sql.exec("PRAGMA user_version=" + std::to_string(version));
    transaction.commit();
    return sql;
}

void setAside(const fs::path& file) {
    std::error_code ignored;
    fs::rename(file, fs::path(file) += ".damaged", ignored);
    for (const char* companion : {"-wal", "-shm"}) fs::remove(fs::path(file) += companion, ignored);
}

SQLite::Database open(const fs::path& file, int version, const char* schema, bool& wasRebuilt) {
    makeFolder(file.parent_path());
    try {
        if (auto sql = openOurs(file, version, schema)) return std::move(*sql);
    } catch (const SQLite::Exception& exception) {
        const int code = exception.getErrorCode();
        if (code != SQLITE_CORRUPT && code != SQLITE_NOTADB) throw databaseError(exception, file);
    }
    wasRebuilt = true;
    setAside(file);
    try {
        if (auto sql = openOurs(file, version, schema)) return std::move(*sql);
    } catch (const SQLite::Exception& exception) {
        throw databaseError(exception, file);
    }
    throw Error(ErrorCode::NotWritable, quotePath(file) + " is in the way and cannot be moved. Remove it.");
}

}  // namespace

Database::Database(const fs::path& file, int version, const char* schema)
    : m_path(file), m_sql(open(file, version, schema, m_wasRebuilt)) {}

Error databaseError(const SQLite::Exception& exception, const fs::path& file) {
    const std::string name = quotePath(file);
    switch (exception.getErrorCode()) {
        case SQLITE_FULL:
            return {ErrorCode::DiskFull, "There is no room left for " + name + ". Free some space.", exception.what()};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {ErrorCode::LocalIo, name + " is damaged; it is built anew at the next start.", exception.what()};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            return {ErrorCode::NotWritable, name + " cannot be written. Check the permissions of its folder.",
                    exception.what()};
        default: return {ErrorCode::LocalIo, "Reading or writing " + name + " failed.", exception.what()};
    }
}

}  // namespace segmoe::store
