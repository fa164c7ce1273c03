// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/routing_groups.h"

#include <algorithm>
#include <map>

#include "core/base/error.h"

namespace segmoe::moe {

namespace {

/// Half (0 negative, 1 positive) and picture of a row.
struct RowPlace {
    int half = 1;
    std::int64_t image = 0;
};

RowPlace placeOf(std::int64_t row, std::int64_t rows, std::int64_t uncondRows, std::int64_t images) {
    const bool isUncond = row < uncondRows;
    const std::int64_t size = isUncond ? uncondRows : rows - uncondRows;
    const std::int64_t index = isUncond ? row : row - uncondRows;
    const std::int64_t perImage = std::max<std::int64_t>(1, size / images);
    return {isUncond ? 0 : 1, index / perImage};
}

std::int64_t keyOf(RoutingGroup group, const RowPlace& place, std::int64_t row) {
    switch (group) {
        case RoutingGroup::Batch: return 0;
        case RoutingGroup::Image: return place.image;
        case RoutingGroup::Half: return place.half;
        case RoutingGroup::Sample: return row;
    }
    return 0;
}

}  // namespace

std::vector<RowGroup> rowGroups(RoutingGroup group, bool condOnly, std::int64_t rows, std::int64_t uncondRows,
                                std::int64_t images) {
    images = std::max<std::int64_t>(1, images);
    if (rows < 1 || uncondRows < 0 || uncondRows > rows || uncondRows % images != 0 ||
        (rows - uncondRows) % images != 0)
        throw Error(ErrorCode::InternalError,
                    "The rows of a UNet call do not fit its pictures: " + std::to_string(rows) + " rows, " +
                        std::to_string(uncondRows) + " negative, " + std::to_string(images) + " pictures.");
    std::map<std::int64_t, RowGroup> byKey;
    for (std::int64_t row = 0; row < rows; ++row)
        byKey[keyOf(group, placeOf(row, rows, uncondRows, images), row)].rows.push_back(row);

    std::vector<RowGroup> groups;
    for (auto& entry : byKey) {
        RowGroup& own = entry.second;
        if (condOnly)
            std::ranges::copy_if(own.rows, std::back_inserter(own.scoreRows),
                                 [&](std::int64_t row) { return row >= uncondRows; });
        if (condOnly && own.scoreRows.empty() && uncondRows * 2 == rows)
            for (std::int64_t row : own.rows) own.scoreRows.push_back(row + uncondRows);
        if (own.scoreRows.empty()) own.scoreRows = own.rows;
        groups.push_back(std::move(own));
    }
    return groups;
}

}  // namespace segmoe::moe
