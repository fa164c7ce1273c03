// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/routing_detail_recorder.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <ATen/ATen.h>

#include "core/moe/routing_run.h"

namespace segmoe::moe {

namespace {

constexpr int kMapSide = 32;  ///< longest side of a map of CaptureLevel::Maps
constexpr std::uint8_t kNobody = 255;

void copyRow(const at::Tensor& values, std::vector<float>& to, int row) {
    const at::Tensor own = values.to(at::kCPU, at::kFloat).contiguous();
    std::copy_n(own.const_data_ptr<float>(), own.numel(), to.begin() + static_cast<std::ptrdiff_t>(row) * own.numel());
}

/// softmax over the chosen experts, zero elsewhere: [N, E].
at::Tensor appliedWeights(const at::Tensor& logits, const std::vector<int>& chosen) {
    const std::vector<std::int64_t> wide(chosen.begin(), chosen.end());
    const at::Tensor index = at::tensor(wide, at::kLong).to(logits.device());
    return at::zeros_like(logits).index_copy_(1, index, at::softmax(logits.index_select(1, index), 1));
}

/// Score of the last chosen expert above the first that was not; 0 when all were chosen.
float marginOf(const RoutingDecision& decision) {
    float lowest = INFINITY, highest = -INFINITY;
    for (std::size_t e = 0; e < decision.scores.size(); ++e) {
        const bool isChosen = std::ranges::find(decision.chosen, static_cast<int>(e)) != decision.chosen.end();
        if (isChosen)
            lowest = std::min(lowest, decision.scores[e]);
        else
            highest = std::max(highest, decision.scores[e]);
    }
    return std::isfinite(highest) ? lowest - highest : 0.0F;
}

/// The group of a row.
const GroupChoice& groupOf(const SiteChoice& choice, std::int64_t row) {
    for (const GroupChoice& group : choice.groups)
        if (std::ranges::find(group.rows, row) != group.rows.end()) return group;
    return choice.groups.front();
}

}  // namespace

RoutingDetailRecorder::RoutingDetailRecorder(const RoutingTable& table, DetailSetup setup)
    : m_setup(std::move(setup)), m_experts(table.experts()), m_details(static_cast<std::size_t>(m_setup.images)) {
    for (RoutingDetail& detail : m_details) {
        detail.level = m_setup.level;
        detail.steps = m_setup.steps;
        detail.imageWidth = m_setup.imageWidth;
        detail.imageHeight = m_setup.imageHeight;
        detail.allBlocks = m_setup.allBlocks;
    }
    for (const RoutingSite& site : table.sites()) addSite(site);
}

void RoutingDetailRecorder::addSite(const RoutingSite& site) {
    m_seen.emplace_back(static_cast<std::size_t>(m_setup.steps) * 2, std::uint8_t{0});
    const RoutingDetail& first = m_details.front();
    if (site.isPerPrompt()) {
        m_places.push_back({-1, static_cast<int>(first.textPaths.size())});
        TextPath path;
        path.label = site.label;
        path.tokens = m_setup.tokens;
        path.negativeTokens = m_setup.negativeTokens;
        for (RoutingDetail& detail : m_details) detail.textPaths.push_back(path);
        return;
    }
    m_places.push_back({static_cast<int>(first.sites.size()), -1});
    SiteDetail own;
    own.label = site.label;
    own.margin.assign(static_cast<std::size_t>(m_setup.steps), 0.0F);
    own.preferredSet.assign(static_cast<std::size_t>(m_setup.steps * m_setup.maxK), kNobody);
    for (RoutingDetail& detail : m_details) detail.sites.push_back(own);
}

void RoutingDetailRecorder::note(int step, const RoutingSite& site, const at::Tensor& x, const SiteChoice& choice,
                                 const nn::RunContext& run, double temperature) {
    const auto index = static_cast<std::size_t>(site.index);
    const std::int64_t negatives = run.uncondRows;
    if (step >= m_setup.steps) return;
    for (int half = 0; half < 2; ++half) {
        const std::int64_t begin = half == 0 ? negatives : 0, end = half == 0 ? x.size(0) : negatives;
        std::uint8_t& seen = m_seen[index][static_cast<std::size_t>(step * 2 + half)];
        if (begin == end || seen) continue;
        seen = 1;
        for (int image = 0; image < m_setup.images && begin + image < end; ++image) {
            const std::int64_t row = begin + image;
            const at::Tensor logits = at::linear(x[row].to(at::kFloat), site.gate).div_(temperature);  // [N, E]
            const GroupChoice& group = groupOf(choice, row);
            RoutingDetail& detail = m_details[static_cast<std::size_t>(image)];
            if (m_places[index].textPath >= 0)
                noteText(detail.textPaths[static_cast<std::size_t>(m_places[index].textPath)], half, logits, group);
            else
                noteSite(step, detail.sites[static_cast<std::size_t>(m_places[index].site)], half, logits, group);
        }
    }
}

void RoutingDetailRecorder::noteSite(int step, SiteDetail& detail, int half, const at::Tensor& logits,
                                     const GroupChoice& group) {
    const auto h = static_cast<std::size_t>(half);
    if (detail.gridWidth == 0) setGrid(detail, logits.size(0));
    if (detail.preferredMean[h].empty()) {
        const auto perStep = static_cast<std::size_t>(m_setup.steps);
        for (auto* values : {&detail.preferredMean[h], &detail.appliedMean[h], &detail.appliedSpread[h]})
            values->assign(perStep * static_cast<std::size_t>(m_experts), 0.0F);
        detail.entropy[h].assign(perStep, 0.0F);
    }
    const at::Tensor preferred = at::softmax(logits, 1);
    const at::Tensor applied = appliedWeights(logits, group.decision.chosen);
    copyRow(preferred.mean(at::IntArrayRef{0}), detail.preferredMean[h], step);
    copyRow(applied.mean(at::IntArrayRef{0}), detail.appliedMean[h], step);
    copyRow(applied.std(at::IntArrayRef{0}, /*unbiased=*/false), detail.appliedSpread[h], step);
    const at::Tensor entropy = -(preferred * at::log_softmax(logits, 1)).sum(1).mean();
    detail.entropy[h][static_cast<std::size_t>(step)] =
        entropy.item<float>() / std::log(static_cast<float>(std::max(2, m_experts)));
    if (half == 0 || detail.preferredMean[0].empty()) {
        detail.margin[static_cast<std::size_t>(step)] = marginOf(group.decision);
        for (std::size_t i = 0; i < std::min<std::size_t>(group.decision.preferred.size(), m_setup.maxK); ++i)
            detail.preferredSet[static_cast<std::size_t>(step * m_setup.maxK) + i] =
                static_cast<std::uint8_t>(group.decision.preferred[i]);
    }
    if (m_setup.level >= CaptureLevel::Maps && detail.gridWidth > 0) noteMaps(step, detail, half, preferred);
}

void RoutingDetailRecorder::noteText(TextPath& path, int half, const at::Tensor& logits,
                                     const GroupChoice& group) const {
    const auto h = static_cast<std::size_t>(half);
    if (!path.preferred[h].empty()) return;  // the prompt does not change in a run
    const auto size = static_cast<std::size_t>(logits.numel());
    path.preferred[h].resize(size);
    path.applied[h].resize(size);
    copyRow(at::softmax(logits, 1), path.preferred[h], 0);
    copyRow(appliedWeights(logits, group.decision.chosen), path.applied[h], 0);
    if (half == 0 || path.chosen.empty())
        path.chosen.assign(group.decision.chosen.begin(), group.decision.chosen.end());
}

void RoutingDetailRecorder::noteMaps(int step, SiteDetail& detail, int half, const at::Tensor& preferred) {
    auto& maps = detail.preferredMaps[static_cast<std::size_t>(half)];
    const auto perStep = static_cast<std::size_t>(m_experts * detail.mapHeight * detail.mapWidth);
    if (maps.empty()) maps.assign(perStep * static_cast<std::size_t>(m_setup.steps), 0);
    at::Tensor map = preferred.t().reshape({m_experts, detail.gridHeight, detail.gridWidth});
    if (detail.mapHeight != detail.gridHeight || detail.mapWidth != detail.gridWidth)
        map = at::adaptive_avg_pool2d(map, {detail.mapHeight, detail.mapWidth});
    const bool isFull = m_setup.level == CaptureLevel::Full;
    const at::Tensor scaled =
        (map * (isFull ? 65535.0 : 255.0)).round_().mul_(isFull ? 1.0 : 257.0).to(at::kCPU, at::kInt).contiguous();
    const std::int32_t* values = scaled.const_data_ptr<std::int32_t>();
    for (std::size_t i = 0; i < perStep; ++i)
        maps[static_cast<std::size_t>(step) * perStep + i] = static_cast<std::uint16_t>(values[i]);
}

/// Each level of the UNet halves the sides, rounded up.
void RoutingDetailRecorder::setGrid(SiteDetail& detail, std::int64_t tokens) const {
    int height = m_setup.latentHeight, width = m_setup.latentWidth;
    while (static_cast<std::int64_t>(height) * width > tokens) {
        height = (height + 1) / 2;
        width = (width + 1) / 2;
    }
    if (static_cast<std::int64_t>(height) * width != tokens) return;
    detail.gridHeight = height;
    detail.gridWidth = width;
    if (m_setup.level < CaptureLevel::Maps) return;
    const int longest = std::max(height, width);
    const bool isWhole = m_setup.level == CaptureLevel::Full || longest <= kMapSide;
    detail.mapHeight = isWhole ? height : std::max(1, height * kMapSide / longest);
    detail.mapWidth = isWhole ? width : std::max(1, width * kMapSide / longest);
}

std::shared_ptr<const RoutingDetail> RoutingDetailRecorder::take(int image) {
    return std::make_shared<const RoutingDetail>(std::move(m_details[static_cast<std::size_t>(image)]));
}

}  // namespace segmoe::moe
