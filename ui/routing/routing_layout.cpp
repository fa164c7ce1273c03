// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_layout.h"

#include <algorithm>
#include <map>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

namespace {

int indexOf(SiteKind kind) {
    const auto found = std::ranges::find(kImageKinds, kind);
    return found == kImageKinds.end() ? -1 : static_cast<int>(found - kImageKinds.begin());
}

}  // namespace

RoutingLayout::RoutingLayout(const RoutingTrace& trace, const RoutingDetail* detail) {
    if (detail)
        for (const std::string& name : detail->allBlocks)
            blocks.push_back({.label = toText(name), .stage = toText(name).section(u'.', 0, 0)});
    std::map<std::string, int> details;
    if (detail)
        for (std::size_t i = 0; i < detail->sites.size(); ++i)
            details.emplace(detail->sites[i].label, static_cast<int>(i));

    std::array<bool, 3> seen{};
    for (int site = 0; site < trace.siteCount(); ++site) {
        const std::string& name = trace.sites[static_cast<std::size_t>(site)];
        const auto found = details.find(name);
        detailOfSite.push_back(found == details.end() ? -1 : found->second);
        const SiteLabel label = parseSiteLabel(name);
        const int kind = indexOf(label.kind);
        if (kind < 0) {
            textSites.push_back(site);
            continue;
        }
        int block = blockOf(label.block);
        if (block < 0) {
            block = blockCount();
            blocks.push_back({.label = label.block, .stage = label.stage});
        }
        blocks[static_cast<std::size_t>(block)].sites[static_cast<std::size_t>(kind)] = site;
        seen[static_cast<std::size_t>(kind)] = true;
    }
    for (std::size_t kind = 0; kind < kImageKinds.size(); ++kind)
        if (seen[kind]) kinds.push_back(kImageKinds[kind]);
}

int RoutingLayout::siteOf(int block, SiteKind kind) const {
    const int index = indexOf(kind);
    return index < 0 ? -1 : blocks[static_cast<std::size_t>(block)].sites[static_cast<std::size_t>(index)];
}

int RoutingLayout::blockOf(const QString& label) const {
    const auto found = std::ranges::find(blocks, label, &RoutingBlock::label);
    return found == blocks.end() ? -1 : static_cast<int>(found - blocks.begin());
}

std::vector<int> RoutingLayout::stageStarts() const {
    std::vector<int> starts;
    for (int i = 0; i < blockCount(); ++i)
        if (i == 0 || blocks[static_cast<std::size_t>(i)].stage != blocks[static_cast<std::size_t>(i - 1)].stage)
            starts.push_back(i);
    return starts;
}

std::pair<int, int> RoutingLayout::stageOf(int block) const {
    int first = block;
    int last = block + 1;
    const QString& stage = blocks[static_cast<std::size_t>(block)].stage;
    while (first > 0 && blocks[static_cast<std::size_t>(first - 1)].stage == stage) --first;
    while (last < blockCount() && blocks[static_cast<std::size_t>(last)].stage == stage) ++last;
    return {first, last};
}

}  // namespace segmoe::ui
