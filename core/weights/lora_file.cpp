// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/lora_file.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/weights/lora_alpha.h"

namespace segmoe {

namespace {

using Tensors = std::map<LoraRole, std::string>;

void refuseRelatives(const TensorSource& source) {
    for (const std::string& name : source.names())
        if (const std::string title = foreignAdapterName(name); !title.empty())
            throw Error(ErrorCode::FormatUnsupported,
                        quote(source.describe()) + " is not a LoRA but " + title + " (tensor " + quote(name) +
                            "), which is not supported. Choose a LoRA, LoCon, LoHa, LoKr or DoRA file.");
}

bool hasAny(const Tensors& tensors, LoraRole first, LoraRole last) {
    const auto found = tensors.lower_bound(first);
    return found != tensors.end() && found->first <= last;
}

/// The algorithm whose tensors a module has; nothing when it has none or those of several.
std::optional<LoraAlgorithm> algorithmOf(const Tensors& tensors) {
    const bool isLowRank = hasAny(tensors, LoraRole::Up, LoraRole::Mid);
    const bool isHadamard = hasAny(tensors, LoraRole::HadamardA1, LoraRole::HadamardT2);
    const bool isKronecker = hasAny(tensors, LoraRole::KroneckerW1, LoraRole::KroneckerT2);
    if (isLowRank + isHadamard + isKronecker != 1) return std::nullopt;
    return isLowRank ? LoraAlgorithm::LowRank : isHadamard ? LoraAlgorithm::Hadamard : LoraAlgorithm::Kronecker;
}

/// What a part lacks, in words; empty when it is complete.
std::string_view missingOf(const LoraPart& part) {
    const auto both = [&](LoraRole a, LoraRole b) { return part.has(a) && part.has(b); };
    const auto one = [&](LoraRole a, LoraRole b) { return part.has(a) != part.has(b); };
    switch (part.algorithm) {
        case LoraAlgorithm::LowRank:
            if (!part.has(LoraRole::Up)) return "its up tensor";
            return part.has(LoraRole::Down) ? "" : "its down tensor";
        case LoraAlgorithm::Hadamard:
            if (!both(LoraRole::HadamardA1, LoraRole::HadamardB1)) return "hada_w1_a or hada_w1_b";
            if (!both(LoraRole::HadamardA2, LoraRole::HadamardB2)) return "hada_w2_a or hada_w2_b";
            return one(LoraRole::HadamardT1, LoraRole::HadamardT2) ? "one of hada_t1 and hada_t2" : "";
        case LoraAlgorithm::Kronecker:
            if (!part.has(LoraRole::KroneckerW1) && !both(LoraRole::KroneckerA1, LoraRole::KroneckerB1))
                return "lokr_w1 or one of its factors";
            if (!part.has(LoraRole::KroneckerW2) && !both(LoraRole::KroneckerA2, LoraRole::KroneckerB2))
                return "lokr_w2 or one of its factors";
            return "";
    }
    return "";
}

/// The tensor whose first dimension is the rank; nothing for whole matrices.
std::optional<LoraRole> rankCarrier(const LoraPart& part) {
    if (part.algorithm == LoraAlgorithm::LowRank) return LoraRole::Down;
    if (part.algorithm == LoraAlgorithm::Hadamard) return LoraRole::HadamardB1;
    if (!part.has(LoraRole::KroneckerW2)) return LoraRole::KroneckerB2;
    if (!part.has(LoraRole::KroneckerW1)) return LoraRole::KroneckerB1;
    return std::nullopt;
}

double alphaOf(const TensorSource& source, const std::string& name) {
    const auto info = source.find(name);
    const double alpha =
        info && info->elements() == 1 ? source.load(name).to(at::kDouble).reshape({}).item<double>() : std::nan("");
    if (!std::isfinite(alpha))
        throw Error(ErrorCode::LoraMismatch, "The tensor " + quote(name) + " of " + quote(source.describe()) +
                                                 " is not a single finite number. Choose another file.");
    return alpha;
}

double scaleOf(const TensorSource& source, const LoraPart& part, const std::string& alpha,
               const LoraAlphaRules& rules) {
    const auto carrier = rankCarrier(part);
    if (!carrier) return 1.0;
    const std::int64_t rank = source.find(part.tensors.at(*carrier))->shape[0];
    return alpha.empty() ? rules.scaleOf(part.component, part.label, rank)
                         : alphaOf(source, alpha) / static_cast<double>(rank);
}

void requireComplete(const LoraPart& part, const TensorSource& source) {
    if (const std::string_view missing = missingOf(part); !missing.empty())
        throw Error(ErrorCode::LoraMismatch, "The part " + quote(part.label) + " of " + quote(source.describe()) +
                                                 " lacks " + std::string(missing) +
                                                 ". The file is incomplete: download it again.");
    for (const auto& [role, name] : part.tensors)
        if (const TensorInfo info = source.find(name).value(); info.shape.empty() || info.elements() < 1)
            throw Error(ErrorCode::LoraMismatch, "The tensor " + quote(name) + " of " + quote(source.describe()) +
                                                     " has no rank. Choose another file.");
}

LoraPart partOf(const std::string& module, Tensors tensors, const TensorSource& source, const LoraAlphaRules& rules) {
    const auto algorithm = algorithmOf(tensors);
    if (!algorithm)
        throw Error(ErrorCode::LoraMismatch,
                    "The part " + quote(module) + " of " + quote(source.describe()) +
                        (hasAny(tensors, LoraRole::Up, LoraRole::KroneckerT2)
                             ? " mixes tensors of different kinds of LoRA. Choose another file."
                             : " has an alpha or a scale but no weights. The file is incomplete: download it again."));
    LoraPlace place = placeOfLoraModule(module);
    LoraPart part{module, place.component, std::move(place.key), *algorithm, std::move(tensors), 1.0};
    const auto alpha = part.tensors.extract(LoraRole::Alpha);
    requireComplete(part, source);
    part.scale = scaleOf(source, part, alpha ? alpha.mapped() : std::string(), rules);
    return part;
}

}  // namespace

std::string firstNames(const std::vector<std::string>& names, std::size_t shown) {
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), shown); ++i) text += (i ? ", " : "") + quote(names[i]);
    return names.size() > shown ? text + " and " + std::to_string(names.size() - shown) + " more" : text;
}

LoraFile::LoraFile(TensorSourcePtr source) : m_source(std::move(source)) {
    refuseRelatives(*m_source);
    const LoraAlphaRules rules(*m_source);
    std::map<std::string, Tensors> modules;
    for (const std::string& name : m_source->names()) {
        if (auto parsed = parseLoraTensorName(name))
            modules[parsed->module][parsed->role] = name;
        else
            m_leftOver.push_back(name);
    }
    for (auto& [module, tensors] : modules) m_parts.push_back(partOf(module, std::move(tensors), *m_source, rules));
    if (m_parts.empty())
        throw Error(ErrorCode::LoraMismatch,
                    quote(m_source->describe()) + " holds no LoRA: none of its tensors is named like one" +
                        (m_leftOver.empty() ? "" : ", the first are " + firstNames(m_leftOver)) +
                        ". Choose another file.");
}

}  // namespace segmoe
