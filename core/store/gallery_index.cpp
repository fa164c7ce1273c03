// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/store/gallery_index.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/store/database.h"
#include "core/store/gallery_query.h"
#include "core/store/gallery_schema.h"

namespace segmoe::store {

namespace fs = std::filesystem;

namespace {

constexpr const char* kColumns =
    "id, file, bytes, modified, width, height, prompt, negative, seed, model, experts, sampler, steps, cfg, format, "
    "capture, sha256, star";
constexpr int kMaxModels = 200;

/// Values in the order of the statement's question marks.
template <class... Values>
void bindAll(SQLite::Statement& statement, const Values&... values) {
    int place = 0;
    (statement.bind(++place, values), ...);
}

/// One name a line, with a line break before and after, so that LIKE finds whole names too.
std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "\n" : "") + name + "\n";
    return text;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> names;
    for (std::size_t at = 1; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        names.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return names;
}

GalleryItem itemOf(const SQLite::Statement& row) {
    GalleryItem item;
    item.id = row.getColumn(0).getInt64();
    item.file = row.getColumn(1).getString();
    item.bytes = row.getColumn(2).getInt64();
    item.modified = row.getColumn(3).getInt64();
    item.width = row.getColumn(4).getInt();
    item.height = row.getColumn(5).getInt();
    item.prompt = row.getColumn(6).getString();
    item.negative = row.getColumn(7).getString();
    if (!row.getColumn(8).isNull()) item.seed = static_cast<std::uint64_t>(row.getColumn(8).getInt64());
    item.model = row.getColumn(9).getString();
    item.experts = split(row.getColumn(10).getString());
    item.sampler = row.getColumn(11).getString();
    item.steps = row.getColumn(12).getInt();
    item.guidanceScale = row.getColumn(13).getDouble();
    item.format = row.getColumn(14).getString();
    item.capture = row.getColumn(15).getString();
    item.sha256 = row.getColumn(16).getString();
    item.star = row.getColumn(17).getInt() != 0;
    return item;
}

std::string searchText(const GalleryItem& item) {
    std::string text = item.prompt + "\n" + item.model + "\n" + joined(item.experts) + item.file.stem().string();
    if (item.seed) text += "\n" + std::to_string(*item.seed);
    return text;
}

/// Column and direction of an order, and what a picture has there.
struct Order {
    const char* column;
    bool descending;
};

Order orderOf(GallerySort sort) {
    switch (sort) {
        case GallerySort::Newest: return {"modified", true};
        case GallerySort::Oldest: return {"modified", false};
        case GallerySort::Name: return {"name", false};
        case GallerySort::Seed: return {"coalesce(seed, -1)", false};
    }
    return {"modified", true};
}

void bindKey(SQLite::Statement& statement, int place, const GalleryItem& item, GallerySort sort) {
    if (sort == GallerySort::Name)
        statement.bind(place, item.file.filename().string());
    else if (sort == GallerySort::Seed)
        statement.bind(place, item.seed ? static_cast<std::int64_t>(*item.seed) : std::int64_t{-1});
    else
        statement.bind(place, item.modified);
}

int bindValues(SQLite::Statement& statement, const GalleryQuery& query) {
    int place = 0;
    if (!query.match.empty()) statement.bind(++place, query.match);
    for (const GalleryQuery::Value& value : query.values) {
        if (value.isText)
            statement.bind(++place, value.text);
        else
            statement.bind(++place, value.number);
    }
    return place;
}

/// The condition on the text index. Few matches are looked up one by one and sorted; when there are many it is quicker
/// to walk the pictures in their order and ask of each whether it matches, which the plus sign makes SQLite do.
std::string matchCondition(SQLite::Database& sqlite, const GalleryQuery& query) {
    if (query.match.empty()) return {};
    constexpr int kFew = 2000;
    SQLite::Statement probe(sqlite, "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)");
    bindAll(probe, query.match, kFew + 1);
    probe.executeStep();
    const bool isFew = probe.getColumn(0).getInt() <= kFew;
    return std::string(isFew ? "id" : "+id") + " IN (SELECT rowid FROM words WHERE words MATCH ?) AND ";
}

/// Runs one piece of work and gives SQLite's failures the program's own form.
template <class Work>
auto run(Database& database, Work&& work) {
    try {
        return work(database.sql());
    } catch (const SQLite::Exception& error) {
        throw databaseError(error, database.path());
    }
}

}  // namespace

GalleryIndex::GalleryIndex(const fs::path& file)
    : m_database(std::make_unique<Database>(file, kGallerySchema, kGalleryTables)) {
    if (!m_database->wasRebuilt()) return;
    m_notice = "The gallery's list could not be read and was begun anew; the old file was kept beside it as " +
               quotePath(file.filename().concat(".damaged")) +
               ". The pictures themselves are untouched; add their folders again.";
}

GalleryIndex::~GalleryIndex() = default;

std::vector<GalleryItem> GalleryIndex::put(std::vector<GalleryItem> items) {
    return run(*m_database, [&](SQLite::Database& sqlite) {
        SQLite::Transaction transaction(sqlite);
        SQLite::Statement insert(
            sqlite,
            "INSERT INTO pictures (file, bytes, modified, width, height, prompt, negative, seed, model, experts, "
            "sampler, steps, cfg, format, capture, sha256, star, name) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) "
            "ON CONFLICT (file) DO UPDATE SET bytes=excluded.bytes, modified=excluded.modified, width=excluded.width, "
            "height=excluded.height, prompt=excluded.prompt, negative=excluded.negative, seed=excluded.seed, "
            "model=excluded.model, experts=excluded.experts, sampler=excluded.sampler, steps=excluded.steps, "
            "cfg=excluded.cfg, format=excluded.format, capture=excluded.capture, sha256=excluded.sha256 "
            "RETURNING id, star");
        SQLite::Statement forget(sqlite, "DELETE FROM words WHERE rowid = ?");
        SQLite::Statement index(sqlite, "INSERT INTO words (rowid, text) VALUES (?, ?)");
        for (GalleryItem& item : items) {
            insert.reset();
            insert.clearBindings();
            bindAll(insert, item.file.string(), item.bytes, item.modified, item.width, item.height, item.prompt,
                    item.negative);
            if (item.seed) insert.bind(8, static_cast<std::int64_t>(*item.seed));
            insert.bind(9, item.model);
            insert.bind(10, joined(item.experts));
            insert.bind(11, item.sampler);
            insert.bind(12, item.steps);
            insert.bind(13, item.guidanceScale);
            insert.bind(14, item.format);
            insert.bind(15, item.capture);
            insert.bind(16, item.sha256);
            insert.bind(17, item.star ? 1 : 0);
            insert.bind(18, item.file.filename().string());
            insert.executeStep();
            item.id = insert.getColumn(0).getInt64();
            item.star = insert.getColumn(1).getInt() != 0;
            insert.reset();
            forget.reset();
            forget.bind(1, item.id);
            forget.exec();
            index.reset();
            bindAll(index, item.id, searchText(item));
            index.exec();
        }
        transaction.commit();
        return std::move(items);
    });
}

std::vector<GalleryItem> GalleryIndex::remove(const std::vector<std::int64_t>& ids) {
    return run(*m_database, [&](SQLite::Database& sqlite) {
        SQLite::Transaction transaction(sqlite);
        SQLite::Statement find(sqlite, std::string("SELECT ") + kColumns + " FROM pictures WHERE id = ?");
        SQLite::Statement erase(sqlite, "DELETE FROM pictures WHERE id = ?");
        SQLite::Statement forget(sqlite, "DELETE FROM words WHERE rowid = ?");
        std::vector<GalleryItem> removed;
        for (const std::int64_t id : ids) {
            find.reset();
            find.bind(1, id);
            if (find.executeStep()) removed.push_back(itemOf(find));
            for (SQLite::Statement* statement : {&erase, &forget}) {
                statement->reset();
                statement->bind(1, id);
                statement->exec();
            }
        }
        transaction.commit();
        return removed;
    });
}

void GalleryIndex::setStar(const std::vector<std::int64_t>& ids, bool star) {
    run(*m_database, [&](SQLite::Database& sqlite) {
        SQLite::Transaction transaction(sqlite);
        SQLite::Statement update(sqlite, "UPDATE pictures SET star = ? WHERE id = ?");
        for (const std::int64_t id : ids) {
            update.reset();
            bindAll(update, star ? 1 : 0, id);
            update.exec();
        }
        transaction.commit();
    });
}

void GalleryIndex::move(std::int64_t id, const fs::path& file) {
    run(*m_database, [&](SQLite::Database& sqlite) {
        SQLite::Statement update(sqlite, "UPDATE OR REPLACE pictures SET file = ?, name = ? WHERE id = ?");
        bindAll(update, file.string(), file.filename().string(), id);
        update.exec();
    });
}

std::vector<GalleryItem> GalleryIndex::page(const GalleryFilter& filter, const GalleryItem* last, int limit) {
    return run(*m_database, [&](SQLite::Database& sqlite) {
        const GalleryQuery query = makeGalleryQuery(filter);
        const Order order = orderOf(filter.sort);
        const std::string column = order.column;
        const std::string direction = order.descending ? " DESC" : " ASC";
        std::string text =
            std::string("SELECT ") + kColumns + " FROM pictures WHERE " + matchCondition(sqlite, query) + query.where;
        if (last) text += " AND (" + column + ", id) " + (order.descending ? "<" : ">") + " (?, ?)";
        text += " ORDER BY " + column + direction + ", id" + direction + " LIMIT ?";
        SQLite::Statement statement(sqlite, text);
        int place = bindValues(statement, query);
        if (last) {
            bindKey(statement, ++place, *last, filter.sort);
            statement.bind(++place, last->id);
        }
        statement.bind(++place, limit);
        std::vector<GalleryItem> items;
        while (statement.executeStep()) items.push_back(itemOf(statement));
        return items;
    });
}

std::int64_t GalleryIndex::count(const GalleryFilter& filter) {
    return run(*m_database, [&](SQLite::Database& sqlite) {
        const GalleryQuery query = makeGalleryQuery(filter);
        const bool isOnlyWords = !query.match.empty() && query.where == "1";
        SQLite::Statement statement(
            sqlite, isOnlyWords ? std::string("SELECT count(*) FROM words WHERE words MATCH ?")
                                : "SELECT count(*) FROM pictures WHERE " + matchCondition(sqlite, query) + query.where);
        bindValues(statement, query);
        statement.executeStep();
        return statement.getColumn(0).getInt64();
    });
}

std::vector<GalleryModelCount> GalleryIndex::models() {
    return run(*m_database, [&](SQLite::Database& sqlite) {
        SQLite::Statement statement(sqlite,
                                    "SELECT model, count(*) AS pictures FROM pictures WHERE model <> '' GROUP BY model "
                                    "ORDER BY pictures DESC, model LIMIT ?");
        statement.bind(1, kMaxModels);
        std::vector<GalleryModelCount> models;
        while (statement.executeStep())
            models.push_back({statement.getColumn(0).getString(), statement.getColumn(1).getInt64()});
        return models;
    });
}

std::optional<GalleryItem> GalleryIndex::findFile(const fs::path& file) {
    return run(*m_database, [&](SQLite::Database& sqlite) -> std::optional<GalleryItem> {
        SQLite::Statement statement(sqlite, std::string("SELECT ") + kColumns + " FROM pictures WHERE file = ?");
        statement.bind(1, file.string());
        if (!statement.executeStep()) return std::nullopt;
        return itemOf(statement);
    });
}

std::vector<GalleryItem> GalleryIndex::findHash(const std::string& sha256) {
    return run(*m_database, [&](SQLite::Database& sqlite) {
        SQLite::Statement statement(sqlite,
                                    std::string("SELECT ") + kColumns + " FROM pictures WHERE sha256 = ? LIMIT 20");
        statement.bind(1, sha256);
        std::vector<GalleryItem> items;
        while (statement.executeStep()) items.push_back(itemOf(statement));
        return items;
    });
}

std::vector<fs::path> GalleryIndex::folders() {
    return run(*m_database, [&](SQLite::Database& sqlite) {
        SQLite::Statement statement(sqlite, "SELECT path FROM folders ORDER BY path");
        std::vector<fs::path> folders;
        while (statement.executeStep()) folders.emplace_back(statement.getColumn(0).getString());
        return folders;
    });
}

void GalleryIndex::addFolder(const fs::path& folder) {
    run(*m_database, [&](SQLite::Database& sqlite) {
        SQLite::Statement statement(sqlite, "INSERT OR IGNORE INTO folders (path) VALUES (?)");
        statement.bind(1, folder.string());
        statement.exec();
    });
}

void GalleryIndex::removeFolder(const fs::path& folder) {
    run(*m_database, [&](SQLite::Database& sqlite) {
        const std::string prefix = folder.string() + "/";
        SQLite::Transaction transaction(sqlite);
        for (const char* text :
             {"DELETE FROM words WHERE rowid IN (SELECT id FROM pictures WHERE substr(file, 1, length(?1)) = ?1)",
              "DELETE FROM pictures WHERE substr(file, 1, length(?1)) = ?1"}) {
            SQLite::Statement statement(sqlite, text);
            statement.bind(1, prefix);
            statement.exec();
        }
        SQLite::Statement statement(sqlite, "DELETE FROM folders WHERE path = ?");
        statement.bind(1, folder.string());
        statement.exec();
        transaction.commit();
    });
}

}  // namespace segmoe::store
