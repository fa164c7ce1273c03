// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/gallery_item.h"

namespace segmoe {

/// Picture files taken into the gallery, a few at a time, so that questions can be answered in between.
class GalleryImport {
public:
    struct Step {
        std::vector<GalleryItem> added;                 ///< in this step
        std::vector<std::filesystem::path> unreadable;  ///< in this step
        std::int64_t seen = 0;                          ///< files so far, known ones too
        bool done = false;
    };
    virtual ~GalleryImport() = default;
    /// Reads at most `files` new or changed pictures; known ones cost a look at their size and time only.
    virtual Step step(int files) = 0;
};

/// The pictures on this disk: the index of core/store and the files it describes. One thread at a time.
/// Every function may throw Error: DiskFull, NotWritable, LocalIo.
class Gallery {
public:
    virtual ~Gallery() = default;

    /// A sentence when the list had to be begun anew, else empty.
    virtual std::string notice() const = 0;
    /// Up to `limit` pictures after `last`; null = the first ones.
    virtual std::vector<GalleryItem> page(const GalleryFilter& filter, const GalleryItem* last, int limit) = 0;
    virtual std::int64_t count(const GalleryFilter& filter) = 0;
    virtual std::vector<GalleryModelCount> models() = 0;
    virtual std::vector<std::filesystem::path> folders() = 0;

    /// A reference to each file; files stay where they are. Unreadable ones are told, never fatal.
    virtual std::unique_ptr<GalleryImport> addFiles(std::vector<std::filesystem::path> files) = 0;
    /// All PNG, JPEG and WebP files in the folder and below, links not followed, at most a million. The folder is
    /// remembered. A picture that was moved here keeps its star. Throws Error{FolderMissing}.
    virtual std::unique_ptr<GalleryImport> addFolder(const std::filesystem::path& folder) = 0;
    virtual void removeFolder(const std::filesystem::path& folder) = 0;

    /// The picture with this file, when it is listed.
    virtual std::optional<GalleryItem> find(const std::filesystem::path& file) = 0;
    virtual void setStar(const std::vector<std::int64_t>& ids, bool star) = 0;
    /// Takes pictures off the list, not off the disk; returns what restore() needs.
    virtual std::vector<GalleryItem> remove(const std::vector<std::int64_t>& ids) = 0;
    virtual std::vector<GalleryItem> restore(std::vector<GalleryItem> items) = 0;
};

/// `index`: the database file, created when missing.
std::unique_ptr<Gallery> openGallery(const std::filesystem::path& index);

}  // namespace segmoe
