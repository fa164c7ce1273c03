// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/contest.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <thread>

namespace segmoe::bench {

namespace {

/// Worker threads of the one who just ran spin for a moment before they sleep.
constexpr std::chrono::milliseconds kPause{30};

std::vector<double> secondsOf(const std::vector<Cost>& costs) {
    std::vector<double> seconds;
    for (const Cost& cost : costs) seconds.push_back(cost.seconds);
    return seconds;
}

/// The median of what `of` gives for the rounds, with the smallest and the largest.
std::string ratioText(const std::vector<Cost>& a, const std::vector<Cost>& b, double Cost::*of) {
    std::vector<double> ratios;
    for (std::size_t round = 0; round < a.size(); ++round) ratios.push_back(a[round].*of / (b[round].*of));
    const Spread spread = spreadOf(ratios);
    char text[80];
    std::snprintf(text, sizeof text, "%.3f (%.3f … %.3f)", spread.median, spread.low, spread.high);
    return text;
}

}  // namespace

Spread spreadOf(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    const double median = values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2.0;
    return {values.front(), median, values.back()};
}

Contest::Contest(std::string title, std::vector<Contestant> contestants, int rounds)
    : m_title(std::move(title)), m_contestants(std::move(contestants)), m_costs(m_contestants.size()) {
    for (const Contestant& contestant : m_contestants) contestant.run();
    for (int round = 0; round < rounds; ++round)
        for (std::size_t i = 0; i < m_contestants.size(); ++i) {
            std::this_thread::sleep_for(kPause);
            m_costs[i].push_back(m_contestants[i].run());
        }
}

void Contest::printSeconds() const {
    std::printf("\n%s\n", m_title.c_str());
    for (std::size_t i = 0; i < m_contestants.size(); ++i) {
        const Spread spread = spreadOf(secondsOf(m_costs[i]));
        std::printf("  %-34s %9.4f s   (%.4f … %.4f, n = %zu)\n", m_contestants[i].name.c_str(), spread.median,
                    spread.low, spread.high, m_costs[i].size());
    }
    std::fflush(stdout);
}

const std::vector<Cost>* Contest::costsOf(const std::string& name) const {
    for (std::size_t i = 0; i < m_contestants.size(); ++i)
        if (m_contestants[i].name == name) return &m_costs[i];
    return nullptr;
}

double Contest::median(const std::string& name) const { return spreadOf(secondsOf(*costsOf(name))).median; }

void Contest::printRatio(const std::string& a, const std::string& b) const {
    const std::vector<Cost>*first = costsOf(a), *second = costsOf(b);
    if (!first || !second) return;
    std::printf("  %s / %s = %s", a.c_str(), b.c_str(), ratioText(*first, *second, &Cost::seconds).c_str());
    if (first->front().processor > 0.0 && second->front().processor > 0.0)
        std::printf(", of processor time %s", ratioText(*first, *second, &Cost::processor).c_str());
    std::printf("\n");
    std::fflush(stdout);
}

Cost timed(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t processor = std::clock();
    work();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    return {seconds.count(), static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC};
}

}  // namespace segmoe::bench
