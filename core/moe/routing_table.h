// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/moe/mixture_layout.h"
#include "core/moe/routing_site.h"
#include "core/weights/tensor_source.h"

namespace segmoe::moe {

/// All routing sites of a mixture in execution order. Modules whose gates are byte-equal share a site (segmoe.md §3.6):
/// q, k, v of a self-attention; k and v of a cross-attention; and, when all k and v gates of the network are one
/// matrix, a single site "cross_kv" for all of them. Immutable and shared by runs.
class RoutingTable {
public:
    /// Reads the gates (kilobytes each). Throws as detectMixture, and Error{GateDegenerate} naming gates with values
    /// that are no numbers. Nothing for a plain UNet.
    static std::shared_ptr<const RoutingTable> fromSource(const TensorSource& unet, int expertsPerToken,
                                                          at::Device device = at::kCPU);

    const MixtureLayout& layout() const { return m_layout; }
    int experts() const { return m_layout.experts; }
    int expertsPerToken() const { return m_layout.expertsPerToken; }
    const std::vector<RoutingSite>& sites() const { return m_sites; }
    /// Null for a module without experts.
    const RoutingSite* siteOf(std::string_view module) const;
    std::vector<std::string> labels() const;
    /// Whether layers built with the other table may run with this one: equal sites and experts, other gates.
    bool hasSameSites(const RoutingTable& other) const;

private:
    RoutingTable() = default;
    void addSite(SiteKind kind, std::string label, std::string mergedLabel, std::vector<const MixedModule*> modules,
                 const at::Tensor& gate);

    MixtureLayout m_layout;
    std::vector<RoutingSite> m_sites;
    std::map<std::string, std::size_t, std::less<>> m_siteOfModule;
};

}  // namespace segmoe::moe
