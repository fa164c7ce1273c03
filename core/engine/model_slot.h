// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/domain/render_request.h"
#include "core/engine/resident_model.h"
#include "core/moe/gate_cache.h"
#include "core/pipeline/loaded_model.h"
#include "core/pipeline/recipe_model.h"

namespace segmoe {

/// What came of measuring a mixture's gates.
struct GateWork {
    int evaluations = 0;
    int remembered = 0;
    double seconds = 0.0;
    bool isDone = false;  ///< by an earlier call of load: the latest one found the mixture as it is
    std::vector<std::string> notices;
};

/// The one model that is kept loaded, and the gates measured so far. A model whose embeddings alone have changed keeps
/// its weights, and so does a mixture with other gates or another k. One thread.
class ModelSlot {
public:
    /// The request's model or recipe, opened; the former one is let go first, so that two need not fit at once.
    /// Throws what opening and measuring throw, Cancelled.
    pipeline::LoadedModel& load(const RenderRequest& request, const CancelToken& cancel, const ProgressSink& progress);
    void unload() { m_model.reset(); }
    /// Only when this is the one that resident() told of.
    void unload(std::uint64_t id) {
        if (id == m_stay) unload();
    }
    /// Nothing while no network is in memory.
    std::optional<ResidentModel> resident() const;

    moe::GateCache& gates() { return m_gates; }
    /// Of the loaded mixture.
    const GateWork& gateWork() const { return m_work; }

private:
    /// Two requests with equal keys can share one loaded model; equal weights, its networks.
    struct Key {
        std::string weights;
        std::vector<LoraRef> loras;
        std::vector<EmbeddingRef> embeddings;
        std::vector<EmbeddingRef> called;     ///< embeddings of the folders that the prompts call
        std::vector<std::string> unanswered;  ///< what is said of calls without a file
        std::string vae;                      ///< its path and those of the donor, with sizes and times
        std::string donor;
        std::string device;
        Precision precision = Precision::Auto;
        std::int64_t cacheBytes = 0;
        bool compat = false;
        std::optional<MixRecipe> recipe;
        bool operator==(const Key&) const = default;
        bool hasSameWeights(const Key& other) const;
    };

    Key keyOf(const RenderRequest& request, const std::optional<MixRecipe>& recipe) const;
    pipeline::ModelFiles openMixture(const MixRecipe& recipe, const RenderRequest& request, const CancelToken& cancel,
                                     const ProgressSink& progress);

    Key m_key;
    std::unique_ptr<pipeline::LoadedModel> m_model;
    std::string m_source;      ///< what the last request called it
    std::uint64_t m_stay = 0;  ///< counts the models that were loaded
    moe::GateCache m_gates;
    GateWork m_work;
};

/// Headers only: the request's model or recipe with its LoRAs and embeddings, gates of zeros; what its prompts call by
/// name is not looked for. Throws Error.
pipeline::ModelFiles openHeaders(const RenderRequest& request);

}  // namespace segmoe
