// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include <QString>

#include "core/domain/routing_detail.h"
#include "core/domain/routing_trace.h"
#include "ui/routing/site_label.h"

namespace segmoe::ui {

/// The kinds of decisions that belong to places of the picture, in the order in which a block makes them.
inline constexpr std::array kImageKinds = {SiteKind::SelfAttention, SiteKind::CrossQuery, SiteKind::FeedForward};

/// One transformer block of the model.
struct RoutingBlock {
    QString label;                         ///< "D1.A0.T3"
    QString stage;                         ///< "D1"
    std::array<int, 3> sites{-1, -1, -1};  ///< of the trace, by index in kImageKinds; -1 = not mixed
    bool isMixed() const { return sites[0] >= 0 || sites[1] >= 0 || sites[2] >= 0; }
};

/// Which decisions a record has, and how they lie along the model. Everything the page lists comes from here.
struct RoutingLayout {
    std::vector<RoutingBlock> blocks;  ///< in execution order
    std::vector<SiteKind> kinds;       ///< image-shaped kinds in the record
    std::vector<int> detailOfSite;     ///< [site of the trace] index in RoutingDetail::sites; -1 = none
    std::vector<int> textSites;        ///< sites of the trace that see only the text

    RoutingLayout() = default;
    /// detail may be null.
    RoutingLayout(const RoutingTrace& trace, const RoutingDetail* detail);

    int blockCount() const { return static_cast<int>(blocks.size()); }
    /// -1 where the block does not mix this kind.
    int siteOf(int block, SiteKind kind) const;
    int blockOf(const QString& label) const;
    /// First blocks of all stages.
    std::vector<int> stageStarts() const;
    /// Blocks from first to one past the last of the stage that a block is in.
    std::pair<int, int> stageOf(int block) const;
};

}  // namespace segmoe::ui
