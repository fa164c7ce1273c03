// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/scheduler_config.h"

#include <algorithm>

namespace segmoe::samplers {

namespace {

/// The constructor defaults that differ between the scheduler classes.
struct ClassDefaults {
    double betaStart = 0.0001;
    double betaEnd = 0.02;
    BetaSchedule betaSchedule = BetaSchedule::Linear;
    TimestepSpacing spacing = TimestepSpacing::Linspace;
    bool setAlphaToOne = true;
    bool readsZeroSnr = true;
    bool readsCurve = false;  ///< use_karras_sigmas…
    bool readsFinalSigma = false;
};

ClassDefaults defaultsOf(SamplerKind sampler) {
    ClassDefaults own;
    switch (sampler) {
        case SamplerKind::Ddim:
        case SamplerKind::Ddpm: own.spacing = TimestepSpacing::Leading; break;
        case SamplerKind::Pndm:
            own.spacing = TimestepSpacing::Leading;
            own.setAlphaToOne = false;
            own.readsZeroSnr = false;
            break;
        case SamplerKind::EulerA: break;
        case SamplerKind::Euler:
        case SamplerKind::Dpmpp2m:
        case SamplerKind::Dpmpp2mSde:
        case SamplerKind::Unipc: own.readsCurve = own.readsFinalSigma = true; break;
        case SamplerKind::Lms:
            own.readsCurve = true;
            own.readsZeroSnr = false;
            break;
        case SamplerKind::Heun:
        case SamplerKind::DpmppSde:
            own.betaStart = 0.00085;
            own.betaEnd = 0.012;
            own.readsCurve = true;
            own.readsZeroSnr = false;
            break;
        case SamplerKind::Lcm:
        case SamplerKind::Tcd:
            own.betaStart = 0.00085;
            own.betaEnd = 0.012;
            own.betaSchedule = BetaSchedule::ScaledLinear;
            own.spacing = TimestepSpacing::Leading;
            break;
    }
    return own;
}

bool readsLuLambdas(SamplerKind sampler) {
    return sampler == SamplerKind::Dpmpp2m || sampler == SamplerKind::Dpmpp2mSde;
}

void applySchedule(ScheduleKind schedule, SchedulerConfig& config) {
    if (schedule == ScheduleKind::Normal) return;
    config.sigmaCurve = SigmaCurve::Spaced;
    switch (schedule) {
        case ScheduleKind::Normal: break;
        case ScheduleKind::Karras: config.sigmaCurve = SigmaCurve::Karras; break;
        case ScheduleKind::Exponential: config.sigmaCurve = SigmaCurve::Exponential; break;
        case ScheduleKind::Beta: config.sigmaCurve = SigmaCurve::Beta; break;
        case ScheduleKind::SgmUniform: config.sigmaCurve = SigmaCurve::SgmUniform; break;
        case ScheduleKind::Simple: config.sigmaCurve = SigmaCurve::Simple; break;
        case ScheduleKind::Trailing: config.timestepSpacing = TimestepSpacing::Trailing; break;
    }
}

}  // namespace

SchedulerConfig SchedulerConfig::resolve(SamplerKind sampler, ScheduleKind schedule) const {
    const ClassDefaults own = defaultsOf(sampler);
    SchedulerConfig resolved = *this;
    resolved.betaStart = betaStart.value_or(own.betaStart);
    resolved.betaEnd = betaEnd.value_or(own.betaEnd);
    resolved.betaSchedule = betaSchedule.value_or(own.betaSchedule);
    resolved.timestepSpacing = timestepSpacing.value_or(own.spacing);
    resolved.setAlphaToOne = setAlphaToOne.value_or(own.setAlphaToOne);
    if (!own.readsZeroSnr) resolved.rescaleBetasZeroSnr = false;
    if (!own.readsCurve || (sigmaCurve == SigmaCurve::Lu && !readsLuLambdas(sampler)))
        resolved.sigmaCurve = SigmaCurve::Spaced;
    if (!own.readsFinalSigma) resolved.finalSigmaIsMin = false;
    if (sampler != SamplerKind::Euler) resolved.logLinearInterpolation = false;
    // "2M" is the second order; diffusers' third order of the SDE has a wrong sign (its D2 term does not vanish with
    // h).
    if (sampler == SamplerKind::Dpmpp2mSde) resolved.solverOrder = std::min(solverOrder, 2);
    applySchedule(schedule, resolved);
    return resolved;
}

}  // namespace segmoe::samplers
