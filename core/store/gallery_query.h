// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/gallery_item.h"

namespace segmoe::store {

/// A filter as the conditions of an SQL statement over the table `pictures` and its text index `words`, with the values
/// to bind in order. Nothing of what the user typed becomes SQL.
struct GalleryQuery {
    std::string where;  ///< "1" when everything fits; the words are not in it
    struct Value {
        bool isText = false;
        std::string text;
        std::int64_t number = 0;
    };
    std::vector<Value> values;
    std::string match;  ///< for the text index; empty = no words
};

/// What cannot be understood (seed:abc) is searched for as words. Time linear in the text; at most 64 terms count.
GalleryQuery makeGalleryQuery(const GalleryFilter& filter);

/// Seconds since 1970 of a day at midnight UTC, from "2026-01-31"; 0 for anything else.
std::int64_t dayFromText(std::string_view text);

}  // namespace segmoe::store
