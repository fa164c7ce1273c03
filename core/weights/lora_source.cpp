// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/lora_source.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/weights/ldm_unet_names.h"
#include "core/weights/lora_change.h"

namespace segmoe {

namespace {

constexpr std::string_view kWeight = ".weight";
constexpr std::string_view kTextModel = "text_model.";

std::string keyOf(std::string_view module) {
    std::string key(module);
    std::replace(key.begin(), key.end(), '.', '_');
    return key;
}

/// "attn1.to_q" of "attn1.to_q.experts.2", "ff.net.2" of "ff.experts.0.net.2": what the module is called in a plain
/// model. Other names come back as they are.
std::string plainModule(std::string_view module) {
    static constexpr std::string_view kExperts = ".experts.";
    std::string plain(module);
    const std::size_t at = plain.find(kExperts);
    if (at == std::string::npos) return plain;
    const std::size_t number = at + kExperts.size();
    const std::size_t end = std::min(plain.find_first_not_of("0123456789", number), plain.size());
    if (end > number && (end == plain.size() || plain[end] == '.')) plain.erase(at, end - at);
    return plain;
}

using WeightsByKey = std::map<std::string, std::vector<std::string>>;

/// Every spelling a LoRA may use for a weight of this network → tensor names: one, or those of all experts.
WeightsByKey weightsByKey(const TensorSource& model, LoraComponent component) {
    const bool isUnet = component == LoraComponent::Unet;
    const PrefixMap toLdm(isUnet ? inverted(ldmUnetPairs(model.names())) : PrefixPairs{});
    WeightsByKey weights;
    for (const std::string& name : model.names()) {
        if (!name.ends_with(kWeight)) continue;
        const std::string own = name.substr(0, name.size() - kWeight.size());
        const std::string module = plainModule(own);
        std::set<std::string> keys = {keyOf(own), keyOf(module)};
        if (isUnet) {
            if (const auto ldm = toLdm.translate(module)) keys.insert(keyOf(*ldm));
        } else if (module.starts_with(kTextModel)) {
            keys.insert(keyOf(module.substr(kTextModel.size())));
        } else {
            keys.insert(keyOf(std::string(kTextModel).append(module)));
        }
        for (const std::string& key : keys) weights[key].push_back(name);
    }
    return weights;
}

[[noreturn]] void throwMisfit(const TensorSource& model, const LoraFile& file, const LoraPart& part,
                              const std::string& weight) {
    throw Error(ErrorCode::LoraMismatch, "The part " + quote(part.label) + " of the LoRA " +
                                             quote(file.source().describe()) + " does not fit " + quote(weight) +
                                             " of " + quote(model.describe()) +
                                             ": it was made for another architecture. Choose a LoRA for this model.");
}

[[noreturn]] void throwNoPlace(const TensorSource& model, const LoraFile& file, LoraComponent component) {
    std::vector<std::string> labels;
    for (const LoraPart& part : file.parts())
        if (part.component == component) labels.push_back(part.label);
    throw Error(ErrorCode::LoraMismatch, "No part of the LoRA " + quote(file.source().describe()) +
                                             " finds a weight in " + quote(model.describe()) + ", the first are " +
                                             firstNames(labels) +
                                             ": it was made for another architecture. Choose a LoRA for this model.");
}

}  // namespace

LoraSource::LoraSource(TensorSourcePtr model, Deltas deltas) : m_model(std::move(model)), m_deltas(std::move(deltas)) {}

at::Tensor LoraSource::load(std::string_view name) const {
    const at::Tensor stored = m_model->load(name);
    const auto found = m_deltas.find(name);
    if (found == m_deltas.end()) return stored;
    const at::Tensor weight = stored.to(at::kFloat);
    at::Tensor sum = weight.clone();
    for (const Delta& delta : found->second)
        sum.add_(changeOfWeight(delta.part, delta.file->source(), weight, delta.strength));
    return sum.to(stored.scalar_type());
}

std::optional<FileRange> LoraSource::fileRange(std::string_view name) const {
    return m_deltas.contains(name) ? std::nullopt : m_model->fileRange(name);
}

std::string LoraSource::describe() const { return m_model->describe() + " with LoRA"; }

LoraOverlay layLoras(const TensorSourcePtr& model, LoraComponent component, const std::vector<LoraLayer>& layers) {
    const auto weights = weightsByKey(*model, component);
    LoraOverlay overlay;
    LoraSource::Deltas deltas;
    for (const LoraLayer& layer : layers) {
        const std::string file = layer.file->source().describe();
        std::size_t meant = 0;
        std::vector<std::string> unplaced;
        for (const LoraPart& part : layer.file->parts()) {
            if (part.component != component) continue;
            ++meant;
            const auto weight = weights.find(part.key);
            if (weight == weights.end()) {
                unplaced.push_back(file + ": " + part.label);
                continue;
            }
            for (const std::string& name : weight->second) {
                if (!fitsWeight(part, layer.file->source(), model->find(name).value()))
                    throwMisfit(*model, *layer.file, part, name);
                deltas[name].push_back({layer.file, part, layer.strength});
            }
        }
        if (meant > 0 && unplaced.size() == meant) throwNoPlace(*model, *layer.file, component);
        overlay.unplaced.insert(overlay.unplaced.end(), unplaced.begin(), unplaced.end());
    }
    overlay.source = deltas.empty() ? model : std::make_shared<LoraSource>(model, std::move(deltas));
    return overlay;
}

}  // namespace segmoe
