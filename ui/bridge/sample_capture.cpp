// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/sample_capture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <sstream>

#include "ui/bridge/sample_data.h"

namespace segmoe::ui::sample {

namespace {

constexpr int kLargestMap = 32;
constexpr std::size_t kContext = 77;  ///< tokens of a prompt
constexpr std::array<const char*, 3> kKinds = {"self", "cross_q", "ff"};

/// How much an expert likes a place: one for the flower's middle, one for its petals, one for the ground, one for the
/// sky; further ones repeat with a turn.
double liking(int expert, double x, double y) {
    const double fromFlower = std::hypot(x - 0.5, y - 0.4);
    const double turn = 0.35 * (expert / 4);
    switch (expert % 4) {
        case 0: return 1.2 * (0.55 - y) + turn;
        case 1: return 2.6 * std::exp(-18.0 * fromFlower * fromFlower) - turn;
        case 2: return 1.6 * std::exp(-30.0 * (fromFlower - 0.28) * (fromFlower - 0.28)) + 0.2 * x - turn;
        default: return 1.3 * (y - 0.45) + 0.25 * std::sin(9.0 * x) + turn;
    }
}

class Maker {
public:
    explicit Maker(const CaptureSpec& spec)
        : m_spec(spec), m_experts(spec.experts.size()), m_k(static_cast<std::size_t>(spec.k)) {}

    RenderedImage make() {
        m_trace.steps = m_spec.steps;
        m_trace.k = m_spec.k;
        m_trace.experts = m_spec.experts;
        for (int step = 0; step < m_spec.steps; ++step)
            m_trace.timesteps.push_back(999.0F * (1.0F - static_cast<float>(step) / static_cast<float>(m_spec.steps)));
        addText();
        for (const CaptureSpec::Stage& stage : m_spec.stages) addStage(stage);
        m_detail.level = m_spec.level;
        m_detail.steps = m_spec.steps;
        m_detail.imageWidth = m_detail.imageHeight = m_spec.side;
        layOutTables();
        RenderedImage image = renderedImage(m_spec.side);
        image.trace = m_trace;
        image.detail = std::make_shared<const RoutingDetail>(std::move(m_detail));
        return image;
    }

private:
    double progress(int step) const { return static_cast<double>(step) / std::max(1, m_spec.steps - 1); }
    /// What a layer thinks of an expert, wherever it looks.
    double taste(std::size_t expert, int step) const {
        const double e = static_cast<double>(expert);
        return 0.85 * std::sin(0.7 * m_site + 2.1 * e) +
               0.45 * std::sin(0.9 * m_site * (e + 1.0) + 5.0 * progress(step)) * (1.0 - 0.8 * progress(step));
    }
    /// How much the place matters to it.
    double contrast(int step, bool negative) const {
        return (0.35 + 0.9 * progress(step)) * (m_kind == 2 ? 1.3 : 0.8) * (negative ? 0.4 : 1.0);
    }

    void choose(const std::vector<double>& scores, std::vector<int>& chosen, std::vector<int>& preferred) const {
        std::vector<int> order(m_experts);
        std::iota(order.begin(), order.end(), 0);
        std::ranges::stable_sort(order, [&](int a, int b) {
            return scores[static_cast<std::size_t>(a)] > scores[static_cast<std::size_t>(b)];
        });
        preferred.assign(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(m_k));
        std::erase(order, m_spec.muted);
        chosen.assign(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(std::min(m_k, order.size())));
    }

    void addStage(const CaptureSpec::Stage& stage) {
        for (int block = 0; block < stage.blocks; ++block) {
            const std::string label = stage.name + ".A" + std::to_string(block / stage.perAttention) + ".T" +
                                      std::to_string(block % stage.perAttention);
            m_detail.allBlocks.push_back(label);
            for (m_kind = 0; stage.mixed && m_kind < 3; ++m_kind)
                addSite(label + "." + kKinds[static_cast<std::size_t>(m_kind)], stage.grid);
        }
    }

    void addSite(const std::string& label, int grid) {
        ++m_site;
        m_trace.sites.push_back(label);
        SiteDetail site;
        site.label = label;
        site.gridWidth = site.gridHeight = grid;
        const int side = m_spec.level == CaptureLevel::Full ? grid : std::min(grid, kLargestMap);
        if (m_spec.level != CaptureLevel::Summary) site.mapWidth = site.mapHeight = side;
        const auto cells = static_cast<std::size_t>(side * side);
        m_liking.resize(m_experts * cells);
        for (std::size_t e = 0; e < m_experts; ++e)
            for (std::size_t i = 0; i < cells; ++i)
                m_liking[e * cells + i] =
                    liking(static_cast<int>(e), (static_cast<double>(i % static_cast<std::size_t>(side)) + 0.5) / side,
                           (static_cast<double>(i / static_cast<std::size_t>(side)) + 0.5) / side);
        for (int step = 0; step < m_spec.steps; ++step) addStep(site, step, cells);
        m_detail.sites.push_back(std::move(site));
    }

    void addStep(SiteDetail& site, int step, std::size_t cells) {
        const std::size_t halves = m_spec.guided ? 2 : 1;
        std::vector<double> scores(m_experts, 0.0);
        std::vector<double> exponentials(m_experts);
        std::array<std::vector<float>, 2> preference;
        std::vector<double> tastes(m_experts);
        for (std::size_t e = 0; e < m_experts; ++e) tastes[e] = taste(e, step);
        for (std::size_t half = 0; half < halves; ++half) {
            preference[half].resize(m_experts * cells);
            for (std::size_t i = 0; i < cells; ++i) {
                double total = 0.0;
                for (std::size_t e = 0; e < m_experts; ++e) {
                    const double value = tastes[e] + contrast(step, half == 1) * m_liking[e * cells + i];
                    scores[e] += value;
                    total += exponentials[e] = std::exp(value);
                }
                for (std::size_t e = 0; e < m_experts; ++e)
                    preference[half][e * cells + i] = static_cast<float>(exponentials[e] / total);
            }
        }
        std::vector<int> chosen, preferred;
        choose(scores, chosen, preferred);
        for (std::size_t half = 0; half < halves; ++half) describe(site, half, preference[half], chosen);
        for (int expert : preferred) site.preferredSet.push_back(static_cast<std::uint8_t>(expert));
        std::vector<double> sorted = scores;
        std::ranges::sort(sorted, std::greater<>());
        site.margin.push_back(m_k < m_experts ? static_cast<float>(sorted[m_k - 1] - sorted[m_k]) : 0.0F);
        keep(scores, chosen, site, step);
    }

    /// Means, spread and entropy over places, and the maps as the level wants them.
    void describe(SiteDetail& site, std::size_t half, const std::vector<float>& preference,
                  const std::vector<int>& chosen) const {
        const std::size_t cells = preference.size() / m_experts;
        std::vector<double> preferred(m_experts, 0.0), applied(m_experts, 0.0), squares(m_experts, 0.0);
        std::vector<bool> isChosen(m_experts, false);
        for (int e : chosen) isChosen[static_cast<std::size_t>(e)] = true;
        double entropy = 0.0;
        for (std::size_t i = 0; i < cells; ++i) {
            double allowed = 0.0;
            for (int e : chosen) allowed += static_cast<double>(preference[static_cast<std::size_t>(e) * cells + i]);
            for (std::size_t e = 0; e < m_experts; ++e) {
                const double p = static_cast<double>(preference[e * cells + i]);
                const double weight = isChosen[e] ? p / allowed : 0.0;
                preferred[e] += p;
                applied[e] += weight;
                squares[e] += weight * weight;
                entropy -= p * std::log(p) / std::log(static_cast<double>(m_experts));
            }
        }
        const double n = static_cast<double>(cells);
        for (std::size_t e = 0; e < m_experts; ++e) {
            const double mean = applied[e] / n;
            site.preferredMean[half].push_back(static_cast<float>(preferred[e] / n));
            site.appliedMean[half].push_back(static_cast<float>(mean));
            site.appliedSpread[half].push_back(
                static_cast<float>(std::sqrt(std::max(0.0, squares[e] / n - mean * mean))));
        }
        site.entropy[half].push_back(static_cast<float>(entropy / n));
        if (m_spec.level == CaptureLevel::Summary) return;
        const bool full = m_spec.level == CaptureLevel::Full;
        for (float p : preference)
            site.preferredMaps[half].push_back(
                static_cast<std::uint16_t>(full ? std::lround(p * 65535.0F) : std::lround(p * 255.0F) * 257));
    }

    void keep(const std::vector<double>& scores, const std::vector<int>& chosen, const SiteDetail& site, int step) {
        const std::vector<float>& mean = site.appliedMean[0];
        for (std::size_t rank = 0; rank < m_k; ++rank) {
            const bool there = rank < chosen.size();
            m_chosen.push_back(there ? chosen[rank] : -1);
            m_weights.push_back(
                there ? mean[static_cast<std::size_t>(step) * m_experts + static_cast<std::size_t>(chosen[rank])]
                      : 0.0F);
        }
        for (double score : scores) m_scores.push_back(static_cast<float>(score));
    }

    void addText() {
        m_trace.sites.emplace_back("cross_kv");
        TextPath path;
        path.label = "cross_kv";
        path.tokens = {"<start>"};
        std::istringstream words(m_spec.prompt);
        for (std::string word; words >> word;) path.tokens.push_back(word);
        path.tokens.emplace_back("<end>");
        path.negativeTokens = {"<start>", "<end>"};
        std::vector<double> scores(m_experts, 0.0);
        for (std::size_t half = 0; half < (m_spec.guided ? 2U : 1U); ++half) {
            const std::size_t count = half == 0 ? path.tokens.size() : path.negativeTokens.size();
            for (std::size_t token = 0; token < count; ++token) {
                std::vector<double> row(m_experts);
                double total = 0.0;
                for (std::size_t e = 0; e < m_experts; ++e) {
                    const double value =
                        1.3 * std::sin(1.9 * static_cast<double>(token) + 1.3 * static_cast<double>(e)) +
                        (e == 1 ? 0.7 : 0.0);
                    scores[e] += value;
                    total += row[e] = std::exp(value);
                }
                for (double p : row) path.preferred[half].push_back(static_cast<float>(p / total));
            }
            // As the engine records it: the context is filled up after the end.
            path.preferred[half].resize(kContext * m_experts, 1.0F / static_cast<float>(m_experts));
        }
        path.tokens.resize(kContext);
        path.negativeTokens.resize(kContext);
        std::vector<int> chosen, preferred;
        choose(scores, chosen, preferred);
        path.chosen.assign(chosen.begin(), chosen.end());
        for (std::size_t half = 0; half < 2; ++half)
            for (std::size_t i = 0; i < path.preferred[half].size(); i += m_experts) {
                float total = 0.0F;
                for (int e : chosen) total += path.preferred[half][i + static_cast<std::size_t>(e)];
                for (std::size_t e = 0; e < m_experts; ++e)
                    path.applied[half].push_back(std::ranges::count(chosen, static_cast<int>(e)) > 0
                                                     ? path.preferred[half][i + e] / total
                                                     : 0.0F);
            }
        for (int step = 0; step < m_spec.steps; ++step) {
            for (std::size_t rank = 0; rank < m_k; ++rank) {
                m_chosen.push_back(rank < chosen.size() ? chosen[rank] : -1);
                m_weights.push_back(rank < chosen.size() ? 1.0F / static_cast<float>(chosen.size()) : 0.0F);
            }
            for (double score : scores) m_scores.push_back(static_cast<float>(score));
        }
        m_detail.textPaths.push_back(std::move(path));
    }

    /// The tables were collected [site][step]; a trace has [step][site].
    void layOutTables() {
        const std::size_t sites = m_trace.sites.size();
        const auto steps = static_cast<std::size_t>(m_spec.steps);
        for (std::size_t step = 0; step < steps; ++step)
            for (std::size_t site = 0; site < sites; ++site) {
                const std::size_t row = site * steps + step;
                for (std::size_t rank = 0; rank < m_k; ++rank) {
                    m_trace.chosen.push_back(m_chosen[row * m_k + rank]);
                    m_trace.weights.push_back(m_weights[row * m_k + rank]);
                }
                for (std::size_t e = 0; e < m_experts; ++e) m_trace.scores.push_back(m_scores[row * m_experts + e]);
            }
    }

    const CaptureSpec& m_spec;
    std::size_t m_experts;
    std::size_t m_k;
    int m_site = 0;
    int m_kind = 0;
    std::vector<double> m_liking;  ///< [expert][cell] of the layer in the making
    RoutingTrace m_trace;
    RoutingDetail m_detail;
    std::vector<std::int32_t> m_chosen;
    std::vector<float> m_weights, m_scores;
};

}  // namespace

CaptureSpec sdxlCapture() {
    CaptureSpec spec;
    spec.stages = {
        {"D1", 4, 2, 64}, {"D2", 20, 10, 32}, {"M", 10, 10, 32, false}, {"U0", 30, 10, 32}, {"U1", 6, 2, 64}};
    spec.experts = {"dreamscape", "inkline", "portrait", "base"};
    spec.steps = 25;
    spec.prompt = "a lighthouse on a cliff at dusk , oil painting , warm light";
    return spec;
}

CaptureSpec starterCapture() {
    CaptureSpec spec;
    spec.stages = {{"D0", 2, 1, 16}, {"D1", 2, 1, 8}, {"D2", 2, 1, 4}, {"M", 1, 1, 2, false},
                   {"U1", 3, 1, 4},  {"U2", 3, 1, 8}, {"U3", 3, 1, 16}};
    spec.experts = {"base", "flower", "house", "fish"};
    spec.k = 1;
    spec.side = 128;
    return spec;
}

RenderedImage captured(const CaptureSpec& spec) { return Maker(spec).make(); }

}  // namespace segmoe::ui::sample
