// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace segmoe {

/// What the sites chose in a run: the tables of product.md §4. Indices are [step][site][i], row-major.
/// With several groups per call (segmoe.md §4.2) the record is the first group's. Plain value, no model needed to read
/// it.
struct RoutingTrace {
    int steps = 0;
    int k = 0;
    std::vector<std::string> sites;    ///< labels in execution order; one "cross_kv" when merged
    std::vector<std::string> experts;  ///< names
    std::vector<float> timesteps;      ///< [steps]
    std::vector<std::int32_t> chosen;  ///< [steps, sites, k], best first; -1 where fewer than k are allowed
    std::vector<float> weights;        ///< [steps, sites, k], mean applied weight
    std::vector<float> scores;         ///< [steps, sites, E], raw, before any control
    std::string request;               ///< JSON of the request

    int siteCount() const { return static_cast<int>(sites.size()); }
    int expertCount() const { return static_cast<int>(experts.size()); }
    std::int32_t chosenAt(int step, int site, int rank) const {
        return chosen[(static_cast<std::size_t>(step) * sites.size() + site) * k + rank];
    }
    float weightAt(int step, int site, int rank) const {
        return weights[(static_cast<std::size_t>(step) * sites.size() + site) * k + rank];
    }
    float scoreAt(int step, int site, int expert) const {
        return scores[(static_cast<std::size_t>(step) * sites.size() + site) * experts.size() + expert];
    }
    bool empty() const { return steps == 0 || sites.empty(); }
};

/// One step of a run, delivered while it runs. Same layout as a trace with one step.
struct RoutingStep {
    int image = 0;
    int step = 0;
    int steps = 0;
    RoutingTrace record;
};

}  // namespace segmoe
