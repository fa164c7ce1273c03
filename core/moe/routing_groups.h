// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/domain/routing_policy.h"

namespace segmoe::moe {

/// Rows of a UNet call that are routed together, and the rows their score comes from.
struct RowGroup {
    std::vector<std::int64_t> rows;
    std::vector<std::int64_t> scoreRows;
    bool operator==(const RowGroup&) const = default;
};

/// segmoe.md §4.2. The first uncondRows of the batch are the negative half, the others the positive one; the rows of a
/// half belong to the pictures in order. condOnly: the score comes from the group's conditional rows, for a group
/// without any from the conditional rows of the same pictures. Throws Error{InternalError} when the counts do not fit
/// together.
std::vector<RowGroup> rowGroups(RoutingGroup group, bool condOnly, std::int64_t rows, std::int64_t uncondRows,
                                std::int64_t images);

}  // namespace segmoe::moe
