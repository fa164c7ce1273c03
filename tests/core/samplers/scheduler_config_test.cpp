// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/samplers/scheduler_config.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::samplers;

class SchedulerConfigTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysAreRead() {
        const auto config = SchedulerConfig::parse(
            R"({"_class_name":"PNDMScheduler","beta_start":0.00085,"beta_end":0.012,"beta_schedule":"scaled_linear",
                "num_train_timesteps":900,"set_alpha_to_one":false,"skip_prk_steps":true,"steps_offset":3,
                "timestep_spacing":"trailing","prediction_type":"v_prediction","trained_betas":null,
                "rescale_betas_zero_snr":true,"use_karras_sigmas":true,"clip_sample":true,"of_tomorrow":[1,{"a":2}]})",
            "f", ModelFamily::Sdxl);
        QCOMPARE(config.className, std::string("PNDMScheduler"));
        QCOMPARE(config.trainSteps, 900);
        QCOMPARE(config.betaStart, std::optional(0.00085));
        QVERIFY(config.betaSchedule == BetaSchedule::ScaledLinear);
        QCOMPARE(config.stepsOffset, 3);
        QVERIFY(config.timestepSpacing == TimestepSpacing::Trailing);
        QVERIFY(config.predictionType == PredictionType::VPrediction);
        QVERIFY(config.rescaleBetasZeroSnr && config.skipPrkSteps && config.setAlphaToOne == false);
        QVERIFY(config.sigmaCurve == SigmaCurve::Karras);
        QCOMPARE(config.document.at("of_tomorrow")[1].at("a").get<int>(), 2);
    }

    /// The Stable Diffusion pipelines of diffusers correct old files the same way; the SDXL one does not.
    void stableDiffusionStartsAtOne() {
        QCOMPARE(SchedulerConfig::parse("{}", "f", ModelFamily::Sd1).stepsOffset, 1);
        QCOMPARE(SchedulerConfig::parse(R"({"steps_offset":0})", "f", ModelFamily::Sd2).stepsOffset, 1);
        QCOMPARE(SchedulerConfig::parse(R"({"steps_offset":0})", "f", ModelFamily::Sdxl).stepsOffset, 0);
    }

    void pythonsInfinityIsUnderstood() {
        const auto config = SchedulerConfig::parse(
            "{\"lambda_min_clipped\": -Infinity, \"x\": \"-Infinity \\\" NaN\", \"y\": NaN}", "f", ModelFamily::Sdxl);
        QVERIFY(std::isinf(config.lambdaMinClipped) && config.lambdaMinClipped < 0);
        QCOMPARE(config.document.at("x").get<std::string>(), std::string("-Infinity \" NaN"));
    }

    /// Absent keys take the default of the class that samples, not of the class the file was written for.
    void absentKeysFollowTheSampler() {
        const auto config = SchedulerConfig::parse(R"({"_class_name":"PNDMScheduler"})", "f", ModelFamily::Sdxl);
        QVERIFY(config.resolve(SamplerKind::Euler, ScheduleKind::Normal).timestepSpacing == TimestepSpacing::Linspace);
        QVERIFY(config.resolve(SamplerKind::Ddim, ScheduleKind::Normal).timestepSpacing == TimestepSpacing::Leading);
        QVERIFY(config.resolve(SamplerKind::Lcm, ScheduleKind::Normal).betaSchedule == BetaSchedule::ScaledLinear);
        QCOMPARE(config.resolve(SamplerKind::Pndm, ScheduleKind::Normal).setAlphaToOne, std::optional(false));
    }

    void aScheduleReplacesTheCurve() {
        const auto config = SchedulerConfig::parse(R"({"use_karras_sigmas":true})", "f", ModelFamily::Sdxl);
        const auto curve = [&](SamplerKind sampler, ScheduleKind schedule) {
            return config.resolve(sampler, schedule).sigmaCurve;
        };
        QVERIFY(curve(SamplerKind::Euler, ScheduleKind::Normal) == SigmaCurve::Karras);
        QVERIFY(curve(SamplerKind::Euler, ScheduleKind::Beta) == SigmaCurve::Beta);
        QVERIFY(curve(SamplerKind::Euler, ScheduleKind::Trailing) == SigmaCurve::Spaced);
        QVERIFY(curve(SamplerKind::EulerA, ScheduleKind::Normal) == SigmaCurve::Spaced);  // its class has no such key
    }

    void hostileFiles_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char* tag, QByteArray text, QByteArray named) {
            QTest::newRow(tag) << std::move(text) << std::move(named);
        };
        row("empty", "", "JSON");
        row("cut off", R"({"beta_start": 0.0)", "JSON");
        row("list", "[1]", "object");
        row("not UTF-8", "{\"_class_name\":\"\xff\xfe\"}", "JSON");
        row("deep", QByteArray("{\"a\":") + QByteArray(5000, '[') + QByteArray(5000, ']') + "}", "deeply");
        row("large", QByteArray(2 << 20, ' '), "larger");
        row("text for a number", R"({"beta_start":"0.1"})", "beta_start");
        row("list for a number", R"({"steps_offset":[1]})", "steps_offset");
        row("unknown class", R"({"_class_name":"FlowMatchEulerDiscreteScheduler"})", "_class_name");
        row("number for a text", R"({"_class_name":7})", "_class_name");
        row("no train timesteps", R"({"num_train_timesteps":0})", "num_train_timesteps");
        row("negative train timesteps", R"({"num_train_timesteps":-1000})", "num_train_timesteps");
        row("huge train timesteps", R"({"num_train_timesteps":99999999999999999999})", "num_train_timesteps");
        row("fraction of a timestep", R"({"num_train_timesteps":10.5})", "num_train_timesteps");
        row("negative beta", R"({"beta_start":-0.1})", "beta_start");
        row("beta of one", R"({"beta_end":1})", "beta_end");
        row("unknown betas", R"({"beta_schedule":"sigmoid"})", "beta_schedule");
        row("few trained betas", R"({"trained_betas":[0.1,0.2]})", "trained_betas");
        row("bad trained betas", R"({"num_train_timesteps":2,"trained_betas":[0.1,"x"]})", "trained_betas");
        row("unknown prediction", R"({"prediction_type":"flow_prediction"})", "prediction_type");
        row("unknown spacing", R"({"timestep_spacing":"wide"})", "timestep_spacing");
        row("offset out of range", R"({"steps_offset":1000})", "steps_offset");
        row("order", R"({"solver_order":4})", "solver_order");
        row("two curves", R"({"use_karras_sigmas":true,"use_beta_sigmas":true})", "use_beta_sigmas");
        row("flow", R"({"use_flow_sigmas":true})", "use_flow_sigmas");
        row("thresholding", R"({"thresholding":true})", "thresholding");
        row("word for a switch", R"({"skip_prk_steps":"yes"})", "skip_prk_steps");
        row("learned variance", R"({"variance_type":"learned_range"})", "variance_type");
        row("crossed sigmas", R"({"sigma_min":2,"sigma_max":1})", "sigma_min");
        row("original steps", R"({"original_inference_steps":0})", "original_inference_steps");
        row("corrector", R"({"disable_corrector":[-1]})", "disable_corrector");
    }

    void hostileFiles() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, named);
        const Error error = test::expectError(
            [&] { SchedulerConfig::parse(text.toStdString(), "model/scheduler_config.json", ModelFamily::Sdxl); });
        QCOMPARE(error.code(), ErrorCode::ConfigInvalid);
        const QByteArray sentence(error.what());
        QVERIFY2(sentence.contains("model/scheduler_config.json"), sentence.constData());
        QVERIFY2(sentence.contains(named), sentence.constData());
    }
};

QTEST_APPLESS_MAIN(SchedulerConfigTest)
#include "scheduler_config_test.moc"
