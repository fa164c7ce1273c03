// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QRectF>

#include "core/domain/routing_detail.h"
#include "core/domain/routing_policy.h"

namespace segmoe::ui {

/// Which weights of the experts are meant.
enum class ValueKind {
    Preferred,  ///< softmax over all experts of each place's own logits
    Applied,    ///< really used, after the choice
};

/// What is painted over the picture.
enum class ShowMode { Winner, OneExpert, Uncertainty, LayerDifference, CompareDifference, Nothing };

/// What all areas of the page show. One value; each view reads it and asks the controller to change it.
struct RoutingSelection {
    ValueKind value = ValueKind::Applied;
    GuidanceHalf half = GuidanceHalf::Prompt;
    int step = -1;                   ///< -1 = mean over all steps
    std::vector<int> blocks{};       ///< of the layout, ascending; empty = all mixed blocks
    std::optional<SiteKind> kind{};  ///< nothing = mean of the kinds in the record
    ShowMode show = ShowMode::Winner;
    int expert = 0;
    std::optional<QRectF> place{};  ///< cell or area of the picture, 0…1
    int token = -1;                 ///< of the text path; -1 = none
    bool operator==(const RoutingSelection&) const = default;
};

/// What the pointer or a cursor is at, shown by every view at once. -1 = nothing.
struct RoutingHover {
    int block = -1;
    std::optional<SiteKind> kind{};
    int step = -1;
    bool operator==(const RoutingHover&) const = default;
};

}  // namespace segmoe::ui
