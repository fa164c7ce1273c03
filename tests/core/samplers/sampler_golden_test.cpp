// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <set>

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include "core/samplers/sampler_factory.h"
#include "tests/support/golden_tensors.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::samplers;

namespace {

constexpr double kLatentsLimit = 1e-5;  // relative RMS
const std::vector<std::int64_t> kShape = {1, 4, 2, 2};
constexpr std::int64_t kNumbers = 16;

at::Tensor readFloats(const std::string& name) {
    const std::string bytes = test::readFile(test::goldenPath("samplers/" + name));
    return at::from_blob(const_cast<char*>(bytes.data()), {static_cast<std::int64_t>(bytes.size() / 4)}, at::kFloat)
        .clone();
}

struct Golden {
    nlohmann::json runs = nlohmann::json::parse(test::readFile(test::goldenPath("samplers/runs.json"))).at("runs");
    at::Tensor latents = readFloats("latents.f32");
    at::Tensor noise = readFloats("noise.f32").view({-1, 1, 4, 2, 2});

    at::Tensor latentsAt(std::int64_t offset) const { return latents.slice(0, offset, offset + kNumbers).view(kShape); }
};

const Golden& golden() {
    static const Golden all;
    return all;
}

const nlohmann::json& starts() {
    static const nlohmann::json all = nlohmann::json::parse(test::readFile(test::goldenPath("samplers/starts.json")));
    return all;
}

/// The formula of golden_samplers.py in place of a UNet.
at::Tensor model(const at::Tensor& input, double timestep) {
    return at::tanh(0.8 * input + 0.5 * timestep / 1000 - 0.2);
}

}  // namespace

/// Every sampler with every schedule it allows against diffusers, evaluation by evaluation.
class SamplerGoldenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEvaluation_data() {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const auto& run : golden().runs) {
            const std::string name = run.at("sampler").get<std::string>() + " " +
                                     run.at("schedule").get<std::string>() + " " + run.at("steps").dump() + " " +
                                     run.at("changes").dump() + " " + run.at("eta").dump();
            QTest::newRow(name.c_str()) << index++;
        }
    }

    void everyEvaluation() {
        QFETCH(int, index);
        const auto& run = golden().runs.at(static_cast<std::size_t>(index));
        const auto config = SchedulerConfig::parse(run.at("config").get<std::string>(), "golden", ModelFamily::Sdxl);
        SamplerOptions options;
        if (!run.at("eta").is_null()) options.eta = run.at("eta").get<double>();
        const auto sampler = makeSampler(*parseSampler(run.at("sampler").get<std::string>()),
                                         *parseSchedule(run.at("schedule").get<std::string>()), config,
                                         run.at("steps").get<int>(), options);

        const auto timesteps = run.at("timesteps").get<std::vector<double>>();
        QCOMPARE(sampler->evaluations(), static_cast<int>(timesteps.size()));
        QCOMPARE(sampler->steps(), run.at("steps").get<int>());
        QCOMPARE(sampler->stepOf(0), 0);
        QCOMPARE(sampler->stepOf(sampler->evaluations() - 1), sampler->steps() - 1);
        const double scale = run.at("scale").get<double>();
        QVERIFY(std::abs(sampler->initNoiseSigma() - scale) < 1e-6 * scale);

        const at::Tensor noise = golden().noise.slice(0, 1, 1 + std::max(sampler->noiseDraws(), 1));
        GivenNoise source(noise);
        at::Tensor latents = golden().noise[0] * sampler->initNoiseSigma();
        const auto offset = run.at("offset").get<std::int64_t>();
        for (int i = 0; i < sampler->evaluations(); ++i) {
            const double timestep = sampler->timesteps()[static_cast<std::size_t>(i)];
            const double expected = timesteps[static_cast<std::size_t>(i)];
            QVERIFY2(
                std::abs(timestep - expected) < 2e-4,
                qPrintable(
                    QString("timestep %1: %2, expected %3").arg(i).arg(timestep, 0, 'f', 6).arg(expected, 0, 'f', 6)));
            latents = sampler->step(model(sampler->scaleModelInput(latents, i), timestep), i, latents, source);
            QCOMPARE(latents.scalar_type(), at::kFloat);
            QVERIFY(sampler->predictedOriginal().defined());
            const double error = test::relativeRms(latents, golden().latentsAt(offset + i * kNumbers));
            m_worst = std::max(m_worst, error);
            QVERIFY2(error < kLatentsLimit, qPrintable(QString("evaluation %1: relative RMS %2").arg(i).arg(error)));
        }
        if (sampler->noiseDraws() > 0)  // all draws were taken: the next is one too many
            QCOMPARE(test::expectError([&] { source.next(kShape); }).code(), ErrorCode::RequestInvalid);
    }

    void startInTheMiddle_data() {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const auto& run : starts().at("runs"))
            QTest::addRow("%s %s %d from %d", run.at("sampler").get<std::string>().c_str(),
                          run.at("schedule").get<std::string>().c_str(), run.at("steps").get<int>(),
                          run.at("first").get<int>())
                << index++;
    }
    void startInTheMiddle() {
        QFETCH(int, index);
        static const at::Tensor expected = readFloats("starts.f32");
        const auto& run = starts().at("runs").at(static_cast<std::size_t>(index));
        const auto config =
            SchedulerConfig::parse(starts().at("config").get<std::string>(), "golden", ModelFamily::Sd1);
        const auto sampler =
            makeSampler(*parseSampler(run.at("sampler").get<std::string>()),
                        *parseSchedule(run.at("schedule").get<std::string>()), config, run.at("steps").get<int>());
        const int first = run.at("first").get<int>();
        sampler->startAt(first);
        const NoiseLevel level = sampler->levelBefore(first);
        const at::Tensor clean = at::linspace(-1.5, 1.5, kNumbers).view(kShape);
        at::Tensor latents = level.signal * clean + level.noise * golden().noise[1];
        GivenNoise source(golden().noise.slice(0, 2));
        auto offset = run.at("offset").get<std::int64_t>();
        const auto next = [&] {
            const at::Tensor theirs = expected.slice(0, offset, offset + kNumbers).view(kShape);
            offset += kNumbers;
            return theirs;
        };
        QVERIFY(test::relativeRms(latents, next()) < kLatentsLimit);
        const int begin = sampler->firstEvaluationOf(first);
        QCOMPARE(sampler->evaluations() - begin, run.at("evaluations").get<int>());
        for (int i = begin; i < sampler->evaluations(); ++i) {
            const double timestep = sampler->timesteps()[static_cast<std::size_t>(i)];
            latents = sampler->step(model(sampler->scaleModelInput(latents, i), timestep), i, latents, source);
            const double error = test::relativeRms(latents, next());
            QVERIFY2(error < kLatentsLimit, qPrintable(QString("evaluation %1: relative RMS %2").arg(i).arg(error)));
        }
    }

    /// What diffusers does not do right in the middle: the first step there must be the method's lowest order.
    void methodsWithMemoryStartPlainly() {
        const auto config =
            SchedulerConfig::parse(starts().at("config").get<std::string>(), "golden", ModelFamily::Sd1);
        const at::Tensor clean = at::linspace(-1.5, 1.5, kNumbers).view(kShape);
        const auto firstStep = [&](SamplerKind kind) {
            const auto sampler = makeSampler(kind, ScheduleKind::Normal, config, 20);
            sampler->startAt(10);
            const NoiseLevel level = sampler->levelBefore(10);
            const at::Tensor latents = level.signal * clean + level.noise * golden().noise[1];
            const int i = sampler->firstEvaluationOf(10);
            GivenNoise none(golden().noise.slice(0, 1));
            return sampler->step(model(sampler->scaleModelInput(latents, i), 500.0), i, latents, none);
        };
        QVERIFY(test::relativeRms(firstStep(SamplerKind::Lms), firstStep(SamplerKind::Euler)) < kLatentsLimit);
        QVERIFY(test::relativeRms(firstStep(SamplerKind::Pndm), firstStep(SamplerKind::Ddim)) < kLatentsLimit);
    }

    void everyPossiblePairIsThere() {
        std::set<std::pair<std::string, std::string>> there;
        for (const auto& run : golden().runs)
            there.emplace(run.at("sampler").get<std::string>(), run.at("schedule").get<std::string>());
        for (const auto sampler : allSamplers())
            for (const auto schedule : allSchedules())
                QCOMPARE(there.count({std::string(samplerName(sampler)), std::string(scheduleName(schedule))}) == 1,
                         isPossible(sampler, schedule));
    }

    void cleanupTestCase() {
        qInfo("largest relative RMS of %d runs: %.2e", static_cast<int>(golden().runs.size()), m_worst);
    }

private:
    double m_worst = 0.0;
};

QTEST_APPLESS_MAIN(SamplerGoldenTest)
#include "sampler_golden_test.moc"
