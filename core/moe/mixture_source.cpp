// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/mixture_source.h"

#include <algorithm>
#include <set>

#include <ATen/ATen.h>

#include "core/base/error.h"

namespace segmoe::moe {

namespace {

std::string shapeText(const std::vector<std::int64_t>& shape) {
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i) text += (i > 0 ? ", " : "") + std::to_string(shape[i]);
    return text + "]";
}

/// Parts that may differ without harm: only a distilled (LCM) network has them, and a mixture takes the base's.
bool isOptional(std::string_view name) {
    return name.starts_with("time_embedding.cond_proj.") || name.ends_with("position_ids");
}

/// One line that says what kind of network this is.
std::string kindOf(const TensorSource& unet) {
    std::set<std::string> blocks;
    std::string context = "?";
    for (const std::string& name : unet.names()) {
        if (const auto block = parseBlockName(name)) blocks.emplace(block->prefix);
        if (context == "?" && name.ends_with("attn2.to_k.weight"))
            if (const auto info = unet.find(name); info && info->shape.size() == 2)
                context = std::to_string(info->shape[1]);
    }
    const auto first = unet.find("conv_in.weight");
    const std::string channels = first && first->shape.size() == 4 ? std::to_string(first->shape[1]) : "?";
    return std::to_string(blocks.size()) + " transformer blocks, context width " + context + ", " + channels +
           " input channels";
}

struct Differences {
    std::vector<std::string> layout;  ///< names that only one side has
    std::vector<std::string> shapes;
};

Differences compare(const TensorSource& base, const TensorSource& expert, const std::string& who) {
    Differences found;
    for (const std::string& name : base.names()) {
        if (isOptional(name)) continue;
        const auto own = expert.find(name);
        const auto wanted = base.find(name);
        if (!own)
            found.layout.push_back(who + " lacks " + name);
        else if (own->shape != wanted->shape)
            found.shapes.push_back(who + ": " + name + " is " + shapeText(own->shape) + ", in the base " +
                                   shapeText(wanted->shape));
    }
    for (const std::string& name : expert.names())
        if (!isOptional(name) && !base.contains(name))
            found.layout.push_back(who + " has " + name + ", the base has not");
    return found;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

void checkGates(const GateTensors& gates, const MixtureLayout& layout) {
    std::vector<std::string> broken;
    for (const MixedModule& module : layout.modules) {
        const auto gate = gates.find(module.gateName());
        const bool isThere = gate != gates.end() && gate->second.defined() && gate->second.dim() == 2 &&
                             gate->second.size(0) == layout.experts;
        if (!isThere || !at::isfinite(gate->second).all().item<bool>()) broken.push_back(module.gateName());
    }
    if (!broken.empty())
        throw Error(ErrorCode::GateDegenerate,
                    std::to_string(broken.size()) + " gates are missing or hold values that are no numbers (first: " +
                        broken.front() + "). Measure the gates again, or choose another gate method.",
                    joined(broken));
}

/// What the mixture puts in the place of each tensor of a mixed module: the dense name.
std::string denseName(const MixedModule& module, const std::string& suffix) { return module.name + "." + suffix; }

}  // namespace

void checkMixable(const TensorSource& base, const std::vector<TensorSourcePtr>& experts, const MixtureLayout& layout) {
    if (layout.experts < 2 || layout.experts > 64 || static_cast<std::size_t>(layout.experts) != experts.size())
        throw Error(ErrorCode::RecipeValueInvalid,
                    "A mixture needs 2 to 64 experts, not " + std::to_string(experts.size()) + ".");
    if (layout.expertsPerToken < 1 || layout.expertsPerToken > layout.experts)
        throw Error(ErrorCode::RecipeValueInvalid, "num_experts_per_tok must be 1 to " +
                                                       std::to_string(layout.experts) + ", not " +
                                                       std::to_string(layout.expertsPerToken) + ".");
    std::string summary;
    std::vector<std::string> details;
    bool isLayoutFault = false;
    for (std::size_t e = 0; e < experts.size(); ++e) {
        const std::string who = "expert " + std::to_string(e);
        const TensorSource& expert = *experts[e];
        const Differences found = compare(base, expert, who);
        if (found.layout.empty() && found.shapes.empty()) continue;
        isLayoutFault = isLayoutFault || !found.layout.empty();
        summary += "\n" + who + " ('" + expert.describe() + "': " + kindOf(expert) +
                   "): " + std::to_string(found.layout.size()) + " tensors that only one side has, " +
                   std::to_string(found.shapes.size()) + " of another shape";
        details.insert(details.end(), found.layout.begin(), found.layout.end());
        details.insert(details.end(), found.shapes.begin(), found.shapes.end());
    }
    if (summary.empty()) return;
    throw Error(isLayoutFault ? ErrorCode::ArchitectureMismatch : ErrorCode::TensorShapeMismatch,
                "These experts cannot be mixed with the base ('" + base.describe() + "': " + kindOf(base) +
                    "); all must have its architecture:" + summary,
                joined(details));
}

GateTensors zeroGates(const TensorSource& baseUnet, const MixtureLayout& layout) {
    GateTensors gates;
    for (const MixedModule& module : layout.modules) {
        const auto info = baseUnet.find(denseName(module, module.suffixes().front()));
        if (!info || info->shape.size() != 2)
            throw Error(ErrorCode::TensorMissing, "'" + baseUnet.describe() + "' has no usable tensor '" +
                                                      denseName(module, module.suffixes().front()) + "'.");
        gates.emplace(module.gateName(), at::zeros({layout.experts, info->shape[1]}));
    }
    return gates;
}

MixtureSource::MixtureSource(TensorSourcePtr base, std::vector<TensorSourcePtr> experts, MixtureLayout layout,
                             GateTensors gates)
    : m_base(std::move(base)), m_experts(std::move(experts)), m_layout(std::move(layout)), m_gates(std::move(gates)) {
    checkMixable(*m_base, m_experts, m_layout);
    checkGates(m_gates, m_layout);
    for (const std::string& name : m_base->names()) m_origins.emplace(name, Origin{m_base.get(), name});
    for (const MixedModule& module : m_layout.modules) {
        for (const std::string& suffix : module.suffixes()) {
            const std::string dense = denseName(module, suffix);
            m_origins.erase(dense);
            for (int e = 0; e < m_layout.experts; ++e)
                m_origins.emplace(module.expertName(e, suffix),
                                  Origin{m_experts[static_cast<std::size_t>(e)].get(), dense});
        }
        m_origins.emplace(module.gateName(), Origin{});
    }
    for (auto gate = m_gates.begin(); gate != m_gates.end();)
        gate = m_origins.contains(gate->first) ? std::next(gate) : m_gates.erase(gate);
    for (auto& entry : m_gates) entry.second = entry.second.to(at::kCPU, at::kFloat).contiguous();
    for (const auto& entry : m_origins) m_names.push_back(entry.first);
}

std::optional<TensorInfo> MixtureSource::find(std::string_view name) const {
    const auto origin = m_origins.find(name);
    if (origin == m_origins.end()) return std::nullopt;
    if (origin->second.source != nullptr) return origin->second.source->find(origin->second.name);
    const at::Tensor& gate = m_gates.find(name)->second;
    return TensorInfo{DType::F32, gate.sizes().vec()};
}

at::Tensor MixtureSource::load(std::string_view name) const {
    const auto origin = m_origins.find(name);
    if (origin == m_origins.end())
        throw Error(ErrorCode::TensorMissing,
                    "There is no tensor '" + std::string(name) + "' in the mixture over '" + m_base->describe() + "'.");
    return origin->second.source != nullptr ? origin->second.source->load(origin->second.name)
                                            : m_gates.find(name)->second;
}

std::optional<FileRange> MixtureSource::fileRange(std::string_view name) const {
    const auto origin = m_origins.find(name);
    if (origin == m_origins.end() || origin->second.source == nullptr) return std::nullopt;
    return origin->second.source->fileRange(origin->second.name);
}

void MixtureSource::release(std::string_view name) const {
    const auto origin = m_origins.find(name);
    if (origin != m_origins.end() && origin->second.source != nullptr)
        origin->second.source->release(origin->second.name);
}

std::string MixtureSource::describe() const {
    return "mixture of " + std::to_string(m_layout.experts) + " experts over " + m_base->describe();
}

std::vector<std::string> MixtureSource::writeOrder() const {
    std::vector<std::string> order;
    for (const auto& [name, origin] : m_origins)
        if (origin.source == m_base.get() && origin.name == name) order.push_back(name);
    // one layer = neighbouring modules of one transformer block and attention or feed-forward
    const auto layerOf = [](const MixedModule& module) {
        return module.kind == SiteKind::FeedForward ? module.name : module.name.substr(0, module.name.rfind('.'));
    };
    for (std::size_t begin = 0; begin < m_layout.modules.size();) {
        std::size_t end = begin;
        while (end < m_layout.modules.size() && layerOf(m_layout.modules[end]) == layerOf(m_layout.modules[begin]))
            ++end;
        for (std::size_t i = begin; i < end; ++i) order.push_back(m_layout.modules[i].gateName());
        for (int e = 0; e < m_layout.experts; ++e)
            for (std::size_t i = begin; i < end; ++i)
                for (const std::string& suffix : m_layout.modules[i].suffixes())
                    order.push_back(m_layout.modules[i].expertName(e, suffix));
        begin = end;
    }
    return order;
}

}  // namespace segmoe::moe
