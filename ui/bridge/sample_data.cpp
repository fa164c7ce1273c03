// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/sample_data.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace segmoe::ui::sample {

namespace {

constexpr int kExperts = 4;
constexpr std::int64_t kSeed = 42;

std::vector<std::string> siteLabels() {
    std::vector<std::string> sites{"cross_kv"};
    const auto addStage = [&sites](const char* side, int stage, int blocks) {
        for (int block = 0; block < blocks; ++block)
            for (const char* kind : {"self", "cross_q", "ff"})
                sites.push_back(side + std::to_string(stage) + ".A" + std::to_string(block) + ".T0." + kind);
    };
    for (int stage : {0, 1, 2}) addStage("D", stage, 2);
    for (int stage : {1, 2, 3}) addStage("U", stage, 3);
    return sites;
}

/// A score that drifts with the step and differs from layer to layer; expert 1 (the flower) leads in most.
float score(int step, int site, int expert) {
    const double wave = std::sin(0.9 * site + 1.7 * expert) + 0.6 * std::sin(0.25 * step + 0.5 * site * (expert + 1));
    return static_cast<float>(wave + (expert == 1 ? 0.9 : 0.0) + (site == 0 && expert == 1 ? 4.0 : 0.0));
}

struct Color {
    double r, g, b;
};

Color flowerAt(double x, double y) {
    const double dx = x - 0.5;
    const double dy = y - 0.40;
    const double radius = std::hypot(dx, dy);
    const double petals = 0.235 + 0.075 * std::cos(6.0 * std::atan2(dy, dx));
    if (radius < 0.10) return {0.97, 0.80, 0.25};
    if (radius < petals) return {0.86, 0.17, 0.20};
    const bool stem = std::abs(dx) < 0.022 && y > 0.5 && y < 0.93;
    const auto leaf = [&](double cx, double tilt) {
        return std::hypot((x - cx) * 0.9 + (y - 0.76) * tilt, (y - 0.76) * 2.1 - (x - cx) * tilt) < 0.095;
    };
    if (stem || leaf(0.40, 0.6) || leaf(0.60, -0.6)) return {0.20, 0.55, 0.25};
    return {0.25, 0.42, 0.82};
}

}  // namespace

ModelSummary mixtureSummary() {
    ModelSummary summary;
    summary.name = "starter";
    summary.architecture = {.family = ModelFamily::Sd1,
                            .name = "SD1.x",
                            .inChannels = 4,
                            .crossAttentionDim = 64,
                            .nativeSize = 128,
                            .isMixture = true,
                            .experts = kExperts};
    summary.experts = {"base", "flower", "house", "fish"};
    summary.expertsPerToken = 1;
    summary.layers = "all";
    summary.sites = siteLabels();
    summary.bytes = 26'300'000;
    summary.recommendedGuidance = 4.0;
    summary.nativeSize = 128;
    return summary;
}

ModelSummary singleSummary() {
    ModelSummary summary = mixtureSummary();
    summary.name = "flower";
    summary.architecture.isMixture = false;
    summary.architecture.experts = 0;
    summary.experts.clear();
    summary.sites.clear();
    summary.layers.clear();
    summary.bytes = 8'300'000;
    return summary;
}

RoutingStep routingStep(int step, int steps, int k) {
    RoutingStep result{.image = 0, .step = step, .steps = steps, .record = {}};
    RoutingTrace& record = result.record;
    record.steps = 1;
    record.k = k;
    record.sites = siteLabels();
    record.experts = mixtureSummary().experts;
    record.timesteps = {1000.0F - 1000.0F * static_cast<float>(step) / static_cast<float>(steps)};
    for (int site = 0; site < record.siteCount(); ++site) {
        std::array<float, kExperts> scores{};
        for (int expert = 0; expert < kExperts; ++expert)
            scores[static_cast<std::size_t>(expert)] = score(step, site, expert);
        std::array<std::int32_t, kExperts> order{};
        std::iota(order.begin(), order.end(), 0);
        std::ranges::sort(order, [&](auto a, auto b) {
            return scores[static_cast<std::size_t>(a)] > scores[static_cast<std::size_t>(b)];
        });
        double sum = 0.0;
        for (int rank = 0; rank < k; ++rank)
            sum += std::exp(scores[static_cast<std::size_t>(order[static_cast<std::size_t>(rank)])]);
        for (int rank = 0; rank < k; ++rank) {
            const std::int32_t expert = order[static_cast<std::size_t>(rank)];
            record.chosen.push_back(expert);
            record.weights.push_back(static_cast<float>(std::exp(scores[static_cast<std::size_t>(expert)]) / sum));
        }
        record.scores.insert(record.scores.end(), scores.begin(), scores.end());
    }
    return result;
}

RoutingTrace trace(int steps, int k) {
    RoutingTrace all;
    for (int step = 0; step < steps; ++step) {
        const RoutingTrace record = routingStep(step, steps, k).record;
        if (step == 0) {
            all = record;
            continue;
        }
        all.steps += 1;
        all.timesteps.insert(all.timesteps.end(), record.timesteps.begin(), record.timesteps.end());
        all.chosen.insert(all.chosen.end(), record.chosen.begin(), record.chosen.end());
        all.weights.insert(all.weights.end(), record.weights.begin(), record.weights.end());
        all.scores.insert(all.scores.end(), record.scores.begin(), record.scores.end());
    }
    return all;
}

Picture picture(int side) {
    Picture result{.width = side, .height = side, .rgb = {}};
    result.rgb.reserve(3U * static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const Color color = flowerAt((x + 0.5) / side, (y + 0.5) / side);
            for (double channel : {color.r, color.g, color.b})
                result.rgb.push_back(static_cast<std::uint8_t>(std::lround(channel * 255.0)));
        }
    }
    return result;
}

Preview preview(int step, int steps) {
    Preview result{.image = 0, .step = step, .steps = steps, .picture = picture(16)};
    const double noise = 1.0 - static_cast<double>(step) / steps;
    unsigned state = 1;
    for (std::uint8_t& channel : result.picture.rgb) {
        state = state * 1664525U + 1013904223U;
        const double random = static_cast<double>(state >> 24U);
        channel = static_cast<std::uint8_t>(std::lround(channel * (1.0 - noise) + random * noise));
    }
    return result;
}

RenderedImage renderedImage(int side) {
    return {
        .picture = picture(side),
        .seed = kSeed,
        .parameters =
            "a red flower on a blue background\nSteps: 20, Sampler: DPM++ 2M, CFG scale: 4, Seed: 42, Size: 128x128",
        .segmoeJson = R"({"schema":1})",
        .trace = trace(20, 1),
        .detail = {}};
}

MemoryForecast forecast() {
    MemoryForecast forecast;
    forecast.terms = {
        {"UNet weights (shared + 1 of 4 experts)", 24'000'000}, {"Activations", 96'000'000}, {"Decoding", 130'000'000}};
    forecast.peakBytes = 250'000'000;
    forecast.availableBytes = 8'000'000'000;
    forecast.seconds = 3.0;
    forecast.device = "cpu";
    return forecast;
}

}  // namespace segmoe::ui::sample
