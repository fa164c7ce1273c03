// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/gate_report.h"

#include <algorithm>
#include <limits>

#include <ATen/ATen.h>

namespace segmoe::moe {

std::vector<GateStatistics> gateStatistics(const RoutingTable& table) {
    const auto experts = static_cast<std::int64_t>(table.experts());
    std::vector<GateStatistics> all;
    for (const RoutingSite& site : table.sites()) {
        const at::Tensor gate = site.gate.to(at::kCPU, at::kDouble);
        const at::Tensor norms = gate.norm(2, at::IntArrayRef{1}).contiguous();
        const at::Tensor rows = gate / norms.unsqueeze(1).clamp_min(1e-12);
        const at::Tensor cosines = rows.mm(rows.t()).contiguous();
        const at::Tensor singular = at::linalg_svdvals(gate).contiguous();

        GateStatistics own;
        own.site = site.label;
        own.norms.assign(norms.const_data_ptr<double>(), norms.const_data_ptr<double>() + experts);
        own.cosines.assign(cosines.const_data_ptr<double>(), cosines.const_data_ptr<double>() + experts * experts);
        own.maxCosine = -1.0;
        for (std::int64_t a = 0; a < experts; ++a)
            for (std::int64_t b = 0; b < experts; ++b)
                if (a != b)
                    own.maxCosine = std::max(own.maxCosine, own.cosines[static_cast<std::size_t>(a * experts + b)]);
        const double largest = singular[0].item<double>();
        const double smallest = singular.size(0) < experts ? 0.0 : singular[singular.size(0) - 1].item<double>();
        own.conditionNumber = smallest > 0.0 ? largest / smallest : std::numeric_limits<double>::infinity();
        all.push_back(std::move(own));
    }
    return all;
}

}  // namespace segmoe::moe
