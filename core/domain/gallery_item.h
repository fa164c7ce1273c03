// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace segmoe {

/// A picture the gallery knows. Plain value.
struct GalleryItem {
    std::int64_t id = 0;  ///< of the index; 0 = not in it
    std::filesystem::path file;
    std::int64_t bytes = 0;
    std::int64_t modified = 0;  ///< of the file, seconds since 1970
    int width = 0;
    int height = 0;
    std::string prompt;
    std::string negative;
    std::optional<std::uint64_t> seed;
    std::string model;                 ///< mixture or checkpoint
    std::vector<std::string> experts;  ///< names, without folders
    std::string sampler;
    int steps = 0;  ///< 0 = not said
    double guidanceScale = 0.0;
    std::string format;   ///< PictureSettings::format
    std::string capture;  ///< routing capture beside the picture: a file name, or empty
    std::string sha256;   ///< of the file
    bool star = false;
    bool operator==(const GalleryItem&) const = default;
};

enum class GallerySort { Newest, Oldest, Name, Seed };

/// Which pictures, in which order.
struct GalleryFilter {
    /// Words are joined by and; "…" is a phrase; seed:42, model:NAME, expert:NAME, star: (or star:no),
    /// before:2026-01-31, after:2026-01-31. Case does not matter; a word also finds what begins with it.
    std::string find = {};
    std::optional<bool> starred = {};
    std::string model = {};  ///< exactly this one; empty = any
    std::int64_t since = 0;  ///< seconds since 1970; 0 = any
    GallerySort sort = GallerySort::Newest;
    bool operator==(const GalleryFilter&) const = default;
};

/// A model and how many pictures name it.
struct GalleryModelCount {
    std::string model;
    std::int64_t pictures = 0;
};

}  // namespace segmoe
