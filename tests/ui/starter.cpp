// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The real window on the real engine with the starter mixture, driven by keys and clicks like a person does.
#include <numeric>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/support/heartbeat.h"
#include "ui/bridge/engine_loader.h"
#include "ui/bridge/process_memory.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/settings.h"
#include "ui/bridge/threaded_engine_client.h"
#include "ui/render/model_chooser.h"
#include "ui/render/preview_view.h"
#include "ui/render/render_page.h"
#include "ui/render/request_form.h"
#include "ui/render/result_pane.h"
#include "ui/routing/capture_collector.h"
#include "ui/routing/capture_saver.h"
#include "ui/routing/image_area.h"
#include "ui/routing/routing_image_view.h"
#include "ui/routing/routing_page.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/compare_view.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

constexpr int kRenderLimit = 90'000;
constexpr qint64 kShownLimit = 1000;  ///< the aim is 100 ms; CI may be busy with something else

/// Resident memory, without what the allocator holds back for later.
qint64 residentBytes() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
    return processMemory().value_or(ProcessMemory{}).usedBytes;
}

}  // namespace

class StarterTest : public QObject {
    Q_OBJECT

    template <class T = QWidget>
    T* find(const char* name) {
        T* child = m_window->findChild<T*>(QLatin1String(name));
        if (!child) qFatal("%s is missing", name);
        return child;
    }
    /// A click on Render that begins a job, as soon as the button takes one.
    bool startRender() {
        const auto* start = find("render_start_button");
        if (!QTest::qWaitFor([start] { return start->isEnabled(); }, kRenderLimit)) return false;
        QTest::mouseClick(find("render_start_button"), Qt::LeftButton);
        return !idle();
    }
    QString errorShown() {
        return find("render_error_panel")->isVisible() ? find<QLabel>("render_error_message_label")->text() : QString();
    }
    bool idle() const { return m_window->renderPage().session().state() == RenderSession::State::Idle; }

    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ThreadedEngineClient> m_client;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Heartbeat> m_heart;
    EngineFacts m_facts;

private Q_SLOTS:
    void init() {
        m_profile = std::make_unique<QTemporaryDir>();
        m_theme = std::make_unique<Theme>();
        m_theme->setMode(ThemeMode::Light);
        m_client = std::make_unique<ThreadedEngineClient>(engineModuleFactory({QStringLiteral(SEGMOE_ENGINE_MODULE)}));
        m_settings = std::make_unique<Settings>(m_profile->path());
        m_window = std::make_unique<MainWindow>(*m_theme, *m_client, *m_settings);
        QSignalSpy ready(m_client.get(), &EngineClient::ready);
        QSignalSpy unavailable(m_client.get(), &EngineClient::unavailable);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTest::qWait(50);  // the first paint is over
        m_heart = std::make_unique<Heartbeat>();
        m_client->start();
        QTRY_VERIFY_WITH_TIMEOUT(ready.size() + unavailable.size() > 0, kRenderLimit);
        QVERIFY2(unavailable.isEmpty(), unavailable.isEmpty() ? "" : unavailable[0][0].value<Failure>().detail.c_str());
        m_facts = ready[0][0].value<EngineFacts>();
        QVERIFY2(!m_facts.starterFolder.isEmpty(), "the engine does not find the starter mixture of this tree");
        QTRY_VERIFY_WITH_TIMEOUT(find("render_start_button")->isEnabled(), kRenderLimit);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() {
        m_settings->set(keys::kConfirmQuit, false);  // a failed test may have left a job
        QSignalSpy gone(m_window.get(), &MainWindow::closedForGood);
        m_window->close();
        QTRY_COMPARE_WITH_TIMEOUT(gone.size(), 1, kRenderLimit);
        m_heart.reset();
        m_window.reset();
        m_settings.reset();
        m_client.reset();
        m_theme.reset();
        m_profile.reset();
    }
    void firstPictureByOneKey() {
        m_heart->report("load");
        QVERIFY(m_window->renderPage().chooser().model().endsWith(u"starter.yaml"_s));
        QVERIFY(!find<QPlainTextEdit>("render_prompt_edit")->toPlainText().isEmpty());
        QCOMPARE(QApplication::focusWidget(), find("render_start_button"));
        QSignalSpy previews(m_client.get(), &EngineClient::preview);
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(find("render_start_button"), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!idle());
        QTRY_VERIFY_WITH_TIMEOUT(idle(), kRenderLimit);
        qInfo("first picture after %.1f s, %lld previews", static_cast<double>(clock.elapsed()) / 1000.0,
              static_cast<long long>(previews.size()));
        m_heart->report("render");
        QCOMPARE(errorShown(), QString());
        const QImage picture = m_window->renderPage().result().view().image();
        QCOMPARE(picture.size(), QSize(128, 128));
        const RoutingTrace& trace = m_window->renderPage().result().shown()->image.trace;
        QVERIFY(trace.siteCount() > 1);
        QCOMPARE(trace.expertCount(), 4);
        QCOMPARE(trace.steps, find<QSpinBox>("render_steps_spin")->value());
    }
    void muteChangesTheRoutingAndAPictureIsSaved() {
        find<QSpinBox>("render_steps_spin")->setValue(4);
        RoutingPolicy policy;
        policy.rules.push_back({.act = RoutingRule::Act::Mute, .expert = 1, .sites = {}, .steps = {}});
        Q_EMIT m_window->navigator().policyWanted(policy);
        QVERIFY(startRender());
        QTRY_VERIFY_WITH_TIMEOUT(idle(), kRenderLimit);
        QCOMPARE(errorShown(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->renderPage().result().shown(), kRenderLimit);
        const RoutingTrace& trace = m_window->renderPage().result().shown()->image.trace;
        QVERIFY(!trace.empty());
        for (std::int32_t expert : trace.chosen) QVERIFY(expert != 1);
        // The page keeps each picture as well: only the answer about this file counts.
        const QString file = m_profile->filePath(u"picture.png"_s);
        bool isSaved = false;
        connect(m_client.get(), &EngineClient::saved, m_window.get(),
                [&](const QString& written) { isSaved = isSaved || written == file; });
        QSignalSpy failed(m_client.get(), &EngineClient::saveFailed);
        m_client->savePicture(m_window->renderPage().result().shown()->image, file, {});
        QTRY_VERIFY_WITH_TIMEOUT(isSaved || !failed.isEmpty(), kRenderLimit);
        QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : failed[0][1].value<Failure>().message.c_str());
        const QImage read(file);
        QCOMPARE(read.size(), QSize(128, 128));
        QVERIFY(read.text(u"parameters"_s).contains(u"Steps: 4"_s));
    }
    void theRoutingPageReadsARealCapture() {
        m_settings->set(keys::kSaveCapture, SaveCapture::Always);
        m_settings->setPictureFolder(m_profile->filePath(u"pictures"_s));
        find<QSpinBox>("render_steps_spin")->setValue(4);
        QSignalSpy written(m_client.get(), &EngineClient::captureWritten);
        QTest::mouseClick(find("render_start_button"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(idle() && m_window->renderPage().result().shown(), kRenderLimit);
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, kRenderLimit);
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        auto* page = m_window->findChild<RoutingPage*>();
        QVERIFY(page && page->isVisible());
        const auto isSound = [page] {
            const RoutingModel& model = page->controller().model();
            if (model.isEmpty() || model.experts() != 4 || model.steps() != 4) return false;
            if (!model.hasMaps() || !model.hasMeans()) return false;
            for (int site : model.sites({})) {
                const std::vector<double> shares =
                    model.weights(site, model.span(-1), ValueKind::Applied, GuidanceHalf::Prompt);
                if (std::abs(std::accumulate(shares.begin(), shares.end(), 0.0) - 1.0) > 1e-3) return false;
            }
            return !model.sites({}).empty();
        };
        QVERIFY(isSound());
        QTRY_VERIFY(!page->imageArea().view().overlay().image.isNull());  // really over the picture
        const std::vector<std::int32_t> chosen = page->controller().model().trace().chosen;
        // The file beside the picture says the same.
        const QString file = written[0][0].toString();
        QVERIFY(file.endsWith(u".segroute"_s) && QFileInfo::exists(file));
        QVERIFY(QFileInfo::exists(m_window->renderPage().result().shownFile()));
        QSignalSpy read(m_client.get(), &EngineClient::captureRead);
        page->openCapture(file);
        QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, kRenderLimit);
        QTRY_COMPARE_WITH_TIMEOUT(page->controller().model().capture()->file, file, kRenderLimit);
        QVERIFY(isSound());
        QVERIFY(page->controller().model().trace().chosen == chosen);
    }
    void aLaterSessionOpensACaptureWhole() {
        m_settings->set(keys::kSaveCapture, SaveCapture::Always);
        m_settings->setPictureFolder(m_profile->filePath(u"pictures"_s));
        find<QSpinBox>("render_steps_spin")->setValue(4);
        QSignalSpy written(m_client.get(), &EngineClient::captureWritten);
        QTest::mouseClick(find("render_start_button"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, kRenderLimit);
        QTRY_VERIFY_WITH_TIMEOUT(idle(), kRenderLimit);
        const QString picture = m_window->renderPage().result().shownFile();
        QVERIFY(QFileInfo(picture).isFile());

        // A page that knows nothing of this session but its files.
        CaptureStore store;
        const CaptureCollector collector(m_window->queue(), store);
        StudioContext context = m_window->context();
        context.captures = &store;
        context.control = nullptr;
        RoutingPage page(context);
        page.resize(1200, 740);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.openCapture(captureFileBeside(picture));
        RoutingController& controller = page.controller();
        QTRY_VERIFY_WITH_TIMEOUT(!controller.model().isEmpty(), kRenderLimit);
        RoutingImageView& view = page.imageArea().view();
        const QImage saved = QImage(picture).convertToFormat(QImage::Format_RGB888);
        QCOMPARE(view.image().convertToFormat(QImage::Format_RGB888), saved);
        QTRY_VERIFY_WITH_TIMEOUT(!view.overlay().image.isNull(), kRenderLimit);
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.target().center().toPoint());
        QVERIFY(controller.selection().place.has_value());
        QVERIFY(!controller.map().isEmpty());

        // Once more without any rule: the very same picture. Then with one, side by side.
        page.renderWithCapture();
        QTRY_VERIFY_WITH_TIMEOUT(controller.model().capture()->file.isEmpty(), kRenderLimit);
        QCOMPARE(toImage(controller.model().capture()->image.picture), saved);
        QTRY_VERIFY_WITH_TIMEOUT(idle(), kRenderLimit);  // the record comes a moment before its job ends
        page.openCapture(captureFileBeside(picture));
        page.rules().setSwitch(1, RuleDocument::Switch::Mute, true);
        auto* again = page.findChild<QPushButton*>(u"routing_rerender_button"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(again->isEnabled(), qPrintable(again->toolTip()), kRenderLimit);
        again->click();
        QTRY_VERIFY_WITH_TIMEOUT(page.imageArea().isCompareShown(), kRenderLimit);
        QCOMPARE(page.imageArea().compareView().difference().size(), saved.size());
        for (std::int32_t expert : controller.model().trace().chosen) QVERIFY(expert != 1);
        QTRY_VERIFY_WITH_TIMEOUT(idle(), kRenderLimit);
    }
    void theEmptyRoutingPageRendersTheForm() {
        find<QSpinBox>("render_steps_spin")->setValue(3);
        m_window->showPage(PageId::Routing);
        auto* page = m_window->findChild<RoutingPage*>();
        QVERIFY(page && page->isVisible());
        QTest::mouseClick(find("routing_empty_render_button"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!page->controller().model().isEmpty(), kRenderLimit);
        QVERIFY(page->isVisible());
        QCOMPARE(page->controller().model().steps(), 3);
        QVERIFY(page->controller().model().hasMaps());
        QTRY_VERIFY_WITH_TIMEOUT(idle(), kRenderLimit);
    }
    void cancelInTheMiddle() {
        find<QSpinBox>("render_steps_spin")->setValue(150);
        QSignalSpy steps(m_client.get(), &EngineClient::routingStep);
        QVERIFY(startRender());
        QTRY_VERIFY_WITH_TIMEOUT(steps.size() >= 2, kRenderLimit);
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        // In the same turn of the event loop: nothing is waited for.
        QCOMPARE(find<QLabel>("render_progress_label")->text(), u"Cancelling…"_s);
        const qint64 shown = clock.elapsed();
        QVERIFY(m_window->renderPage().session().state() == RenderSession::State::Cancelling);
        QTRY_VERIFY_WITH_TIMEOUT(idle(), kRenderLimit);
        qInfo("“Cancelling…” %lld ms after Esc, the job's end after %lld ms", static_cast<long long>(shown),
              static_cast<long long>(clock.elapsed()));
        QVERIFY2(shown < kShownLimit, "the window answers too late");
        QVERIFY(steps.size() < 150);
        QVERIFY(find("render_start_button")->isEnabled());
    }
    void memoryReturnsToItsLevel() {
        constexpr int kWarm = 20, kRenders = 50, kSwitches = 20;  // warm: the pictures and captures kept on purpose
        JobQueue& queue = m_window->queue();
        RenderRequest request = m_window->renderPage().form().request();
        request.steps = 1;
        request.images = 1;
        const QStringList models = m_window->renderPage().chooser().models();
        QVERIFY(models.size() >= 2);
        qint64 level = 0;
        for (int i = 1; i <= kRenders + kSwitches; ++i) {
            // Both models while it gets warm (their files are mapped then), renders of one, then each loads the other.
            request.model = models[i <= kWarm || i > kRenders ? i % 2 : 0].toStdString();
            request.seed = i;
            queue.add(RenderWork{request});
            QTRY_VERIFY_WITH_TIMEOUT(queue.isIdle(), kRenderLimit);
            QVERIFY(queue.find(queue.rows().front())->state == JobState::Done);
            if (i != kWarm && i != kRenders && i != kRenders + kSwitches) continue;
            const qint64 used = residentBytes();
            if (i == kWarm) level = used;
            qInfo("resident after %d renders: %.1f MB, %+.1f %%", i, static_cast<double>(used) / 1e6,
                  100.0 * static_cast<double>(used - level) / static_cast<double>(level));
            // The aim is 5 %; machines that page differ by more than that from run to run.
            QVERIFY2(used <= level + level / 10, "memory grows with every render");
        }
    }
    void quitWhileRendering() {
        find<QSpinBox>("render_steps_spin")->setValue(150);
        QSignalSpy steps(m_client.get(), &EngineClient::routingStep);
        QVERIFY(startRender());
        QTRY_VERIFY_WITH_TIMEOUT(!steps.isEmpty(), kRenderLimit);
        QElapsedTimer clock;
        clock.start();
        QSignalSpy gone(m_window.get(), &MainWindow::closedForGood);
        m_window->close();
        QVERIFY(m_window->isVisible());  // it asks first: a picture is being made
        auto* stop = m_window->findChild<QPushButton*>(u"quit_dialog_stop_button"_s);
        QVERIFY(stop);
        clock.restart();
        QTest::mouseClick(stop, Qt::LeftButton);
        qInfo("window hidden after %lld ms", static_cast<long long>(clock.elapsed()));
        QVERIFY(!m_window->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(gone.size(), 1, kRenderLimit);
        qInfo("threads ended after %lld ms", static_cast<long long>(clock.elapsed()));
        // cleanup() waits for the signal once more: give it one.
        QMetaObject::invokeMethod(m_window.get(), &MainWindow::closedForGood, Qt::QueuedConnection);
    }
};

QTEST_MAIN(StarterTest)
#include "starter.moc"
