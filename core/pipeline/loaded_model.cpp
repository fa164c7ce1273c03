// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/loaded_model.h"

#include <algorithm>

#include "core/moe/mixture_layout.h"
#include "core/moe/sparse_layer_factory.h"
#include "core/pipeline/memory_plan.h"

namespace segmoe::pipeline {

namespace {

bool isExpertTensor(const std::string& name) { return name.find(".experts.") != std::string::npos; }

void addBytes(HeldBytes& held, std::int64_t bytes, bool isNative, const Placement& placement) {
    (!placement.device.is_cpu() ? held.device : isNative ? held.mapped : held.own) += bytes;
}

/// A network as it is loaded: everything but the experts of a mixture.
void addNetwork(HeldBytes& held, const TensorSource& source, const Placement& placement) {
    for (const std::string& name : source.names()) {
        if (isExpertTensor(name)) continue;
        const TensorInfo info = *source.find(name);
        addBytes(held, info.elements() * static_cast<std::int64_t>(c10::elementSize(placement.dtype)),
                 info.dtype == fromScalarType(placement.dtype), placement);
    }
}

}  // namespace

LoadedModel::LoadedModel(ModelFiles files, Placement placement, std::int64_t expertCacheBytes)
    : m_files(std::move(files)), m_placement(placement), m_cacheBytes(expertCacheBytes) {}

const PromptEncoder& LoadedModel::promptEncoder(const CancelToken& cancel, const ProgressSink& progress) {
    if (!m_encoder) m_encoder = std::make_unique<PromptEncoder>(m_files, m_placement, cancel, progress);
    return *m_encoder;
}

const Unet& LoadedModel::unet(const CancelToken& cancel, const ProgressSink& progress) {
    if (m_unet) return *m_unet;
    if (!m_files.mixture) {
        m_unet = Unet::load(m_files.unetConfig, m_files.unet, m_placement, cancel, progress);
        return *m_unet;
    }
    moe::SparseLayerFactory layers(m_files.unet, m_files.mixture->expertsPerToken, m_placement, m_cacheBytes);
    WeightLoader loader(m_files.unet, m_placement, cancel, progress);
    auto unet = std::make_shared<const Unet>(m_files.unetConfig, loader, layers);
    loader.finish();
    m_table = layers.table();
    m_cache = layers.cache();
    m_unet = std::move(unet);
    return *m_unet;
}

bool LoadedModel::takeOver(ModelFiles files) {
    if (m_files.mixture.has_value() != files.mixture.has_value()) return false;
    std::shared_ptr<const moe::RoutingTable> table;
    if (m_table) {
        table = moe::RoutingTable::fromSource(*files.unet, files.mixture->expertsPerToken, m_placement.device);
        if (!table || !table->hasSameSites(*m_table)) return false;
    }
    if (m_encoder) m_encoder->setEmbeddings(files);
    m_table = std::move(table);
    m_files = std::move(files);
    return true;
}

HeldBytes LoadedModel::held() const {
    HeldBytes held;
    if (m_encoder)
        for (const TextEncoderFiles& encoder : m_files.encoders) addNetwork(held, *encoder.weights, m_placement);
    if (m_unet) addNetwork(held, *m_files.unet, m_placement);
    if (m_vae) addNetwork(held, *m_files.vae, {m_placement.device, vaeType(m_placement)});
    if (!m_cache) return held;
    const std::vector<std::string>& names = m_files.unet->names();
    const auto expert = std::ranges::find_if(names, isExpertTensor);
    const bool isNative =
        expert != names.end() && m_files.unet->find(*expert)->dtype == fromScalarType(m_placement.dtype);
    addBytes(held, m_cache->statistics().residentBytes, isNative, m_placement);
    return held;
}

const Vae& LoadedModel::vae(const CancelToken& cancel, const ProgressSink& progress) {
    if (!m_vae)
        m_vae = Vae::load(parseVaeConfig(m_files.vaeDocument, m_files.name + ", VAE"), m_files.vae, m_placement, cancel,
                          progress);
    return *m_vae;
}

const LatentPreview& LoadedModel::preview(const CancelToken& cancel, const ProgressSink& progress) {
    if (!m_preview) m_preview = LatentPreview::forVae(vae(cancel, progress));
    return *m_preview;
}

}  // namespace segmoe::pipeline
