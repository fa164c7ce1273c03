// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/sampler_factory.h"

#include "core/base/error.h"
#include "core/samplers/ddim_sampler.h"
#include "core/samplers/ddpm_sampler.h"
#include "core/samplers/dpmpp_multistep_sampler.h"
#include "core/samplers/dpmpp_sde_sampler.h"
#include "core/samplers/euler_sampler.h"
#include "core/samplers/heun_sampler.h"
#include "core/samplers/lcm_sampler.h"
#include "core/samplers/lms_sampler.h"
#include "core/samplers/pndm_sampler.h"
#include "core/samplers/tcd_sampler.h"
#include "core/samplers/unipc_sampler.h"

namespace segmoe::samplers {

namespace {

std::string name(SamplerKind sampler) { return std::string(samplerName(sampler)); }

void requirePossible(SamplerKind sampler, ScheduleKind schedule, const SchedulerConfig& config, int steps) {
    if (!isPossible(sampler, schedule))
        throw Error(ErrorCode::SamplerUnsupported, "The sampler " + name(sampler) +
                                                       " has timesteps of its own and cannot follow the schedule " +
                                                       std::string(scheduleName(schedule)) + "; use normal.");
    if (steps < 1 || steps > config.trainSteps)
        throw Error(ErrorCode::RequestInvalid, "The number of steps is " + std::to_string(steps) +
                                                   ", but this model allows 1 to " + std::to_string(config.trainSteps) +
                                                   ".");
}

double etaOf(const SamplerOptions& options, double absent) {
    const double eta = options.eta.value_or(absent);
    if (!(eta >= 0.0 && eta <= 1.0))
        throw Error(ErrorCode::RequestInvalid, "eta is " + std::to_string(eta) + ", but 0 to 1 is needed.");
    return eta;
}

}  // namespace

std::unique_ptr<Sampler> makeSampler(SamplerKind sampler, ScheduleKind schedule, const SchedulerConfig& config,
                                     int steps, const SamplerOptions& options) {
    requirePossible(sampler, schedule, config, steps);
    const SchedulerConfig resolved = config.resolve(sampler, schedule);
    const auto noise = [&] { return NoiseSchedule(resolved, TerminalSnr::Tiny); };
    const auto spaced = [&] { return spacedSigmaGrid(noise(), resolved, steps); };
    const auto multistep = [&](MultistepFamily family) { return multistepSigmaGrid(noise(), resolved, steps, family); };
    switch (sampler) {
        case SamplerKind::Ddim: return std::make_unique<DdimSampler>(resolved, steps, etaOf(options, 0.0));
        case SamplerKind::Ddpm: return std::make_unique<DdpmSampler>(resolved, steps);
        case SamplerKind::Euler: return std::make_unique<EulerSampler>(resolved, spaced());
        case SamplerKind::EulerA: return std::make_unique<EulerAncestralSampler>(resolved, spaced());
        case SamplerKind::Heun: return std::make_unique<HeunSampler>(resolved, spaced());
        case SamplerKind::Dpmpp2m:
            return std::make_unique<DpmppMultistepSampler>(resolved, multistep(MultistepFamily::Dpmpp), false);
        case SamplerKind::Dpmpp2mSde:
            return std::make_unique<DpmppMultistepSampler>(resolved, multistep(MultistepFamily::Dpmpp), true);
        case SamplerKind::DpmppSde: return std::make_unique<DpmppSdeSampler>(noise(), resolved, spaced());
        case SamplerKind::Unipc: return std::make_unique<UnipcSampler>(resolved, multistep(MultistepFamily::Unipc));
        case SamplerKind::Lms: return std::make_unique<LmsSampler>(resolved, spaced());
        case SamplerKind::Pndm: return std::make_unique<PndmSampler>(resolved, steps);
        case SamplerKind::Lcm: return std::make_unique<LcmSampler>(resolved, steps);
        case SamplerKind::Tcd: return std::make_unique<TcdSampler>(resolved, steps, etaOf(options, 0.3));
    }
    throw Error(ErrorCode::InternalError, "A sampler is missing in the factory.");
}

}  // namespace segmoe::samplers
