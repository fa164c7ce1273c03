// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Remedies that lead away from the Render page, and those that come to it.
#include <set>

#include "tests/ui/render/render_bench.h"
#include "ui/render/failure_remedies.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using Bench = RenderBench;

class RenderRemediesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheHubsRefuseLeadsToTheHub() {
        Bench bench;
        bench.start();
        QSignalSpy online(&bench.navigator, &Navigator::onlineWanted);
        bench.page.startRender();
        bench.finish(RenderOutcome::Failed, {ErrorCode::OfflineMissing, "It is not here.", ""});
        QTest::mouseClick(bench.find("render_remedy_button"), Qt::LeftButton);
        QCOMPARE(online.size(), 1);
        QCOMPARE(bench.client.requests.size(), std::size_t{1});
    }
    void whatHelpsDependsOnTheRequest_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("device");
        QTest::addColumn<QString>("texts");
        const auto row = [](ErrorCode code, const char* change, const char* device, const char* texts) {
            const std::string name = std::string(errorCodeName(code)) + ", " + change + ", " + device;
            QTest::newRow(name.c_str()) << int(code) << QString::fromUtf8(change) << QString::fromUtf8(device)
                                        << QString::fromUtf8(texts);
        };
        using E = ErrorCode;
        row(E::GpuOutOfMemory, "", "cuda:0", "Render at half size|Decode in tiles|One guidance half at a time");
        row(E::GpuOutOfMemory, "two at once", "cuda:0", "Render at half size|One picture at a time|Decode in tiles");
        row(E::GpuOutOfMemory, "saving", "cuda:0", "Render at half size|Render on the CPU|One active expert");
        row(E::GpuOutOfMemory, "saving, k 1", "cuda:0", "Render at half size|Render on the CPU");
        row(E::RamOutOfMemory, "fp32", "cpu", "Render at half size|Render in 16 bits|Decode in tiles");
        row(E::RamOutOfMemory, "saving, k 1", "cpu", "Render at half size");
        row(E::RamOutOfMemory, "saving, single", "cpu", "Render at half size");
        row(E::MixIncomplete, "", "cpu", "Choose another model…|Open on the Mix page");
        row(E::MixIncomplete, "single", "cpu", "Choose another model…");
        row(E::DeviceLost, "", "cuda:0", "Render on the CPU|Try again|Device settings");
        row(E::RenderNotFinite, "", "cpu", "Render in fp32|Use recommended settings|Try again");
        row(E::DiskFull, "", "cpu", "Save elsewhere…|Picture folder…");
        row(E::Gated, "", "cpu", "Open page|Add token…|Try again");
        row(E::Unreachable, "", "cpu", "Try again|Hub settings|Choose another model…");
        row(E::PromptTooLong, "", "cpu", "Edit prompt");
    }
    void whatHelpsDependsOnTheRequest() {
        QFETCH(int, code);
        QFETCH(QString, change);
        QFETCH(QString, device);
        QFETCH(QString, texts);
        RenderRequest request;
        request.model = change.contains(u"single"_s) ? "/m/dream.safetensors" : "/m/coast.yaml";
        request.device = device.toStdString();
        if (change.contains(u"two at once"_s)) request.imagesAtOnce = 2;
        if (change.contains(u"fp32"_s)) request.precision = Precision::Fp32;
        if (change.contains(u"k 1"_s)) request.routing.topK = 1;
        if (change.contains(u"saving"_s)) {
            request.tiledDecode = Toggle::On;
            request.sequentialGuidance = true;
        }
        QStringList shown;
        for (const Remedy remedy : remediesFor(static_cast<ErrorCode>(code), request, device))
            shown << remedyText(remedy);
        QCOMPARE(shown.join(u'|'), texts);
    }

    /// Every failure has one to three ways out, all different.
    void noFailureIsADeadEnd() {
        RenderRequest request;
        request.model = "/m/coast.yaml";
        for (const ErrorCode code : allErrorCodes()) {
            const std::vector<Remedy> remedies = remediesFor(code, request, u"cuda:0"_s);
            QVERIFY(!remedies.empty() && remedies.size() <= 3);
            QVERIFY(remedies.front() == errorText(code).remedy);
            QCOMPARE(std::set<Remedy>(remedies.begin(), remedies.end()).size(), remedies.size());
        }
    }

    void eachButtonDoesItsOwn() {
        Bench bench;
        bench.start();
        bench.page.startRender();
        const Failure failure{ErrorCode::RamOutOfMemory, "9 GB are needed.", ""};
        bench.finish(RenderOutcome::Failed, failure);
        QCOMPARE(bench.find<QPushButton>("render_remedy_button_2")->text(), u"Decode in tiles"_s);
        QTest::mouseClick(bench.find("render_remedy_button_2"), Qt::LeftButton);
        QVERIFY(!bench.find("render_error_panel")->isVisible());
        QCOMPARE(bench.client.requests.size(), std::size_t{2});
        QVERIFY(bench.client.requests[1].tiledDecode == Toggle::On);
        QCOMPARE(bench.client.requests[1].width, bench.client.requests[0].width);
        // What was tried is not offered again.
        bench.finish(RenderOutcome::Failed, failure);
        QCOMPARE(bench.find<QPushButton>("render_remedy_button_2")->text(), u"One guidance half at a time"_s);
        QTest::mouseClick(bench.find("render_remedy_button_3"), Qt::LeftButton);
        QCOMPARE(bench.client.requests.size(), std::size_t{3});
        QCOMPARE(bench.client.requests[2].routing.topK, 1);
        QVERIFY(!bench.client.requests[2].sequentialGuidance);
    }

    void whatLeadsAwayLeadsThere() {
        Bench bench;
        bench.start();
        QSignalSpy recipe(&bench.navigator, &Navigator::recipeWanted);
        QSignalSpy settings(&bench.navigator, &Navigator::settingsWanted);
        QSignalSpy search(&bench.navigator, &Navigator::hubSearchWanted);
        QSignalSpy library(&bench.navigator, &Navigator::modelSearchWanted);
        const auto press = [&](ErrorCode code, const char* button) {
            bench.page.startRender();
            bench.finish(RenderOutcome::Failed, {code, "It went wrong.", ""});
            QTest::mouseClick(bench.find(button), Qt::LeftButton);
        };
        press(ErrorCode::GateFailed, "render_remedy_button_2");
        QCOMPARE(recipe.takeFirst()[0].toString(), kMixture);
        press(ErrorCode::DeviceUnavailable, "render_remedy_button_2");
        QCOMPARE(settings.takeFirst()[0].toString(), u"device"_s);
        press(ErrorCode::DiskFull, "render_remedy_button_2");
        QCOMPARE(settings.takeFirst()[0].toString(), u"images"_s);
        press(ErrorCode::ProxyFailed, "render_remedy_button_2");
        QCOMPARE(settings.takeFirst()[0].toString(), u"hubs"_s);
        press(ErrorCode::SafetensorsTruncated, "render_remedy_button_2");
        QCOMPARE(search.takeFirst()[0].toString(), u"mixture"_s);
        press(ErrorCode::FileMissing, "render_remedy_button_2");
        QCOMPARE(library.takeFirst()[0].toString(), u"mixture"_s);
    }

    void savingsOfTheMixPageReachTheForm() {
        Bench bench;
        bench.start();
        QSignalSpy prompts(&bench.navigator, &Navigator::promptEdited);
        Q_EMIT bench.navigator.memorySavingWanted(u"tiled"_s);
        Q_EMIT bench.navigator.memorySavingWanted(u"smaller"_s);
        QVERIFY(bench.page.form().request().tiledDecode == Toggle::On);
        QCOMPARE(bench.page.form().request().width, 64);
        bench.page.form().setPrompts(u"a harbour"_s, {});
        QVERIFY(!prompts.isEmpty());
        QCOMPARE(prompts.last()[0].toString(), u"a harbour"_s);
    }
};

QTEST_MAIN(RenderRemediesTest)
#include "render_remedies_test.moc"
