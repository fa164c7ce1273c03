// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// J3 and J15 of the interface design (ui.md §16), on a scripted engine; J1 to J3 and J13 run on the real one
// (starter_render_journeys, starter_recall_journeys).
#include "tests/ui/render/render_bench.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

using Bench = RenderBench;

class RenderJourneysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void j3Queue() {
        Bench bench;
        bench.start();
        auto* prompt = bench.find<QPlainTextEdit>("render_prompt_edit");
        auto* start = bench.find<QPushButton>("render_start_button");
        bench.queue.pause();
        for (const char* words : {"one", "two", "three"}) {
            prompt->setPlainText(QString::fromLatin1(words));
            QTest::mouseClick(start, Qt::LeftButton);
        }
        prompt->setPlainText(u"edited later"_s);
        const std::vector<QueueId> rows = bench.queue.rows();
        QCOMPARE(rows.size(), std::size_t{3});
        bench.queue.first(rows[2]);
        bench.queue.cancel(rows[1]);
        QVERIFY(bench.client.requests.empty());
        bench.queue.resume();
        bench.finish();
        bench.finish();
        QCOMPARE(bench.client.requests.size(), std::size_t{2});
        QCOMPARE(bench.client.requests[0].prompt, std::string("three"));
        QCOMPARE(bench.client.requests[1].prompt, std::string("one"));
        QVERIFY(bench.queue.find(rows[1])->state == JobState::Cancelled);
    }
    void j15OutOfMemory() {
        Bench bench;
        bench.client.memoryOf = [](const RenderRequest& request) {
            MemoryForecast forecast = sample::forecast();
            forecast.peakBytes = std::int64_t{30'000} * request.width * request.height;
            forecast.availableBytes = 1'000'000'000;
            if (request.tiledDecode == Toggle::On) forecast.peakBytes = forecast.peakBytes * 9 / 10;
            return forecast;
        };
        bench.start();
        QTest::mouseClick(bench.find("render_start_button"), Qt::LeftButton);
        bench.picture(1);
        bench.finish();
        bench.find<QSpinBox>("render_width_spin")->setValue(256);
        bench.find<QSpinBox>("render_height_spin")->setValue(192);
        auto* line = bench.find<QLabel>("render_memory_label");
        QTRY_VERIFY(line->text().contains(u"does not fit"_s));
        QTRY_VERIFY(bench.page.findChild<QPushButton*>(u"render_remedy_smaller_button"_s));
        QTest::mouseClick(bench.find("render_start_button"), Qt::LeftButton);
        QPointer<QMessageBox> question = bench.findInWindow<QMessageBox>("render_too_much_dialog");
        bench.findInWindow<QPushButton>("render_too_much_dialog_cancel_button")->click();
        QCOMPARE(bench.client.requests.size(), std::size_t{1});
        bench.find<QPushButton>("render_remedy_smaller_button")->click();
        QTRY_VERIFY(line->text().contains(u"fits"_s));
        QTest::mouseClick(bench.find("render_start_button"), Qt::LeftButton);
        QCOMPARE(bench.client.requests.size(), std::size_t{2});
        bench.finish(RenderOutcome::Failed, {ErrorCode::GpuOutOfMemory, "9 GB are needed.", {}});
        QVERIFY(bench.find("render_error_panel")->isVisible());
        QCOMPARE(bench.page.result().view().image().size(), QSize(128, 128));  // the last good one
        bench.find<QPushButton>("render_remedy_button")->click();
        QCOMPARE(bench.client.requests.size(), std::size_t{3});
        QVERIFY(bench.client.requests[2].width < bench.client.requests[1].width);
        bench.picture(2, 64);
        bench.finish();
        QVERIFY(!bench.find("render_error_panel")->isVisible());
    }
    void foreverGoesOnUntilItIsStopped() {
        Bench bench;
        bench.start();
        bench.find<QComboBox>("render_seed_mode_combo")->setCurrentIndex(0);
        auto* forever = bench.page.findChild<QAction*>(u"render_menu_forever"_s);
        forever->trigger();
        for (int i = 0; i < 3; ++i) bench.finish();
        QCOMPARE(bench.client.requests.size(), std::size_t{4});
        bench.page.cancelRender();
        QVERIFY(!forever->isChecked());
        bench.finish(RenderOutcome::Cancelled);
        QCOMPARE(bench.client.requests.size(), std::size_t{4});
    }
    void fiftyRendersKeepNothing() {
        Bench bench;
        bench.start();
        std::vector<std::weak_ptr<const FinishedPicture>> pictures;
        QObject::connect(&bench.queue, &JobQueue::pictureDone, &bench.page,
                         [&](QueueId, int, const PicturePtr& picture) { pictures.push_back(picture); });
        for (int i = 0; i < 50; ++i) {
            bench.page.startRender();
            bench.picture(i);
            bench.finish();
        }
        QCOMPARE(pictures.size(), std::size_t{50});
        const auto alive = std::count_if(pictures.begin(), pictures.end(), [](const auto& p) { return !p.expired(); });
        QCOMPARE(alive, 12);  // what the strip shows
        QCOMPARE(bench.queue.rows().size(), std::size_t{50});
    }
};

QTEST_MAIN(RenderJourneysTest)
#include "render_journeys_test.moc"
