// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/samplers/noise_schedule.h"
#include "core/samplers/prediction.h"
#include "core/samplers/sampler.h"

namespace segmoe::samplers {

/// What the methods share that look ᾱ up by whole timestep and keep the latents variance preserving.
class TableSampler : public Sampler {
public:
    NoiseLevel levelBefore(int step) const override;

protected:
    /// Throws Error before anything is computed: ConfigInvalid for a timestep the model was not trained with (a large
    /// steps_offset), SamplerUnsupported for a noise prediction that would start without any signal.
    TableSampler(SamplerPlan plan, const SchedulerConfig& resolved);

    int timestepOf(int evaluation) const { return static_cast<int>(timesteps()[static_cast<std::size_t>(evaluation)]); }
    bool isLast(int evaluation) const { return evaluation + 1 == evaluations(); }
    double alphaBar(int timestep) const { return m_schedule.alphaBar(timestep); }
    /// ᾱ of a timestep that may lie before the first training step.
    double alphaBarOrFinal(int timestep) const;
    NoiseLevel levelAt(int timestep) const { return NoiseLevel::ofAlphaBar(alphaBar(timestep)); }
    PredictionType predictionType() const { return m_type; }

private:
    NoiseSchedule m_schedule;
    PredictionType m_type;
    double m_finalAlphaBar;
};

}  // namespace segmoe::samplers
