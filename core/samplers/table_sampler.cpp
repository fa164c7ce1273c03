// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/table_sampler.h"

#include "core/base/error.h"

namespace segmoe::samplers {

TableSampler::TableSampler(SamplerPlan plan, const SchedulerConfig& resolved)
    : Sampler(std::move(plan)),
      m_schedule(resolved, TerminalSnr::Zero),
      m_type(resolved.predictionType),
      m_finalAlphaBar(*resolved.setAlphaToOne ? 1.0 : m_schedule.alphaBar(0)) {
    for (int i = 0; i < evaluations(); ++i)
        if (alphaBar(timestepOf(i)) == 0.0 && m_type == PredictionType::Epsilon)
            throw Error(
                ErrorCode::SamplerUnsupported,
                "The model predicts noise (prediction_type epsilon), but its schedule starts without any signal "
                "(rescale_betas_zero_snr), which this sampler cannot divide by; use the sampler euler, or set "
                "prediction_type to v_prediction in scheduler_config.json if the model was trained so.");
}

NoiseLevel TableSampler::levelBefore(int step) const {
    return step < steps() ? levelAt(timestepOf(firstEvaluationOf(step))) : NoiseLevel{};
}

double TableSampler::alphaBarOrFinal(int timestep) const {
    return timestep >= 0 ? m_schedule.alphaBar(timestep) : m_finalAlphaBar;
}

}  // namespace segmoe::samplers
