// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <ATen/ATen.h>

#include "core/samplers/sampler_factory.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::samplers;

namespace {

at::Tensor runToEnd(SamplerKind kind, at::ScalarType modelDtype) {
    const auto sampler = makeSampler(kind, ScheduleKind::Normal, SchedulerConfig::stableDiffusion(), 6);
    SeededNoise noise(11, 0, 2);
    at::Tensor latents = noise.next({2, 4, 4, 4}) * sampler->initNoiseSigma();
    for (int i = 0; i < sampler->evaluations(); ++i)
        latents = sampler->step(at::tanh(sampler->scaleModelInput(latents, i)).to(modelDtype), i, latents, noise);
    return latents;
}

std::string refusal(SamplerKind sampler, ScheduleKind schedule, const SchedulerConfig& config, int steps,
                    ErrorCode code, SamplerOptions options = {}) {
    const Error error = test::expectError([&] { makeSampler(sampler, schedule, config, steps, options); });
    return error.code() == code ? error.what() : "another code: " + std::string(errorCodeName(error.code()));
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

class SamplerFactoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSeedGivesTheSameLatents() {
        for (const auto kind : allSamplers()) {
            const at::Tensor once = runToEnd(kind, at::kFloat);
            QVERIFY(once.isfinite().all().item<bool>());
            QVERIFY2(once.equal(runToEnd(kind, at::kFloat)), samplerName(kind).data());
        }
    }

    /// Outputs of a half-precision UNet are fine; the latents stay fp32.
    void halfPrecisionOutputs() {
        for (const auto kind : allSamplers()) {
            const at::Tensor latents = runToEnd(kind, at::kBFloat16);
            QCOMPARE(latents.scalar_type(), at::kFloat);
            QVERIFY(latents.isfinite().all().item<bool>());
        }
    }

    void impossiblePairsAreNamed() {
        const auto config = SchedulerConfig::stableDiffusion();
        for (const auto sampler : allSamplers())
            for (const auto schedule : allSchedules()) {
                if (isPossible(sampler, schedule)) {
                    QVERIFY(makeSampler(sampler, schedule, config, 8) != nullptr);
                    continue;
                }
                const std::string text = refusal(sampler, schedule, config, 8, ErrorCode::SamplerUnsupported);
                QVERIFY2(contains(text, std::string(samplerName(sampler))), text.c_str());
                QVERIFY2(contains(text, std::string(scheduleName(schedule))), text.c_str());
            }
    }

    void numbersOfSteps() {
        const auto config = SchedulerConfig::stableDiffusion();
        for (const auto sampler : allSamplers())
            for (const int steps : {0, -3, 1001})
                QVERIFY(contains(refusal(sampler, ScheduleKind::Normal, config, steps, ErrorCode::RequestInvalid),
                                 std::to_string(steps)));
        QVERIFY(contains(refusal(SamplerKind::Lcm, ScheduleKind::Normal, config, 51, ErrorCode::RequestInvalid), "50"));
        QVERIFY(contains(refusal(SamplerKind::Dpmpp2m, ScheduleKind::Normal, config, 1000, ErrorCode::RequestInvalid),
                         "fewer steps"));
        SchedulerConfig rungeKutta = config;
        rungeKutta.skipPrkSteps = false;
        QVERIFY(contains(refusal(SamplerKind::Pndm, ScheduleKind::Normal, rungeKutta, 3, ErrorCode::RequestInvalid),
                         "at least 4"));
    }

    void etaHasARange() {
        for (const double eta : {-0.1, 1.5, std::nan("")})
            for (const auto sampler : {SamplerKind::Ddim, SamplerKind::Tcd})
                QVERIFY(contains(refusal(sampler, ScheduleKind::Normal, SchedulerConfig::stableDiffusion(), 8,
                                         ErrorCode::RequestInvalid, {eta}),
                                 "eta"));
    }

    /// A noise prediction without any signal says nothing: refused instead of NaN.
    void noisePredictionAtZeroSignal() {
        SchedulerConfig config = SchedulerConfig::stableDiffusion();
        config.rescaleBetasZeroSnr = true;
        for (const auto sampler : {SamplerKind::Ddim, SamplerKind::Ddpm})
            QVERIFY(contains(refusal(sampler, ScheduleKind::Trailing, config, 8, ErrorCode::SamplerUnsupported),
                             "rescale_betas_zero_snr"));
        for (const auto sampler : {SamplerKind::Lcm, SamplerKind::Tcd})
            QVERIFY(contains(refusal(sampler, ScheduleKind::Normal, config, 8, ErrorCode::SamplerUnsupported),
                             "rescale_betas_zero_snr"));
        QVERIFY(makeSampler(SamplerKind::Euler, ScheduleKind::Trailing, config, 8)->initNoiseSigma() > 4000);
    }

    void timestepsOutsideOfTheTableAreNamed() {
        SchedulerConfig config = SchedulerConfig::stableDiffusion();
        config.stepsOffset = 500;
        for (const auto sampler : {SamplerKind::Ddim, SamplerKind::Ddpm, SamplerKind::Pndm})
            QVERIFY(
                contains(refusal(sampler, ScheduleKind::Normal, config, 8, ErrorCode::ConfigInvalid), "steps_offset"));
    }

    void evaluationsComeInOrder() {
        const auto sampler =
            makeSampler(SamplerKind::Euler, ScheduleKind::Normal, SchedulerConfig::stableDiffusion(), 2);
        SeededNoise noise(0, 0, 1);
        const at::Tensor latents = noise.next({1, 4, 2, 2});
        QCOMPARE(test::expectError([&] { sampler->step(latents, 1, latents, noise); }).code(),
                 ErrorCode::InternalError);
        QCOMPARE(test::expectError([&] { sampler->step(latents[0], 0, latents, noise); }).code(),
                 ErrorCode::InternalError);
        sampler->step(latents, 0, latents, noise);
        QCOMPARE(test::expectError([&] { sampler->step(latents, 0, latents, noise); }).code(),
                 ErrorCode::InternalError);
        sampler->step(latents, 1, latents, noise);
        QCOMPARE(test::expectError([&] { sampler->step(latents, 2, latents, noise); }).code(),
                 ErrorCode::InternalError);
    }
};

QTEST_APPLESS_MAIN(SamplerFactoryTest)
#include "sampler_factory_test.moc"
