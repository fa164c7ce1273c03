// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/models/unet.h"
#include "core/models/vae.h"
#include "core/moe/expert_cache.h"
#include "core/moe/routing_table.h"
#include "core/pipeline/latent_preview.h"
#include "core/pipeline/model_files.h"
#include "core/pipeline/prompt_encoder.h"

namespace segmoe::pipeline {

/// Where the weights that are loaded lie.
struct HeldBytes {
    std::int64_t device = 0;  ///< not the processor's memory
    std::int64_t own = 0;     ///< converted copies
    std::int64_t mapped = 0;  ///< used in place in their files; what a LoRA changes is counted here, too
};

/// A model in memory, part by part: each network is loaded when it is first asked for and stays until released. Weights
/// of a mixture's experts are not loaded here; the ExpertCache pulls the chosen ones. One thread.
class LoadedModel {
public:
    LoadedModel(ModelFiles files, Placement placement, std::int64_t expertCacheBytes);

    const ModelFiles& files() const { return m_files; }
    const Placement& placement() const { return m_placement; }

    /// Load on first use. Throw what loading throws, and Cancelled.
    const PromptEncoder& promptEncoder(const CancelToken& cancel, const ProgressSink& progress);
    const Unet& unet(const CancelToken& cancel, const ProgressSink& progress);
    const Vae& vae(const CancelToken& cancel, const ProgressSink& progress);
    const LatentPreview& preview(const CancelToken& cancel, const ProgressSink& progress);

    /// Of a mixture, after unet(); null for a single model.
    const std::shared_ptr<const moe::RoutingTable>& routingTable() const { return m_table; }
    const std::shared_ptr<moe::ExpertCache>& expertCache() const { return m_cache; }

    /// Takes over a model that differs from this one in its embeddings and, of a mixture, in its gates and k alone:
    /// weights stay where they are. False, and nothing changed, when its sites are others. Throws Error of reading its
    /// gates or embeddings; nothing is changed then either.
    bool takeOver(ModelFiles files);

    bool isLoaded() const { return m_encoder || m_unet || m_vae; }
    /// Of the networks that are loaded now and of the experts in the cache.
    HeldBytes held() const;
    /// Text encoders are needed once per prompt: a run short of memory drops them before sampling.
    void releaseEncoders() { m_encoder.reset(); }

private:
    ModelFiles m_files;
    Placement m_placement;
    std::int64_t m_cacheBytes;
    std::unique_ptr<PromptEncoder> m_encoder;
    std::shared_ptr<const Unet> m_unet;
    std::shared_ptr<const moe::RoutingTable> m_table;
    std::shared_ptr<moe::ExpertCache> m_cache;
    std::shared_ptr<const Vae> m_vae;
    std::optional<LatentPreview> m_preview;
};

}  // namespace segmoe::pipeline
