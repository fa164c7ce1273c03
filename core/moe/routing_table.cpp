// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/routing_table.h"

#include <algorithm>

#include <ATen/ATen.h>

#include "core/base/error.h"

namespace segmoe::moe {

namespace {

using Modules = std::vector<const MixedModule*>;
using Gates = std::map<const MixedModule*, at::Tensor>;

bool sameBytes(const at::Tensor& a, const at::Tensor& b) {
    return a.scalar_type() == b.scalar_type() && a.sizes() == b.sizes() && at::equal(a, b);
}

bool allEqual(const Modules& modules, const Gates& gates) {
    return std::ranges::all_of(
        modules, [&](const MixedModule* module) { return sameBytes(gates.at(module), gates.at(modules.front())); });
}

Gates loadGates(const TensorSource& unet, const MixtureLayout& layout) {
    Gates gates;
    std::string broken;
    for (const MixedModule& module : layout.modules) {
        at::Tensor gate = unet.load(module.gateName());
        if (!at::isFloatingType(gate.scalar_type()) || !at::isfinite(gate.to(at::kFloat)).all().item<bool>())
            broken += (broken.empty() ? "" : "\n") + module.gateName();
        gates.emplace(&module, std::move(gate));
    }
    if (!broken.empty())
        throw Error(ErrorCode::GateDegenerate,
                    "'" + unet.describe() + "' has gates with values that are no numbers (first: " +
                        broken.substr(0, broken.find('\n')) + "); build the mixture again.",
                    broken);
    return gates;
}

Modules select(const Modules& block, SiteKind kind) {
    Modules found;
    std::ranges::copy_if(block, std::back_inserter(found),
                         [&](const MixedModule* module) { return module->kind == kind; });
    return found;
}

}  // namespace

void RoutingTable::addSite(SiteKind kind, std::string label, std::string mergedLabel,
                           std::vector<const MixedModule*> modules, const at::Tensor& gate) {
    RoutingSite site{static_cast<int>(m_sites.size()), std::move(label), std::move(mergedLabel), kind, {}, gate};
    for (const MixedModule* module : modules) {
        site.modules.push_back(module->name);
        m_siteOfModule.emplace(module->name, m_sites.size());
    }
    m_sites.push_back(std::move(site));
}

std::shared_ptr<const RoutingTable> RoutingTable::fromSource(const TensorSource& unet, int expertsPerToken,
                                                             at::Device device) {
    auto layout = detectMixture(unet, expertsPerToken);
    if (!layout) return nullptr;
    std::shared_ptr<RoutingTable> table(new RoutingTable);
    table->m_layout = std::move(*layout);
    const Gates gates = loadGates(unet, table->m_layout);

    Modules all;
    for (const MixedModule& module : table->m_layout.modules) all.push_back(&module);
    const Modules keyValues = select(all, SiteKind::CrossKeyValue);
    const bool isKeyValueShared = !keyValues.empty() && allEqual(keyValues, gates);

    const auto onDevice = [&](const MixedModule* module) {
        return gates.at(module).to(device, at::kFloat).contiguous();
    };
    const auto add = [&](const Modules& modules, const std::string& place, const std::string& name) {
        if (modules.empty()) return;
        const std::string merged = name == "cross_kv" ? name : place + "." + name;
        if (allEqual(modules, gates))
            return table->addSite(modules.front()->kind, place + "." + name, merged, modules,
                                  onDevice(modules.front()));
        for (const MixedModule* module : modules) {
            const std::string letter(1, module->local.back());
            const std::string stem = name == "cross_kv" ? "cross_" : name + "_";
            table->addSite(module->kind, place + "." + stem + letter, merged, {module}, onDevice(module));
        }
    };
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        const std::string place = placeLabel(all[begin]->place);
        while (end < all.size() && placeLabel(all[end]->place) == place) ++end;
        const Modules block(all.begin() + static_cast<std::ptrdiff_t>(begin),
                            all.begin() + static_cast<std::ptrdiff_t>(end));
        add(select(block, SiteKind::SelfAttention), place, "self");
        add(select(block, SiteKind::CrossQuery), place, "cross_q");
        if (!isKeyValueShared)
            add(select(block, SiteKind::CrossKeyValue), place, "cross_kv");
        else if (table->siteOf(keyValues.front()->name) == nullptr && !select(block, SiteKind::CrossKeyValue).empty())
            table->addSite(SiteKind::CrossKeyValue, "cross_kv", "cross_kv", keyValues, onDevice(keyValues.front()));
        add(select(block, SiteKind::FeedForward), place, "ff");
        begin = end;
    }
    return table;
}

const RoutingSite* RoutingTable::siteOf(std::string_view module) const {
    const auto found = m_siteOfModule.find(module);
    return found == m_siteOfModule.end() ? nullptr : &m_sites[found->second];
}

bool RoutingTable::hasSameSites(const RoutingTable& other) const {
    return experts() == other.experts() &&
           std::ranges::equal(m_sites, other.m_sites, [](const RoutingSite& a, const RoutingSite& b) {
               return a.label == b.label && a.modules == b.modules && a.gate.sizes() == b.gate.sizes();
           });
}

std::vector<std::string> RoutingTable::labels() const {
    std::vector<std::string> labels;
    for (const RoutingSite& site : m_sites) labels.push_back(site.label);
    return labels;
}

}  // namespace segmoe::moe
