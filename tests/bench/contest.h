// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace segmoe::bench {

/// What doing the work once took. Processor seconds are those of all threads; on a machine that others use too they are
/// the steadier measure, but for work that waits for a disk they say nothing.
struct Cost {
    double seconds = 0.0;
    double processor = 0.0;  ///< 0 = not known
};

/// One way to do the work that is compared.
struct Contestant {
    std::string name;
    std::function<Cost()> run;
};

struct Spread {
    double low = 0.0;
    double median = 0.0;
    double high = 0.0;
};
Spread spreadOf(std::vector<double> values);

/// What one case measured.
class Contest {
public:
    /// Runs all contestants once for warmth, then `rounds` times in alternation (A B A B …): machines drift, and what
    /// is compared must have lived through the same drift.
    Contest(std::string title, std::vector<Contestant> contestants, int rounds);

    /// Prints each contestant's seconds.
    void printSeconds() const;
    /// Prints "A / B = median of the rounds' ratios", when both took part.
    void printRatio(const std::string& a, const std::string& b) const;
    /// Median seconds of one who took part.
    double median(const std::string& name) const;

private:
    const std::vector<Cost>* costsOf(const std::string& name) const;

    std::string m_title;
    std::vector<Contestant> m_contestants;
    std::vector<std::vector<Cost>> m_costs;  ///< [contestant][round]
};

/// What a call in this process took.
Cost timed(const std::function<void()>& work);

}  // namespace segmoe::bench
