// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/request_settings.h"

#include <QtTest/QtTest>

#include "ui/bridge/settings.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

class RequestSettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openFieldsComeFromTheSettings() {
        QTemporaryDir folder;
        Settings settings(folder.path());
        RenderRequest request;
        applySettings(request, settings);
        QCOMPARE(request.device, std::string("auto"));
        QCOMPARE(request.precision, Precision::Auto);
        QCOMPARE(request.previewEvery, 1);
        settings.set(keys::kDevice, u"cuda:0"_s);
        settings.setChoice(keys::kPrecision, 2);
        settings.setChoice(keys::kTiledDecode, 1);
        settings.set(keys::kPreviewMode, PreviewMode::Steps);
        settings.set(keys::kPreviewSteps, 4);
        applySettings(request, settings);
        QCOMPARE(request.device, std::string("cuda:0"));
        QCOMPARE(request.precision, Precision::Bf16);
        QCOMPARE(request.tiledDecode, Toggle::On);
        QCOMPARE(request.previewEvery, 4);
        settings.set(keys::kPreviewMode, PreviewMode::Off);
        applySettings(request, settings);
        QCOMPARE(request.previewEvery, 0);
    }
    void whatTheFormSaysStays() {
        QTemporaryDir folder;
        Settings settings(folder.path());
        settings.set(keys::kDevice, u"cuda:0"_s);
        settings.setChoice(keys::kPrecision, 3);
        RenderRequest request;
        request.device = "cpu";
        request.precision = Precision::Fp32;
        request.tiledDecode = Toggle::Off;
        applySettings(request, settings);
        QCOMPARE(request.device, std::string("cpu"));
        QCOMPARE(request.precision, Precision::Fp32);
        QCOMPARE(request.tiledDecode, Toggle::Off);
    }
    void modelsThatNameNothingFollowTheSettings() {
        QTemporaryDir folder;
        Settings settings(folder.path());
        ModelSummary model;
        model.architecture.family = ModelFamily::Sd1;
        model.recommendedSteps = 50;
        QCOMPARE(withDefaults(model, settings).recommendedSteps, 20);
        QCOMPARE(withDefaults(model, settings).recommendedGuidance, 7.0);
        QVERIFY(withDefaults(model, settings).recommendedSampler == SamplerKind::Dpmpp2m);
        QVERIFY(withDefaults(model, settings).recommendedSchedule == ScheduleKind::Karras);
        settings.set(keys::kStepsSdxl, 31);
        settings.set(keys::kCfgSdxl, 4.5);
        QCOMPARE(withDefaults(model, settings).recommendedSteps, 20);  // another family's
        model.architecture.family = ModelFamily::Sdxl;
        QCOMPARE(withDefaults(model, settings).recommendedSteps, 31);
        QCOMPARE(withDefaults(model, settings).recommendedGuidance, 4.5);
        settings.set(keys::kSampler, u"ddim"_s);  // walks the model's own steps: Karras is impossible
        QVERIFY(withDefaults(model, settings).recommendedSampler == SamplerKind::Ddim);
        QVERIFY(withDefaults(model, settings).recommendedSchedule == ScheduleKind::Normal);
        settings.set(keys::kSampler, u"no such sampler"_s);
        QVERIFY(withDefaults(model, settings).recommendedSampler == SamplerKind::Dpmpp2m);
        model.architecture.family = ModelFamily::Custom;
        QCOMPARE(withDefaults(model, settings).recommendedSteps, 50);
    }
    void picturesAndGatesFollowTheSettings() {
        QTemporaryDir folder;
        Settings settings(folder.path());
        QCOMPARE(pictureSaving(settings).quality, 90);
        QVERIFY(pictureSaving(settings).level == MetadataLevel::Full);
        settings.set(keys::kImageQuality, 40);
        settings.set(keys::kImageMetadata, ImageMetadata::Text);
        QCOMPARE(pictureSaving(settings).quality, 40);
        QVERIFY(pictureSaving(settings).level == MetadataLevel::Text);
        QVERIFY(gateDefaults(settings).method == GateMethod::Hidden);
        QCOMPARE(gateDefaults(settings).steps, 2);
        settings.setChoice(keys::kGateMethod, 2);
        settings.setChoice(keys::kGateSteps, 4);
        QVERIFY(gateDefaults(settings).method == GateMethod::Text);
        QCOMPARE(gateDefaults(settings).steps, 5);
    }
};

QTEST_GUILESS_MAIN(RequestSettingsTest)
#include "request_settings_test.moc"
