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
};

QTEST_GUILESS_MAIN(RequestSettingsTest)
#include "request_settings_test.moc"
