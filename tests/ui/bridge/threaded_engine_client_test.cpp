// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/threaded_engine_client.h"

#include <algorithm>
#include <thread>

#include <sys/resource.h>

#include <QtTest/QtTest>

#include "ui/bridge/engine_loader.h"
#include "ui/bridge/event_throttle.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

/// What the backend under the client is to do, and what it saw.
struct Script {
    int progressEvents = 0;
    bool waitForCancel = false;
    std::atomic<bool> rendering{false};
    std::atomic<int> forecasts{0};
    std::atomic<Qt::HANDLE> renderThread{nullptr};
    std::atomic<int> memoryPercent{100};
    std::atomic<int> niceOfRender{0}, niceOfItsThreads{0};
};

/// Of the calling thread; the larger, the more it gives way.
int niceness() { return ::getpriority(PRIO_PROCESS, 0); }

class FakeBackend : public EngineBackend {
public:
    explicit FakeBackend(Script& script) : m_script(script) {}
    RenderReport render(const RenderRequest& request, const RenderEvents& events, const CancelToken& cancel) override {
        m_resident = {{.id = m_resident.empty() ? 1 : m_resident[0].id + 1, .name = request.model, .source = {}}};
        m_script.renderThread = QThread::currentThreadId();
        m_script.rendering = true;
        m_script.niceOfRender = niceness();
        std::thread([this] { m_script.niceOfItsThreads = niceness(); }).join();
        for (int i = 0; i < m_script.progressEvents; ++i) {
            Progress progress;
            progress.stage = Stage::Sampling;
            progress.step = i;
            events.progress(progress);
            events.preview({.image = 0, .step = i, .steps = m_script.progressEvents, .picture = {1, 1, {1, 2, 3}}});
        }
        while (m_script.waitForCancel && !cancel.isCancelled()) QThread::msleep(1);
        RenderReport report;
        report.outcome = cancel.isCancelled() ? RenderOutcome::Cancelled : RenderOutcome::Done;
        return report;
    }
    BuildReport build(const BuildRequest& request, const ProgressSink& progress, const CancelToken&) override {
        if (request.recipe.experts.empty()) throw Error(ErrorCode::MixIncomplete, "There are no experts.");
        Progress state;
        state.stage = Stage::MeasuringGates;
        progress(state);
        BuildReport report;
        report.evaluations = 2;
        return report;
    }
    Prediction predict(const BuildRequest&, const std::string& prompt, const ProgressSink&,
                       const CancelToken&) override {
        Prediction prediction;
        prediction.experts = {prompt};
        return prediction;
    }
    MixReport saveMixture(const SaveMixtureRequest& request, const ProgressSink&, const CancelToken& cancel) override {
        while (m_script.waitForCancel && !cancel.isCancelled()) QThread::msleep(1);
        cancel.check();
        MixReport report;
        report.output = request.output;
        return report;
    }
    ModelSummary summarize(const std::string& model) override {
        if (model == "missing") throw Error(ErrorCode::FileMissing, "There is no model.");
        ModelSummary summary;
        summary.name = model;
        return summary;
    }
    ModelSummary summarizeRecipe(const MixRecipe& recipe) override { return summarize(recipe.name); }
    PromptCount countPrompt(const PromptQuestion& question) override {
        PromptCount count;
        count.tokens = static_cast<int>(question.prompt.size());
        return count;
    }
    MemoryForecast forecast(const RenderRequest&) override {
        ++m_script.forecasts;
        QThread::msleep(20);
        return {};
    }
    std::vector<ResidentModel> resident() override { return m_resident; }
    void unload() override { m_resident.clear(); }
    void unloadModel(std::uint64_t model) override {
        std::erase_if(m_resident, [model](const ResidentModel& own) { return own.id == model; });
    }
    void setMemoryPercent(int percent) override { m_script.memoryPercent = percent; }
    std::vector<std::string> devices() override { return {"cpu"}; }
    std::optional<std::filesystem::path> starterFolder() override { return std::nullopt; }
    UnsavedMetadata savePicture(const RenderedImage&, const std::filesystem::path& file,
                                const PictureSaving&) override {
        if (file.extension() != ".png") throw Error(ErrorCode::NotWritable, "no");
        return {};
    }
    std::unique_ptr<Gallery> openGallery(const std::filesystem::path&) override {
        throw Error(ErrorCode::NotAvailable, "none");
    }
    std::unique_ptr<PictureAccess> pictureAccess() override { throw Error(ErrorCode::NotAvailable, "none"); }
    std::unique_ptr<LibraryAccess> openLibrary(const std::filesystem::path&) override {
        throw Error(ErrorCode::NotAvailable, "none");
    }
    std::vector<KnownFolder> knownModelFolders() override { return {}; }
    RenderedImage readCapture(const std::filesystem::path& file) override {
        if (file.extension() != ".segroute") throw Error(ErrorCode::CaptureInvalid, "no");
        RenderedImage image;
        image.seed = 7;
        return image;
    }
    void writeCapture(const RenderedImage&, const std::filesystem::path& file, bool) override {
        if (file.extension() != ".segroute") throw Error(ErrorCode::NotWritable, "no");
    }
    std::string buildText() override { return "test"; }

private:
    Script& m_script;
    std::vector<ResidentModel> m_resident;
};

BackendFactory factoryOf(Script& script) {
    return [&script] { return std::make_unique<FakeBackend>(script); };
}

}  // namespace

class ThreadedEngineClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsLoadedIsTold() {
        Script script;
        ThreadedEngineClient client(factoryOf(script));
        client.start();
        std::vector<ResidentModel> now;
        QStringList order;
        connect(&client, &EngineClient::residentChanged, &client, [&](const std::vector<ResidentModel>& models) {
            now = models;
            order << u"resident %1"_s.arg(models.size());
        });
        connect(&client, &EngineClient::workFinished, &client, [&] { order << u"finished"_s; });
        RenderRequest request;
        request.model = "first";
        client.render(request);
        request.model = "second";
        client.render(request);
        QTRY_COMPARE(order, (QStringList{u"resident 1"_s, u"finished"_s, u"resident 1"_s, u"finished"_s}));
        QCOMPARE(now[0].name, std::string("second"));
        client.unloadModel(1);  // the first one made room already
        QTRY_COMPARE(order.size(), 5);
        QCOMPARE(now.size(), std::size_t{1});
        client.unloadModel(now[0].id);
        QTRY_COMPARE(order.size(), 6);
        QVERIFY(now.empty());
        client.render(request);
        QTRY_COMPARE(order.size(), 8);
        QCOMPARE(now.size(), std::size_t{1});
        client.unloadModels();
        QTRY_COMPARE(order.size(), 9);
        QVERIFY(now.empty());
    }

    void capturesAreReadAndWrittenOnTheReadingThread() {
        Script script;
        ThreadedEngineClient client(factoryOf(script));
        client.start();
        QSignalSpy read(&client, &EngineClient::captureRead);
        QSignalSpy written(&client, &EngineClient::captureWritten);
        QSignalSpy failed(&client, &EngineClient::captureFailed);
        client.readCapture(u"a.segroute"_s);
        client.readCapture(u"a.txt"_s);
        client.writeCapture({}, u"b.segroute"_s, true);
        QTRY_COMPARE(written.size(), 1);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(read.size(), 1);
        QCOMPARE(read[0][1].value<RenderedImage>().seed, std::int64_t{7});
        QSignalSpy stopped(&client, &EngineClient::stopped);
        client.shutDown();
        QTRY_COMPARE(stopped.size(), 1);
    }
    void computingGivesWayWhenAskedTo() {
        const int usual = niceness();
        for (const bool gives : {false, true}) {
            Script script;
            ThreadedEngineClient client(factoryOf(script));
            if (gives) client.lowerPriority();
            client.start();
            QSignalSpy finished(&client, &EngineClient::workFinished);
            client.render({});
            QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
            const int expected = gives ? std::max(usual, 10) : usual;
            QCOMPARE(script.niceOfRender.load(), expected);
            QCOMPARE(script.niceOfItsThreads.load(), expected);
            QCOMPARE(niceness(), usual);  // the window's own
        }
    }
    void theMemoryLimitReachesTheEngine() {
        Script script;
        ThreadedEngineClient client(factoryOf(script));
        client.start();
        client.setMemoryPercent(40);
        QTRY_COMPARE_WITH_TIMEOUT(script.memoryPercent.load(), 40, 60'000);
    }
    void throttleKeepsItsDistance() {
        EventThrottle throttle(50);
        QVERIFY(throttle.admit(0));
        QVERIFY(!throttle.admit(49));
        QVERIFY(throttle.admit(50));
        QVERIFY(!throttle.admit(60));
        throttle.reset();
        QVERIFY(throttle.admit(61));
    }
    void rendersOnAnotherThreadAndReports() {
        Script script;
        ThreadedEngineClient client(factoryOf(script));
        QSignalSpy finished(&client, &EngineClient::workFinished);
        client.start();
        const JobId job = client.render({});
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].value<JobId>(), job);
        QVERIFY(finished[0][1].value<WorkReport>().outcome == RenderOutcome::Done);
        QVERIFY(script.renderThread.load() != QThread::currentThreadId());
    }
    void thinsOutProgressAndPreviews() {
        Script script;
        script.progressEvents = 5000;
        ThreadedEngineClient client(factoryOf(script));
        QSignalSpy progress(&client, &EngineClient::progress);
        QSignalSpy previews(&client, &EngineClient::preview);
        QSignalSpy finished(&client, &EngineClient::workFinished);
        QElapsedTimer clock;
        clock.start();
        client.start();
        client.render({});
        QTRY_COMPARE(finished.size(), 1);
        const qint64 elapsed = clock.elapsed();
        QVERIFY(!progress.isEmpty());
        QVERIFY2(progress.size() <= elapsed / 50 + 1, qPrintable(QString::number(progress.size())));
        QVERIFY2(previews.size() <= elapsed / 500 + 1, qPrintable(QString::number(previews.size())));
    }
    void cancelEndsTheRunningJob() {
        Script script;
        script.waitForCancel = true;
        ThreadedEngineClient client(factoryOf(script));
        QSignalSpy finished(&client, &EngineClient::workFinished);
        client.start();
        const JobId job = client.render({});
        QTRY_VERIFY(script.rendering.load());
        client.cancel(JobId{999});
        client.cancel(job);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(finished[0][1].value<WorkReport>().outcome == RenderOutcome::Cancelled);
    }
    void mixturesAreBuiltAskedAndSaved() {
        Script script;
        ThreadedEngineClient client(factoryOf(script));
        QSignalSpy finished(&client, &EngineClient::workFinished);
        QSignalSpy progress(&client, &EngineClient::progress);
        client.start();
        BuildRequest build;
        client.submit(BuildWork{build});
        build.recipe.experts.resize(2);
        client.submit(BuildWork{build});
        client.submit(PredictWork{build, "a cat"});
        client.submit(SaveMixtureWork{{build, "out", ModelFormat::Diffusers, std::nullopt, std::nullopt}});
        QTRY_COMPARE(finished.size(), 4);
        const auto report = [&](int i) { return finished[i][1].value<WorkReport>(); };
        QVERIFY(report(0).outcome == RenderOutcome::Failed);
        QVERIFY(report(0).failure.code == ErrorCode::MixIncomplete);
        QCOMPARE(std::get<BuildReport>(report(1).result).evaluations, 2);
        QCOMPARE(std::get<Prediction>(report(2).result).experts.front(), std::string("a cat"));
        QCOMPARE(std::get<MixReport>(report(3).result).output, std::filesystem::path("out"));
        QCOMPARE(progress.size(), 1);

        script.waitForCancel = true;
        const JobId job =
            client.submit(SaveMixtureWork{{build, "out", ModelFormat::Diffusers, std::nullopt, std::nullopt}});
        client.cancel(job);
        QTRY_COMPARE(finished.size(), 5);
        QVERIFY(report(4).outcome == RenderOutcome::Cancelled);
    }
    void modelsAreReadWhileARenderRuns() {
        Script script;
        script.waitForCancel = true;
        ThreadedEngineClient client(factoryOf(script));
        QSignalSpy described(&client, &EngineClient::described);
        QSignalSpy refused(&client, &EngineClient::refused);
        client.start();
        client.render({});
        QTRY_VERIFY(script.rendering.load());
        client.describe(u"there"_s, {});
        client.describe(u"missing"_s, {});
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(described.size(), 1);
        QCOMPARE(described[0][1].value<ModelSummary>().name, std::string("there"));
        QVERIFY(refused[0][1].value<Failure>().code == ErrorCode::FileMissing);
    }
    void onlyTheNewestForecastIsComputed() {
        Script script;
        ThreadedEngineClient client(factoryOf(script));
        QSignalSpy ready(&client, &EngineClient::ready);
        QSignalSpy forecasts(&client, &EngineClient::forecast);
        client.start();
        QTRY_COMPARE(ready.size(), 1);
        for (int i = 0; i < 50; ++i) client.requestForecast({});
        QTRY_VERIFY(!forecasts.isEmpty());
        QTest::qWait(100);
        QVERIFY2(script.forecasts.load() <= 3, qPrintable(QString::number(script.forecasts.load())));
    }
    void promptsAreCountedAndForecastsCompared() {
        Script script;
        ThreadedEngineClient client(factoryOf(script));
        QSignalSpy counted(&client, &EngineClient::promptCounted);
        QSignalSpy forecasts(&client, &EngineClient::forecasts);
        client.start();
        client.countPrompt(1, {"there", "four", {}});
        client.requestForecasts({RenderRequest{}, RenderRequest{}});
        QTRY_COMPARE(forecasts.size(), 1);
        QCOMPARE(counted[0][0].toInt(), 1);
        QCOMPARE(counted[0][1].toString(), u"four"_s);
        QCOMPARE(counted[0][2].value<PromptCount>().tokens, 4);
        QCOMPARE(forecasts[0][0].value<std::vector<MemoryForecast>>().size(), std::size_t{2});
    }
    void savingAnswersEitherWay() {
        Script script;
        ThreadedEngineClient client(factoryOf(script));
        QSignalSpy saved(&client, &EngineClient::saved);
        QSignalSpy failed(&client, &EngineClient::saveFailed);
        client.start();
        client.savePicture({}, u"a.png"_s, {});
        client.savePicture({}, u"a.txt"_s, {});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(saved.size(), 1);
    }
    void shutDownWhileRenderingNeverBlocks() {
        Script script;
        script.waitForCancel = true;
        ThreadedEngineClient client(factoryOf(script));
        QSignalSpy stopped(&client, &EngineClient::stopped);
        client.start();
        client.render({});
        QTRY_VERIFY(script.rendering.load());
        client.shutDown();
        QCOMPARE(stopped.size(), 0);
        QTRY_COMPARE(stopped.size(), 1);
    }
    void callsAfterTheEndDoNothing() {
        Script script;
        ThreadedEngineClient client(factoryOf(script));
        QSignalSpy stopped(&client, &EngineClient::stopped);
        QSignalSpy finished(&client, &EngineClient::workFinished);
        client.start();
        client.shutDown();
        QTRY_COMPARE(stopped.size(), 1);
        // What a window asks for that hears of the engine as it goes.
        client.setThreads(2);
        client.setMemoryPercent(50);
        client.setPreviewInterval(500);
        client.requestForecast({});
        client.render({});
        QTest::qWait(50);
        QCOMPARE(finished.size(), 0);
    }
    void shutDownBeforeStart() {
        Script script;
        ThreadedEngineClient client(factoryOf(script));
        QSignalSpy stopped(&client, &EngineClient::stopped);
        client.shutDown();
        QCOMPARE(stopped.size(), 1);
    }
    void aMissingModuleIsAFailureNotACrash() {
        ThreadedEngineClient client(engineModuleFactory({u"/nowhere/engine.so"_s}));
        QSignalSpy unavailable(&client, &EngineClient::unavailable);
        QSignalSpy finished(&client, &EngineClient::workFinished);
        client.start();
        client.render({});
        QTRY_COMPARE(unavailable.size(), 1);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(finished[0][1].value<WorkReport>().failure.code == ErrorCode::NotAvailable);
    }
};

QTEST_GUILESS_MAIN(ThreadedEngineClientTest)
#include "threaded_engine_client_test.moc"
