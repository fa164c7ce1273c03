// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/store/model_index.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

#include "core/base/utf8.h"

namespace segmoe::store {

namespace {

namespace fs = std::filesystem;

constexpr int kVersion = 1;
constexpr const char* kSchema = R"(
CREATE TABLE roots(path TEXT PRIMARY KEY, enabled INTEGER NOT NULL, is_foreign INTEGER NOT NULL);
CREATE TABLE models(
    path TEXT PRIMARY KEY,
    root TEXT NOT NULL REFERENCES roots(path) ON DELETE CASCADE ON UPDATE CASCADE,
    bytes INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    is_folder INTEGER NOT NULL,
    facts TEXT NOT NULL,
    sha256 TEXT NOT NULL DEFAULT '',
    alias TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    added INTEGER NOT NULL,
    last_used INTEGER NOT NULL DEFAULT 0,
    missing INTEGER NOT NULL DEFAULT 0);
CREATE INDEX models_of_root ON models(root);
CREATE INDEX models_by_hash ON models(sha256);
)";

constexpr const char* kSelect =
    "SELECT path, root, bytes, modified, is_folder, facts, sha256, alias, tags, added, last_used, missing FROM models";

std::int64_t now() {
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

ModelRow rowOf(SQLite::Statement& statement) {
    ModelRow row;
    row.found = {statement.getColumn(0).getString(), statement.getColumn(2).getInt64(),
                 statement.getColumn(3).getInt64(), statement.getColumn(4).getInt() != 0};
    row.root = statement.getColumn(1).getString();
    row.facts = statement.getColumn(5).getString();
    row.sha256 = statement.getColumn(6).getString();
    row.alias = statement.getColumn(7).getString();
    row.tags = statement.getColumn(8).getString();
    row.added = statement.getColumn(9).getInt64();
    row.lastUsed = statement.getColumn(10).getInt64();
    row.isMissing = statement.getColumn(11).getInt() != 0;
    return row;
}

/// Runs what talks to SQLite and turns its exceptions into ours.
template <class Work>
auto guarded(const Database& database, Work&& work) {
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        throw databaseError(exception, database.path());
    }
}

}  // namespace

ModelIndex::ModelIndex(const fs::path& file) : m_database(file, kVersion, kSchema) {}

std::vector<RootRow> ModelIndex::roots() {
    return guarded(m_database, [&] {
        std::vector<RootRow> roots;
        SQLite::Statement statement(m_database.sql(), "SELECT path, enabled, is_foreign FROM roots ORDER BY rowid");
        while (statement.executeStep())
            roots.push_back({statement.getColumn(0).getString(), statement.getColumn(1).getInt() != 0,
                             statement.getColumn(2).getInt() != 0});
        return roots;
    });
}

void ModelIndex::addRoot(const RootRow& root) {
    for (const RootRow& known : roots())
        if (isWithin(root.path, known.path))
            throw Error(ErrorCode::RequestInvalid,
                        quotePath(root.path) + " is in the list already, with " + quotePath(known.path) + ".");
    guarded(m_database, [&] {
        SQLite::Statement statement(m_database.sql(), "INSERT INTO roots VALUES(?, ?, ?)");
        statement.bind(1, root.path.string());
        statement.bind(2, root.isEnabled ? 1 : 0);
        statement.bind(3, root.isForeign ? 1 : 0);
        statement.exec();
    });
}

void ModelIndex::setRootEnabled(const fs::path& root, bool isEnabled) {
    update("UPDATE roots SET enabled = CAST(?2 AS INTEGER) WHERE path = ?1", root, isEnabled ? "1" : "0");
}

void ModelIndex::removeRoot(const fs::path& root) {
    guarded(m_database, [&] {
        SQLite::Statement statement(m_database.sql(), "DELETE FROM roots WHERE path = ?");
        statement.bind(1, root.string());
        statement.exec();
    });
}

std::vector<ModelRow> ModelIndex::models() {
    return guarded(m_database, [&] {
        std::vector<ModelRow> rows;
        SQLite::Statement statement(m_database.sql(), std::string(kSelect) + " ORDER BY path");
        while (statement.executeStep()) rows.push_back(rowOf(statement));
        return rows;
    });
}

std::optional<ModelRow> ModelIndex::find(const fs::path& path) {
    return guarded(m_database, [&]() -> std::optional<ModelRow> {
        SQLite::Statement statement(m_database.sql(), std::string(kSelect) + " WHERE path = ?");
        statement.bind(1, path.string());
        if (!statement.executeStep()) return std::nullopt;
        return rowOf(statement);
    });
}

void ModelIndex::put(const ModelRow& row) {
    guarded(m_database, [&] {
        SQLite::Statement statement(
            m_database.sql(),
            "INSERT INTO models(path, root, bytes, modified, is_folder, facts, sha256, added) VALUES(?,?,?,?,?,?,?,?) "
            "ON CONFLICT(path) DO UPDATE SET root = excluded.root, facts = excluded.facts, missing = 0, "
            "is_folder = excluded.is_folder, "
            "sha256 = CASE WHEN bytes = excluded.bytes AND modified = excluded.modified THEN sha256 "
            "ELSE excluded.sha256 END, bytes = excluded.bytes, modified = excluded.modified");
        statement.bind(1, row.found.path.string());
        statement.bind(2, row.root.string());
        statement.bind(3, row.found.bytes);
        statement.bind(4, row.found.modified);
        statement.bind(5, row.found.isFolder ? 1 : 0);
        statement.bind(6, row.facts);
        statement.bind(7, row.sha256);
        statement.bind(8, row.added > 0 ? row.added : now());
        statement.exec();
    });
}

int ModelIndex::markMissing(const fs::path& root, const std::vector<fs::path>& present) {
    const std::set<fs::path> there(present.begin(), present.end());
    std::vector<fs::path> gone;
    for (const ModelRow& row : models())
        if (row.root == root && !row.isMissing && !there.contains(row.found.path)) gone.push_back(row.found.path);
    for (const fs::path& path : gone)
        update("UPDATE models SET missing = CAST(?2 AS INTEGER) WHERE path = ?1", path, "1");
    for (const fs::path& path : present)
        update("UPDATE models SET missing = CAST(?2 AS INTEGER) WHERE path = ?1 AND missing = 1", path, "0");
    return static_cast<int>(gone.size());
}

void ModelIndex::remove(const fs::path& path) {
    guarded(m_database, [&] {
        SQLite::Statement statement(m_database.sql(), "DELETE FROM models WHERE path = ?");
        statement.bind(1, path.string());
        statement.exec();
    });
}

void ModelIndex::move(const fs::path& path, const ModelRow& row) {
    if (row.found.path != path) remove(row.found.path);
    guarded(m_database, [&] {
        SQLite::Statement statement(
            m_database.sql(),
            "UPDATE models SET path = ?2, root = ?3, bytes = ?4, modified = ?5, missing = 0 WHERE path = ?1");
        statement.bind(1, path.string());
        statement.bind(2, row.found.path.string());
        statement.bind(3, row.root.string());
        statement.bind(4, row.found.bytes);
        statement.bind(5, row.found.modified);
        statement.exec();
    });
}

void ModelIndex::setSha256(const fs::path& path, const std::string& sha256) {
    update("UPDATE models SET sha256 = ?2 WHERE path = ?1", path, sha256);
}

void ModelIndex::setAlias(const fs::path& path, const std::string& alias) {
    update("UPDATE models SET alias = ?2 WHERE path = ?1", path, alias);
}

void ModelIndex::setTags(const fs::path& path, const std::string& tags) {
    update("UPDATE models SET tags = ?2 WHERE path = ?1", path, tags);
}

void ModelIndex::setLastUsed(const fs::path& path, std::int64_t seconds) {
    update("UPDATE models SET last_used = CAST(?2 AS INTEGER) WHERE path = ?1", path, std::to_string(seconds));
}

void ModelIndex::update(const char* text, const fs::path& path, const std::string& value) {
    guarded(m_database, [&] {
        SQLite::Statement statement(m_database.sql(), text);
        statement.bind(1, path.string());
        statement.bind(2, value);
        statement.exec();
    });
}

}  // namespace segmoe::store
