// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/gallery_item.h"

namespace segmoe::store {

class Database;

/// What the gallery knows of the pictures on this disk: one SQLite file (WAL) with a text index over prompts, models,
/// experts, seeds and file names. One thread at a time.
/// Every function throws Error: DiskFull, NotWritable, LocalIo.
class GalleryIndex {
public:
    /// Opens or creates the file as Database does. When what was there could not be used, notice() says so: everything
    /// but stars can be read again from the pictures. Throws Error{FormatUnsupported} too.
    explicit GalleryIndex(const std::filesystem::path& file);
    ~GalleryIndex();
    GalleryIndex(const GalleryIndex&) = delete;
    GalleryIndex& operator=(const GalleryIndex&) = delete;

    const std::string& notice() const { return m_notice; }

    /// Adds or, for a file that is there already, updates; its star stays. Returns the items with their ids.
    std::vector<GalleryItem> put(std::vector<GalleryItem> items);
    /// The items as they were, for an undo by put(), which gives them new ids.
    std::vector<GalleryItem> remove(const std::vector<std::int64_t>& ids);
    void setStar(const std::vector<std::int64_t>& ids, bool star);
    /// A picture has another place now.
    void move(std::int64_t id, const std::filesystem::path& file);

    /// Up to `limit` pictures after `last` (null = from the start) in the filter's order. Pages by key: equally quick
    /// everywhere.
    std::vector<GalleryItem> page(const GalleryFilter& filter, const GalleryItem* last, int limit);
    std::int64_t count(const GalleryFilter& filter);
    /// Most pictures first, at most 200; pictures without a model are not counted.
    std::vector<GalleryModelCount> models();
    std::optional<GalleryItem> findFile(const std::filesystem::path& file);
    std::vector<GalleryItem> findHash(const std::string& sha256);

    /// Folders whose pictures are listed.
    std::vector<std::filesystem::path> folders();
    void addFolder(const std::filesystem::path& folder);
    /// Forgets the folder and the pictures in it; files stay.
    void removeFolder(const std::filesystem::path& folder);

private:
    std::unique_ptr<Database> m_database;
    std::string m_notice;
};

}  // namespace segmoe::store
