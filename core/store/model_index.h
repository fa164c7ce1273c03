// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/store/database.h"
#include "core/store/folder_scan.h"

namespace segmoe::store {

/// A folder the user has named.
struct RootRow {
    std::filesystem::path path;
    bool isEnabled = true;
    bool isForeign = false;  ///< another program's: nothing in it is moved or deleted
};

/// What the index knows of a model. `facts` is a text of the caller's.
struct ModelRow {
    FoundModel found;
    std::filesystem::path root;
    std::string facts;
    std::string sha256;  ///< empty = not computed
    std::string alias;
    std::string tags;           ///< one per line
    std::int64_t added = 0;     ///< seconds since 1970
    std::int64_t lastUsed = 0;  ///< 0 = never
    bool isMissing = false;
};

/// The models on this disk, in SQLite. Everything but alias, tags and times can be gathered again. One thread.
class ModelIndex {
public:
    explicit ModelIndex(const std::filesystem::path& file);

    bool wasRebuilt() const { return m_database.wasRebuilt(); }

    std::vector<RootRow> roots();
    /// Throws Error{RequestInvalid} when the folder or one around it is there already.
    void addRoot(const RootRow& root);
    void setRootEnabled(const std::filesystem::path& root, bool isEnabled);
    /// Its models leave the index; files stay.
    void removeRoot(const std::filesystem::path& root);

    std::vector<ModelRow> models();
    std::optional<ModelRow> find(const std::filesystem::path& path);
    /// Inserts, or replaces what was read from the file; alias, tags and times stay. A known digest stays when size and
    /// time are the same.
    void put(const ModelRow& row);
    /// Marks the models of a root that a whole scan did not find. Returns how many are newly missing.
    int markMissing(const std::filesystem::path& root, const std::vector<std::filesystem::path>& present);
    void remove(const std::filesystem::path& path);
    /// The model has the place, size and time of `row.found` and belongs to `row.root` now; all else stays.
    void move(const std::filesystem::path& path, const ModelRow& row);

    void setSha256(const std::filesystem::path& path, const std::string& sha256);
    void setAlias(const std::filesystem::path& path, const std::string& alias);
    void setTags(const std::filesystem::path& path, const std::string& tags);
    void setLastUsed(const std::filesystem::path& path, std::int64_t seconds);

    /// Many changes as one: all or none.
    class Batch {
    public:
        explicit Batch(ModelIndex& index) : m_transaction(index.m_database.sql()) {}
        void commit() { m_transaction.commit(); }

    private:
        SQLite::Transaction m_transaction;
    };

private:
    void update(const char* statement, const std::filesystem::path& path, const std::string& value);

    Database m_database;
};

}  // namespace segmoe::store
