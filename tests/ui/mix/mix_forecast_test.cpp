// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What the Mix page says beforehand: memory of card and machine, remedies of the render, sizes, downloads, build time.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/mix/mix_bench.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::MixBench;

namespace {

QString labelText(const MixBench& bench, const char* name) { return bench.find<QLabel>(name)->text(); }

}  // namespace

class MixForecastTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCardStandsBesideTheMachine() {
        MixBench bench;
        bench.client.memoryOf = [](const RenderRequest& request) {
            MemoryForecast forecast;
            forecast.device = request.device == "cpu" ? "cpu" : "cuda:0";
            forecast.peakBytes = request.device == "cpu" ? 7'000'000'000 : 5'000'000'000;
            forecast.availableBytes = request.device == "cpu" ? 32'000'000'000 : 24'000'000'000;
            return forecast;
        };
        bench.page->findChild<QTabWidget*>(u"mix_side_tabs"_s)->setCurrentIndex(1);
        bench.fill();
        QTRY_VERIFY(labelText(bench, "mix_forecast_verdict_label").contains(u"GPU: 5.00 GB of 24.0 GB"_s));
        QTRY_VERIFY(labelText(bench, "mix_forecast_ram_label").contains(u"7.00 GB of 32.0 GB"_s));
        QVERIFY(bench.find<QWidget>("mix_forecast_gpu_bar")->isVisible());
        QVERIFY(bench.find<QWidget>("mix_forecast_ram_bar")->isVisible());
        bench.client.memoryOf = nullptr;  // no card
        bench.document().setK(1);
        QTRY_VERIFY(labelText(bench, "mix_forecast_verdict_label").contains(u"RAM: 4.00 GB"_s));
        QVERIFY(!bench.find<QWidget>("mix_forecast_gpu_bar")->isVisible());
        QVERIFY(!bench.find<QLabel>("mix_forecast_ram_label")->isVisible());
    }

    void remediesOfTheRenderGoThere() {
        MixBench bench;
        bench.client.memoryOf = [](const RenderRequest& request) {
            MemoryForecast forecast;
            forecast.device = "cpu";
            forecast.availableBytes = 4'000'000'000;
            forecast.peakBytes = 6'000'000'000 - (request.tiledDecode == Toggle::On ? 900'000'000 : 0) -
                                 (request.sequentialGuidance ? 400'000'000 : 0) - (1024 - request.width) * 1'000'000;
            return forecast;
        };
        QSignalSpy savings(&bench.navigator, &Navigator::memorySavingWanted);
        bench.fill();
        const auto remedy = [&bench](const char* name) {
            return bench.page->findChild<QPushButton*>(QLatin1StringView(name));
        };
        for (const char* name : {"mix_remedy_tiled_button", "mix_remedy_halves_button", "mix_remedy_smaller_button"})
            QTRY_VERIFY2(remedy(name), name);
        QVERIFY(remedy("mix_remedy_tiled_button")->text().contains(byteText(900'000'000)));
        const int steps = bench.document().undoStack().count();
        remedy("mix_remedy_tiled_button")->click();
        QCOMPARE(savings.size(), 1);
        QCOMPARE(savings[0][0].toString(), u"tiled"_s);
        QCOMPARE(bench.document().undoStack().count(), steps);  // nothing of the mix
        QVERIFY(bench.find<QToolButton>("mix_forecast_basis_button")->text().contains(u"tiled decode"_s));
        QTRY_VERIFY(labelText(bench, "mix_forecast_verdict_label").contains(u"5.10 GB"_s));
        QTRY_VERIFY(remedy("mix_remedy_smaller_button"));
        QVERIFY(!remedy("mix_remedy_tiled_button"));
        remedy("mix_remedy_smaller_button")->click();
        QVERIFY(bench.find<QToolButton>("mix_forecast_basis_button")->text().contains(u"768×768"_s));
        QCOMPARE(savings[1][0].toString(), u"smaller"_s);
    }

    void whatIsStillToBeFetched() {
        MixBench bench({1120, 780}, true);
        SourceAnswer remote;
        remote.isRemote = true;
        for (const char* reference : {"ada/dream", "ada/ink"})
            bench.client.sources[QString::fromLatin1(reference)] = remote;
        bench.page->findChild<QTabWidget*>(u"mix_side_tabs"_s)->setCurrentIndex(1);
        bench.fill();
        QVERIFY(!bench.find<QLabel>("mix_forecast_download_label")->isVisible());
        bench.document().addExpert(u"ada/dream"_s);
        bench.document().addExpert(u"ada/ink"_s);
        bench.settle();
        QVERIFY(bench.find<QLabel>("mix_forecast_download_label")->isVisible());
        QVERIFY(labelText(bench, "mix_forecast_download_label").contains(u"2"_s));
        QVERIFY(bench.downloads.asked.isEmpty());  // opening a recipe tells the hubs nothing
        QSignalSpy missing(&bench.navigator, &Navigator::missingWanted);
        bench.find<QPushButton>("mix_forecast_sizes_button")->click();
        QCOMPARE(missing.size(), 1);
        HubFetch plan;
        plan.missingBytes = 6'500'000'000;
        bench.downloads.plans[u"ada/dream"_s] = plan;
        plan.missingBytes = 500'000'000;
        bench.downloads.plans[u"ada/ink"_s] = plan;
        bench.downloads.plan(u"ada/dream"_s);
        QVERIFY(labelText(bench, "mix_forecast_download_label").contains(u"6.50 GB"_s));
        bench.downloads.plan(u"ada/ink"_s);
        QCOMPARE(labelText(bench, "mix_forecast_download_label"), byteText(7'000'000'000));
        QVERIFY(!bench.find<QPushButton>("mix_forecast_sizes_button")->isVisible());
    }

    void layersSayWhatTheyAdd() {
        MixBench bench;
        bench.fill();
        // Two experts take the place of the base's own layers: 16 blocks of 40 and 90 MB once more.
        QCOMPARE(labelText(bench, "mix_forecast_attn_label"), u"+"_s + byteText(16 * 40'000'000));
        QCOMPARE(labelText(bench, "mix_forecast_ff_label"), u"+"_s + byteText(16 * 90'000'000));
        QCOMPARE(labelText(bench, "mix_forecast_all_label"), u"+"_s + byteText(16 * 130'000'000));
        QVERIFY(bench.find<QLabel>("mix_forecast_attn_label")->font().bold());
        QCOMPARE(labelText(bench, "mix_layers_size_label"), u"adds %1"_s.arg(byteText(16 * 40'000'000)));
        QVERIFY(bench.find<QPushButton>("mix_layers_all_radio")->toolTip().contains(byteText(16 * 130'000'000)));
        bench.find<QPushButton>("mix_layers_ff_radio")->click();
        QVERIFY(bench.find<QLabel>("mix_forecast_ff_label")->font().bold());
        QCOMPARE(labelText(bench, "mix_layers_size_label"), u"adds %1"_s.arg(byteText(16 * 90'000'000)));
    }

    void buildsToComeAreEstimated() {
        MixBench bench;
        bench.fill();
        QCOMPARE(labelText(bench, "mix_forecast_build_label"), u"not known yet"_s);
        GateOptions random = bench.document().gateOptions();
        random.method = GateMethod::Random;
        bench.document().setGateOptions(random);
        bench.page->build();
        bench.jobs.finishBuild();  // 1.5 s for three files
        QCOMPARE(labelText(bench, "mix_forecast_build_label"), u"took 1.5 s"_s);
        bench.document().addExpert(MixBench::path("photo"));
        bench.settle();
        QCOMPARE(labelText(bench, "mix_forecast_build_label"), u"about 2.0 s"_s);  // a fourth of the same size
        RenderRequest rendered;  // 20 steps of both halves in 40 s: one second each
        rendered.model = MixBench::path("base").toStdString();
        rendered.width = rendered.height = 1024;
        rendered.steps = 20;
        rendered.guidanceScale = 7.0;
        bench.page->learnPace(rendered, 40.0);
        GateOptions hidden = random;
        hidden.method = GateMethod::Hidden;
        hidden.steps = 3;
        bench.document().setGateOptions(hidden);
        bench.document().setPromptText({2, PromptSide::Positive, 0}, u"photograph"_s);
        bench.settle();
        QCOMPARE(labelText(bench, "mix_forecast_build_label"), u"about 11 s"_s);  // three prompts of three runs more
    }
};

QTEST_MAIN(MixForecastTest)
#include "mix_forecast_test.moc"
