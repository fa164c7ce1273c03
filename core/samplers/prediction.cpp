// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/prediction.h"

#include <cmath>

#include <ATen/ATen.h>

namespace segmoe::samplers {

NoiseLevel NoiseLevel::ofAlphaBar(double alphaBar) { return {std::sqrt(alphaBar), std::sqrt(1 - alphaBar)}; }

NoiseLevel NoiseLevel::ofSigma(double sigma) {
    const double signal = 1 / std::sqrt(sigma * sigma + 1);
    return {signal, sigma * signal};
}

at::Tensor predictOriginal(PredictionType type, const at::Tensor& output, const at::Tensor& latents, NoiseLevel level) {
    switch (type) {
        case PredictionType::Epsilon: break;
        case PredictionType::VPrediction: return level.signal * latents - level.noise * output;
        case PredictionType::Sample: return output;
    }
    return (latents - level.noise * output) / level.signal;
}

at::Tensor predictNoise(PredictionType type, const at::Tensor& output, const at::Tensor& latents, NoiseLevel level) {
    switch (type) {
        case PredictionType::Epsilon: break;
        case PredictionType::VPrediction: return level.signal * output + level.noise * latents;
        case PredictionType::Sample: return (latents - level.signal * output) / level.noise;
    }
    return output;
}

at::Tensor predictOriginalAtSigma(PredictionType type, const at::Tensor& output, const at::Tensor& latents,
                                  double sigma) {
    switch (type) {
        case PredictionType::Epsilon: break;
        case PredictionType::VPrediction: {
            const NoiseLevel level = NoiseLevel::ofSigma(sigma);
            return latents / (sigma * sigma + 1) - output * level.noise;
        }
        case PredictionType::Sample: return output;
    }
    return latents - sigma * output;
}

}  // namespace segmoe::samplers
