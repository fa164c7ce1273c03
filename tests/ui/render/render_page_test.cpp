// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/render/render_bench.h"
#include "ui/routing/routing_panel.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

using Bench = RenderBench;

class RenderPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingRendersBeforeAModelIsKnown() {
        Bench bench;
        auto* start = bench.find<QPushButton>("render_start_button");
        QVERIFY(!start->isEnabled());
        bench.page.startRender();
        QCOMPARE(bench.client.requests.size(), std::size_t{0});
        bench.start();
        QVERIFY(start->isEnabled());
        QVERIFY(bench.find<QLabel>("render_mix_summary_label")->text().contains(u"4"_s));
    }
    void renderSendsTheForm() {
        Bench bench;
        bench.start();
        bench.find<QSpinBox>("render_k_spin")->setValue(2);
        RoutingPolicy policy;
        policy.topK = 2;
        policy.rules.push_back({.act = RoutingRule::Act::Mute, .expert = 2, .sites = {}, .steps = {}});
        Q_EMIT bench.navigator.policyWanted(policy);
        QTest::mouseClick(bench.find("render_start_button"), Qt::LeftButton);
        QCOMPARE(bench.client.requests.size(), std::size_t{1});
        const RenderRequest& sent = bench.client.requests.front();
        QCOMPARE(sent.model, kMixture.toStdString());
        QCOMPARE(sent.prompt, std::string("a red flower"));
        QCOMPARE(sent.routing.topK, 2);
        QCOMPARE(sent.routing.rules.size(), std::size_t{1});
        QVERIFY(sent.routing.rules[0].act == RoutingRule::Act::Mute);
        QCOMPARE(sent.routing.rules[0].expert, 2);
        sent.routing.validate(4);
    }
    void runsFromProgressToPicture() {
        Bench bench;
        bench.start();
        bench.page.startRender();
        const JobId job = bench.client.lastJob();
        QVERIFY(bench.find("render_progress_panel")->isVisible());
        QCOMPARE(bench.find<QPushButton>("render_start_button")->text(), u"Queue"_s);
        Progress progress;
        progress.stage = Stage::Sampling;
        progress.step = 2;
        progress.total = 5;
        progress.fraction = 0.4;
        Q_EMIT bench.client.progress(job, progress);
        QVERIFY(bench.find<QLabel>("render_progress_label")->text().contains(u"2"_s));
        QCOMPARE(bench.find<QProgressBar>("render_progress_bar")->value(), 400);
        Q_EMIT bench.client.preview(job, sample::preview(2, 5));
        QVERIFY(bench.page.result().view().ribbon().contains(u"3"_s));
        for (int step = 0; step < 5; ++step) Q_EMIT bench.client.routingStep(job, sample::routingStep(step, 5, 1));
        QCOMPARE(bench.page.routing().model().recordedSteps(), 5);
        QCOMPARE(bench.find<QSlider>("render_routing_step_slider")->value(), 4);
        Q_EMIT bench.client.imageDone(job, 0, sample::renderedImage(128));
        bench.finish(RenderOutcome::Done);
        QCOMPARE(bench.page.result().view().image().size(), QSize(128, 128));
        QVERIFY(bench.page.result().view().ribbon().isEmpty());
        QVERIFY(!bench.find("render_progress_panel")->isVisible());
        QVERIFY(bench.find("render_start_button")->isEnabled());
        QVERIFY(bench.find("render_saveas_button")->isEnabled());
        QCOMPARE(bench.find<QPushButton>("render_start_button")->text(), u"Render"_s);
        QVERIFY(bench.find("render_routing_button")->isEnabled());
        bench.find<QPushButton>("render_useseed_button")->click();
        QCOMPARE(bench.page.form().request().seed, std::int64_t{42});
    }
    void cancelAnswersAtOnce() {
        Bench bench;
        bench.start();
        bench.page.startRender();
        Q_EMIT bench.client.preview(bench.client.lastJob(), sample::preview(2, 5));
        QElapsedTimer clock;
        clock.start();
        QTest::mouseClick(bench.find("render_cancel_button"), Qt::LeftButton);
        // The engine has not answered yet.
        QVERIFY(bench.find<QLabel>("render_progress_label")->text().startsWith(u"Cancelling"_s));
        QVERIFY(!bench.find("render_cancel_button")->isEnabled());
        QCOMPARE(bench.client.cancelled.size(), std::size_t{1});
        qInfo("'Cancelling…' after %lld ms", static_cast<long long>(clock.elapsed()));
        bench.page.cancelRender();
        QCOMPARE(bench.client.cancelled.size(), std::size_t{1});
        bench.finish(RenderOutcome::Cancelled);
        QVERIFY(bench.page.result().view().ribbon().startsWith(u"stopped"_s));
        QVERIFY(!bench.find("render_error_panel")->isVisible());
        QVERIFY(bench.find("render_start_button")->isEnabled());
    }
    void staleJobsAreDropped() {
        Bench bench;
        bench.start();
        bench.page.startRender();
        const JobId old = bench.client.lastJob();
        bench.finish(RenderOutcome::Cancelled);
        bench.page.startRender();
        Q_EMIT bench.client.preview(old, sample::preview(1, 5));
        Q_EMIT bench.client.imageDone(old, 0, sample::renderedImage(64));
        Q_EMIT bench.client.workFinished(old, {});
        QVERIFY(bench.page.result().view().image().isNull());
        QVERIFY(bench.page.session().state() == RenderSession::State::Running);
    }
    void aFailureShowsItsSentenceAndHelps() {
        Bench bench;
        bench.start();
        bench.page.startRender();
        bench.finish(RenderOutcome::Failed, {ErrorCode::GpuOutOfMemory, "9 GB are needed.", "cuda"});
        QVERIFY(bench.find("render_error_panel")->isVisible());
        QCOMPARE(bench.find<QLabel>("render_error_label")->text(), errorText(ErrorCode::GpuOutOfMemory).sentence);
        QTest::mouseClick(bench.find("render_remedy_button"), Qt::LeftButton);
        QVERIFY(!bench.find("render_error_panel")->isVisible());
        QCOMPARE(bench.client.requests.size(), std::size_t{2});
        QCOMPARE(bench.client.requests[1].width, 64);
    }
    void aModelThatIsNotThereIsSaid() {
        Bench bench;
        bench.start();
        bench.page.openModel(u"/m/nothing"_s);
        QVERIFY(!bench.find("render_start_button")->isEnabled());
        QVERIFY(bench.find("render_error_panel")->isVisible());
        bench.page.openModel(kMixture);
        QVERIFY(bench.find("render_start_button")->isEnabled());
    }
    void aSingleModelHasNothingToRoute() {
        Bench bench;
        bench.start();
        bench.page.openModel(kSingle);
        QVERIFY(bench.find<QLabel>("render_routing_empty_label")->isVisible());
        QVERIFY(bench.find<QLabel>("render_routing_empty_label")->text().contains(u"flower"_s));
        QVERIFY(!bench.find("render_routing_expert_panel")->isVisible());
        QVERIFY(!bench.find("render_k_spin")->isVisible());
    }
    void forecastFollowsEdits() {
        Bench bench;
        bench.start();
        QTRY_VERIFY(bench.find<QLabel>("render_memory_label")->text().contains(u"0.25"_s) ||
                    bench.find<QLabel>("render_memory_label")->text().contains(u"0,25"_s));
        bench.client.memory->availableBytes = 100'000'000;
        bench.find<QSpinBox>("render_steps_spin")->setValue(99);
        QTRY_VERIFY(bench.find<QLabel>("render_memory_label")->text().contains(u"does not fit"_s));
    }
    void stepSliderStopsFollowing() {
        Bench bench;
        bench.start();
        bench.page.startRender();
        const JobId job = bench.client.lastJob();
        auto* slider = bench.find<QSlider>("render_routing_step_slider");
        for (int step = 0; step < 3; ++step) Q_EMIT bench.client.routingStep(job, sample::routingStep(step, 5, 2));
        QCOMPARE(slider->value(), 2);
        slider->setValue(0);
        Q_EMIT bench.client.routingStep(job, sample::routingStep(3, 5, 2));
        QCOMPARE(slider->value(), 0);
        QCOMPARE(slider->maximum(), 3);
    }
    void oneActiveExpertIsToldHonestly() {
        Bench bench;
        bench.start();
        bench.page.startRender();
        Q_EMIT bench.client.routingStep(bench.client.lastJob(), sample::routingStep(0, 5, 1));
        auto* caption = bench.find<QLabel>("render_routing_caption_label");
        auto* measure = bench.find<QComboBox>("render_routing_value_combo");
        QCOMPARE(measure->currentData().toInt(),
                 static_cast<int>(RoutingMeasure::RelativeScore));  // the telling one by itself
        measure->setCurrentIndex(measure->findData(static_cast<int>(RoutingMeasure::AppliedWeight)));
        QVERIFY(caption->text().contains(u"With one active expert the applied weight is the same everywhere"_s));
        Q_EMIT bench.client.routingStep(bench.client.lastJob(), sample::routingStep(0, 5, 2));
        QVERIFY(!caption->text().contains(u"With one active expert"_s));
    }
    void muteAndSoloExcludeEachOther() {
        Bench bench;
        bench.start();
        auto* mute = bench.find<QToolButton>("render_routing_mute_A_button");
        auto* solo = bench.find<QToolButton>("render_routing_solo_A_button");
        mute->click();
        solo->click();
        QVERIFY(solo->isChecked() && !mute->isChecked());
        solo->click();
        for (const char* name : {"render_routing_mute_A_button", "render_routing_mute_B_button",
                                 "render_routing_mute_C_button", "render_routing_mute_D_button"})
            bench.find<QToolButton>(name)->click();
        QCOMPARE(bench.page.routing().rules().size(), std::size_t{3});  // one must stay
    }
    void theStarterBringsItsPromptTheFirstTime() {
        QTemporaryDir share;
        const auto write = [&share](const QString& name, const QByteArray& bytes) {
            QFile file(share.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(write(u"starter.yaml"_s, "base_model: ./base\n"));
        QVERIFY(write(u"starter.json"_s,
                      R"({"defaults":{"prompt":"a house","width":128,"height":128,"steps":9,"guidance":4,"seed":7,
                                            "sampler":"euler","schedule":"normal"}})"));
        const QString recipe = QFileInfo(share.filePath(u"starter.yaml"_s)).canonicalFilePath();
        for (bool named : {false, true}) {
            Bench bench;
            bench.client.facts.starterFolder = share.path();
            bench.client.models = {{recipe, sample::mixtureSummary()}};
            // On the command line it may be written in a roundabout way.
            if (named)
                bench.page.openModel(share.path() + u"/../"_s + QFileInfo(share.path()).fileName() +
                                     u"/starter.yaml"_s);
            bench.client.start();
            QCOMPARE(bench.page.chooser().model(), recipe);
            const RenderRequest request = bench.page.form().request();
            QCOMPARE(request.prompt, std::string("a house"));
            QCOMPARE(request.steps, 9);
            QCOMPARE(request.seed, std::int64_t{7});
            QVERIFY(request.sampler == SamplerKind::Euler);
        }
    }
    void aDroppedModelIsOpened() {
        Bench bench;
        bench.start();
        QTemporaryDir folder;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(folder.path())});
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&bench.page, &enter);
        QVERIFY(enter.isAccepted());
        QCoreApplication::sendEvent(&bench.page, &drop);
        QCOMPARE(bench.page.chooser().model(), folder.path());
    }
    void aModelWithoutAdviceTakesTheSettings() {
        Bench bench;
        ModelSummary summary = sample::singleSummary();
        summary.architecture.family = ModelFamily::Sdxl;
        bench.client.models[kSingle] = summary;
        bench.settings.set(keys::kStepsSdxl, 33);
        bench.settings.set(keys::kCfgSdxl, 6.5);
        bench.settings.set(keys::kSampler, u"euler"_s);
        bench.settings.set(keys::kSchedule, u"exponential"_s);
        bench.client.start();
        bench.page.chooser().choose(kSingle);
        RenderRequest request = bench.page.form().request();
        QCOMPARE(request.steps, 33);
        QCOMPARE(request.guidanceScale, 6.5);
        QVERIFY(request.sampler == SamplerKind::Euler);
        QVERIFY(request.schedule == ScheduleKind::Exponential);
        bench.settings.set(keys::kStepsSdxl, 12);  // the form shows the recommendation: it follows
        QCOMPARE(bench.page.form().request().steps, 12);
        bench.find<QSpinBox>("render_steps_spin")->setValue(18);
        bench.settings.set(keys::kStepsSdxl, 14);  // what somebody chose stays
        QCOMPARE(bench.page.form().request().steps, 18);
    }
    void anyEnterCanBeTheRenderKey() {
        Bench bench;
        bench.start();
        auto* edit = bench.find<QPlainTextEdit>("render_prompt_edit");
        QVERIFY(bench.find("render_start_button")->toolTip().contains(u"Ctrl+Enter"_s));
        bench.page.addAction(bench.actions.action(ActionId::RenderStart));
        connect(bench.actions.action(ActionId::RenderStart), &QAction::triggered, &bench.page,
                &RenderPage::startRender);
        bench.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.page));
        edit->setFocus();
        const QString before = edit->toPlainText();
        bench.settings.setShortcut(u"action_render_start"_s, u"Shift+Return"_s);
        bench.actions.applyShortcuts(bench.settings);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(bench.client.requests.size(), std::size_t{1});
        QCOMPARE(edit->toPlainText(), before);
        QVERIFY(!bench.find("render_start_button")->toolTip().contains(u"Ctrl+Enter"_s));
        bench.settings.setShortcut(u"action_render_start"_s, std::nullopt);
        bench.actions.applyShortcuts(bench.settings);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(bench.client.requests.size(), std::size_t{1});
        QVERIFY(edit->toPlainText() != before);  // a new line again
    }
    void aMissingLoraCanBeLookedFor() {
        Bench bench;
        bench.start();
        auto* hint = bench.find<QLabel>("render_prompt_missing_label");
        auto* find = bench.find<QToolButton>("render_prompt_find_lora_button");
        bench.page.form().setPrompts(u"a red flower <lora:glow:0.8>"_s, {});
        QTRY_VERIFY(hint->isVisible());  // once the folders were looked through
        QVERIFY(hint->text().contains(u"glow"_s));
        QSignalSpy wanted(&bench.navigator, &Navigator::modelSearchWanted);
        find->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), u"glow"_s);
        bench.page.form().setPrompts(u"a red flower"_s, {});
        QVERIFY(!hint->isVisible());
    }
    void theSmallestWindowShowsTheMapOfTheExperts() {
        Bench bench;
        bench.start();
        bench.page.startRender();
        for (int step = 0; step < 5; ++step)
            Q_EMIT bench.client.routingStep(bench.client.lastJob(), sample::routingStep(step, 5, 2));
        bench.picture();
        bench.finish();
        bench.page.resize(952, 600);  // what a window of 1024 × 680 leaves
        QCoreApplication::processEvents();
        QCOMPARE(bench.page.width(), 952);  // nothing needs more
        QVERIFY(bench.page.routing().isVisible());
        QVERIFY(bench.find("render_preview_view")->width() >= 250);
        auto* copy = bench.find<QPushButton>("render_copy_button");
        for (QWidget* part : bench.page.findChildren<QWidget*>()) {
            const bool isText = qobject_cast<QAbstractButton*>(part) || qobject_cast<QComboBox*>(part);
            if (isText && part->isVisible() && part->parentWidget()->isVisible())
                QVERIFY2(part->width() >= part->minimumSizeHint().width() ||
                             part->property("role").toString() == u"segment"_s,
                         qPrintable(part->objectName()));
        }
        QVERIFY(copy->text().isEmpty() && !copy->toolTip().isEmpty());
        bench.page.resize(1400, 800);
        QCoreApplication::processEvents();
        QCOMPARE(copy->text(), u"Copy"_s);
    }
};

QTEST_MAIN(RenderPageTest)
#include "render_page_test.moc"
