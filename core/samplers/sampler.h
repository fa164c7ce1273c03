// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <ATen/core/Tensor.h>

#include "core/samplers/sampler_noise.h"

namespace segmoe::samplers {

/// Latents are x = signal·x₀ + noise·ε. Variance preserving where signal² + noise² = 1; signal stays 1 for methods that
/// work with σ alone.
struct NoiseLevel {
    double signal = 1.0;
    double noise = 0.0;
    static NoiseLevel ofAlphaBar(double alphaBar);
    static NoiseLevel ofSigma(double sigma);  ///< σ = noise / signal
};

/// When a sampler evaluates the model.
struct SamplerPlan {
    int steps = 0;                  ///< solver steps
    std::vector<double> timesteps;  ///< one per evaluation, as passed to the UNet; may be fractional
    std::vector<int> stepOf;        ///< solver step each evaluation belongs to, ascending from 0
    double initNoiseSigma = 1.0;    ///< standard normal start latents are multiplied by this
    int noiseDraws = 0;             ///< noise tensors a whole run takes

    /// One evaluation per step, none of them random.
    static SamplerPlan oneEach(std::vector<double> timesteps, double initNoiseSigma = 1.0);
};

/// One run of a solver: mutable state, one thread, used up after the last evaluation. Latents [N, 4, h, w] stay fp32
/// on their device for the whole run; coefficients are fp64 on the host.
///
///     x = noise.next(shape) * sampler->initNoiseSigma();
///     for (int i = 0; i < sampler->evaluations(); ++i)
///         x = sampler->step(unet(sampler->scaleModelInput(x, i), sampler->timesteps()[i]), i, x, noise);
class Sampler {
public:
    virtual ~Sampler();
    Sampler(const Sampler&) = delete;
    Sampler& operator=(const Sampler&) = delete;

    int steps() const { return m_plan.steps; }
    /// Calls of the model: more than steps() for heun, dpmpp_sde and pndm.
    int evaluations() const { return static_cast<int>(m_plan.timesteps.size()); }
    const std::vector<double>& timesteps() const { return m_plan.timesteps; }  ///< [evaluations]
    int stepOf(int evaluation) const { return m_plan.stepOf.at(static_cast<std::size_t>(evaluation)); }
    /// The first evaluation of a solver step.
    int firstEvaluationOf(int step) const;
    /// Noise in the latents before a step; before steps() there is none left.
    virtual NoiseLevel levelBefore(int step) const = 0;
    /// Leaves out the steps before this one; the latents given to the first step() must carry levelBefore(step).
    /// Call before the first step(). Methods with a memory begin with their lowest order.
    void startAt(int step);
    int nextEvaluation() const { return m_next; }
    double initNoiseSigma() const { return m_plan.initNoiseSigma; }
    int noiseDraws() const { return m_plan.noiseDraws; }

    /// What the UNet gets instead of the latents; the same shape and dtype.
    virtual at::Tensor scaleModelInput(const at::Tensor& latents, int evaluation) const;

    /// Takes the model's output (any float dtype, after guidance) for evaluation 0, 1, 2… in order and returns the next
    /// latents, fp32. Throws Error{InternalError} out of order or for different shapes, and what `noise` throws.
    at::Tensor step(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents, NoiseSource& noise);

    /// The clean latents x₀ the model predicted in the last step(), for previews; undefined before the first.
    const at::Tensor& predictedOriginal() const { return m_predictedOriginal; }

protected:
    explicit Sampler(SamplerPlan plan);
    /// The method itself. Sets m_predictedOriginal.
    virtual at::Tensor advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                               NoiseSource& noise) = 0;

    at::Tensor m_predictedOriginal;

private:
    SamplerPlan m_plan;
    int m_next = 0;
};

/// noise.next() with the latents' shape, on their device.
at::Tensor drawLike(NoiseSource& noise, const at::Tensor& latents);

}  // namespace segmoe::samplers
