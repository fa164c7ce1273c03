// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/place_maps.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace segmoe::ui {

namespace {

constexpr float kShareOfOne = 1.0F / 65535.0F;

void addTo(std::vector<float>& sum, const std::uint16_t* map, float factor) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += factor * static_cast<float>(map[i]);
}

/// The sum over steps and halves of one decision's maps, on its own grid. Returns how many were added.
class SiteMaps {
public:
    SiteMaps(const RoutingModel& model, int site) : m_model(model), m_site(site), m_record(model.detailOf(site)) {}

    bool exist() const { return m_record && m_record->mapWidth > 0 && !m_record->preferredMaps[0].empty(); }
    QSize grid() const { return {m_record->mapWidth, m_record->mapHeight}; }

    int add(StepSpan span, ValueKind value, GuidanceHalf half, std::vector<std::vector<float>>& sums) const {
        int added = 0;
        for (int step = span.from; step < span.to; ++step) {
            const bool negative = !m_record->preferredMaps[1].empty();
            if (half != GuidanceHalf::Negative || !negative) added += addStep(0, step, value, sums);
            if (half != GuidanceHalf::Prompt && negative) added += addStep(1, step, value, sums);
        }
        return added;
    }

private:
    int addStep(std::size_t half, int step, ValueKind value, std::vector<std::vector<float>>& sums) const {
        const auto experts = static_cast<std::size_t>(m_model.experts());
        const std::size_t cells = sums[0].size();
        const std::uint16_t* maps =
            m_record->preferredMaps[half].data() + static_cast<std::size_t>(step) * experts * cells;
        if (value == ValueKind::Preferred) {
            for (std::size_t e = 0; e < experts; ++e) addTo(sums[e], maps + e * cells, kShareOfOne);
            return 1;
        }
        // One loop per expert over all cells: the compiler turns each into vector code.
        const std::vector<int> chosen = m_model.chosen(m_site, step);
        std::vector<float> total(cells, 0.0F);
        for (int e : chosen) addTo(total, maps + static_cast<std::size_t>(e) * cells, 1.0F);
        const float even = 1.0F / static_cast<float>(std::max<std::size_t>(1, chosen.size()));
        for (int e : chosen) {
            const std::uint16_t* map = maps + static_cast<std::size_t>(e) * cells;
            std::vector<float>& sum = sums[static_cast<std::size_t>(e)];
            for (std::size_t i = 0; i < cells; ++i)
                sum[i] += total[i] > 0.0F ? static_cast<float>(map[i]) / total[i] : even;
        }
        return 1;
    }

    const RoutingModel& m_model;
    int m_site;
    const SiteDetail* m_record;
};

/// Adds a small map to a larger one, each cell as often as it covers.
void addScaled(const std::vector<float>& source, QSize from, float factor, std::vector<float>& target, QSize to) {
    for (int y = 0; y < to.height(); ++y) {
        const int sourceY = y * from.height() / to.height();
        for (int x = 0; x < to.width(); ++x)
            target[static_cast<std::size_t>(y * to.width() + x)] +=
                factor * source[static_cast<std::size_t>(sourceY * from.width() + x * from.width() / to.width())];
    }
}

std::vector<std::vector<float>> zeros(int experts, QSize grid) {
    return std::vector(static_cast<std::size_t>(experts),
                       std::vector<float>(static_cast<std::size_t>(grid.width() * grid.height()), 0.0F));
}

}  // namespace

PlaceMap placeMap(const RoutingModel& model, const std::vector<int>& sites, StepSpan span, ValueKind value,
                  GuidanceHalf half) {
    QSize grid(0, 0);
    for (int site : sites)
        if (const SiteMaps maps(model, site); maps.exist()) grid = grid.expandedTo(maps.grid());
    if (grid.isEmpty()) return {};
    PlaceMap result{
        .width = grid.width(), .height = grid.height(), .layers = 0, .experts = zeros(model.experts(), grid)};
    for (int site : sites) {
        const SiteMaps maps(model, site);
        if (!maps.exist()) continue;
        std::vector<std::vector<float>> own = zeros(model.experts(), maps.grid());
        const int added = maps.add(span, value, half, own);
        if (added == 0) continue;
        for (std::size_t e = 0; e < own.size(); ++e)
            addScaled(own[e], maps.grid(), 1.0F / static_cast<float>(added), result.experts[e], grid);
        ++result.layers;
    }
    for (std::vector<float>& map : result.experts)
        for (float& weight : map) weight /= static_cast<float>(std::max(1, result.layers));
    return result;
}

qint64 placeMapCost(const RoutingModel& model, const std::vector<int>& sites, StepSpan span) {
    qint64 values = 0;
    for (int site : sites)
        if (const SiteMaps maps(model, site); maps.exist())
            values += qint64{maps.grid().width()} * maps.grid().height() * model.experts() * span.count();
    return values;
}

std::vector<int> winners(const PlaceMap& map) {
    std::vector<int> result(static_cast<std::size_t>(map.width * map.height), 0);
    for (std::size_t i = 0; i < result.size(); ++i)
        for (std::size_t e = 1; e < map.experts.size(); ++e)
            if (map.experts[e][i] > map.experts[static_cast<std::size_t>(result[i])][i])
                result[i] = static_cast<int>(e);
    return result;
}

std::vector<float> uncertainty(const PlaceMap& map) {
    std::vector<float> result(static_cast<std::size_t>(map.width * map.height), 0.0F);
    const float scale = map.experts.size() > 1 ? 1.0F / std::log(static_cast<float>(map.experts.size())) : 0.0F;
    for (const std::vector<float>& expert : map.experts)
        for (std::size_t i = 0; i < result.size(); ++i)
            if (expert[i] > 0.0F) result[i] -= expert[i] * std::log(expert[i]) * scale;
    return result;
}

std::vector<float> differenceFromMean(const PlaceMap& map, int expert) {
    std::vector<float> result = map.experts[static_cast<std::size_t>(expert)];
    const float mean = std::accumulate(result.begin(), result.end(), 0.0F) / static_cast<float>(result.size());
    for (float& value : result) value -= mean;
    return result;
}

std::vector<float> differenceOf(const PlaceMap& a, const PlaceMap& b, int expert) {
    if (a.isEmpty() || a.width != b.width || a.height != b.height) return {};
    std::vector<float> result = b.experts[static_cast<std::size_t>(expert)];
    for (std::size_t i = 0; i < result.size(); ++i) result[i] -= a.experts[static_cast<std::size_t>(expert)][i];
    return result;
}

QRect cellsIn(const QRectF& place, QSize grid) {
    const auto cell = [](double position, int count) {
        return std::clamp(static_cast<int>(std::floor(position * count + 1e-6)), 0, count - 1);
    };
    const auto last = [](double position, int count) {
        return std::clamp(static_cast<int>(std::ceil(position * count - 1e-6)) - 1, 0, count - 1);
    };
    const int left = cell(place.left(), grid.width());
    const int top = cell(place.top(), grid.height());
    return {QPoint(left, top), QPoint(std::max(left, last(place.right(), grid.width())),
                                      std::max(top, last(place.bottom(), grid.height())))};
}

std::vector<double> weightsAt(const PlaceMap& map, const QRectF& place) {
    if (map.isEmpty()) return {};
    const QRect cells = cellsIn(place, {map.width, map.height});
    std::vector<double> weights;
    for (int expert = 0; expert < static_cast<int>(map.experts.size()); ++expert) {
        double sum = 0.0;
        for (int y = cells.top(); y <= cells.bottom(); ++y)
            for (int x = cells.left(); x <= cells.right(); ++x) sum += static_cast<double>(map.at(expert, x, y));
        weights.push_back(sum / (cells.width() * cells.height()));
    }
    return weights;
}

Matrix weightsAtThroughBlocks(const RoutingModel& model, const RoutingSelection& selection, const QRectF& place) {
    Matrix result(model.layout().blockCount(), model.experts());
    const StepSpan span = model.span(selection.step);
    for (int block = 0; block < result.rows; ++block) {
        const std::vector<double> weights = weightsAt(
            placeMap(model, model.sitesOfBlock(block, selection.kind), span, selection.value, selection.half), place);
        for (std::size_t e = 0; e < weights.size(); ++e) result.at(block, static_cast<int>(e)) = weights[e];
    }
    return result;
}

std::vector<PlaceSpread> placeSpreads(const RoutingModel& model, const RoutingSelection& selection) {
    std::vector<PlaceSpread> result;
    const StepSpan span = model.span(selection.step);
    for (int block = 0; block < model.layout().blockCount(); ++block) {
        PlaceSpread& spread = result.emplace_back();
        const PlaceMap map =
            placeMap(model, model.sitesOfBlock(block, selection.kind), span, ValueKind::Applied, selection.half);
        if (map.isEmpty()) continue;
        std::vector<float> values = map.experts[static_cast<std::size_t>(selection.expert)];
        std::ranges::sort(values);
        const auto quantile = [&values](double share) {
            const double position = share * static_cast<double>(values.size() - 1);
            const auto below = static_cast<std::size_t>(position);
            const auto above = std::min(below + 1, values.size() - 1);
            const double rest = position - static_cast<double>(below);
            return static_cast<double>(values[below]) * (1.0 - rest) + static_cast<double>(values[above]) * rest;
        };
        spread = {.low = quantile(0.0),
                  .lowerQuartile = quantile(0.25),
                  .median = quantile(0.5),
                  .upperQuartile = quantile(0.75),
                  .high = quantile(1.0)};
    }
    return result;
}

}  // namespace segmoe::ui
