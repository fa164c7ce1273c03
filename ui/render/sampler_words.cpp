// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/sampler_words.h"

#include <QCoreApplication>

namespace segmoe::ui {

namespace {

class SamplerWords {
    Q_DECLARE_TR_FUNCTIONS(SamplerWords)
};

}  // namespace

QString samplerSentence(SamplerKind kind) {
    switch (kind) {
        case SamplerKind::Ddim: return SamplerWords::tr("The classic: steady, the same at every number of steps.");
        case SamplerKind::Ddpm: return SamplerWords::tr("As models are trained; needs many steps.");
        case SamplerKind::Euler: return SamplerWords::tr("Simple and quick; good for a first look.");
        case SamplerKind::EulerA: return SamplerWords::tr("Adds noise at each step: lively, never settles.");
        case SamplerKind::Heun: return SamplerWords::tr("Two evaluations a step: finer, twice the time.");
        case SamplerKind::Dpmpp2m: return SamplerWords::tr("Clean pictures in 15 to 30 steps; the usual choice.");
        case SamplerKind::Dpmpp2mSde: return SamplerWords::tr("Like DPM++ 2M with fresh noise: more detail.");
        case SamplerKind::DpmppSde: return SamplerWords::tr("Rich detail in few steps, at twice the time a step.");
        case SamplerKind::Unipc: return SamplerWords::tr("Good pictures already in about 10 steps.");
        case SamplerKind::Lms: return SamplerWords::tr("Looks back at earlier steps; smooth pictures.");
        case SamplerKind::Pndm: return SamplerWords::tr("What the first Stable Diffusion models used.");
        case SamplerKind::Lcm: return SamplerWords::tr("For LCM models: 4 to 8 steps, CFG 1 to 2.");
        case SamplerKind::Tcd: return SamplerWords::tr("For TCD models: few steps, more detail than LCM.");
    }
    return {};
}

}  // namespace segmoe::ui
