// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/queue_store.h"

#include <QtTest/QtTest>

#include "ui/bridge/scripted_engine_client.h"
#include "ui/queue/job_queue.h"
#include "ui/queue/request_json.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

/// Every field away from its default.
RenderRequest fullRequest() {
    MixRecipe recipe;
    recipe.name = "coast mix";
    recipe.folder = "/recipes";
    recipe.base = "base.safetensors";
    recipe.type = "sdxl";
    recipe.layers = MoeLayers::FeedForward;
    recipe.expertsPerToken = 2;
    recipe.gates = GateMethod::Svd;
    recipe.experts.push_back(
        {.source = "a",
         .alias = "dream",
         .positive = {{"misty valley", 0.5}},
         .negative = {{"flat", 2.0}},
         .loras = {{.source = "glow", .strength = 0.8, .positivePrompt = "glow", .negativePrompt = "x"}},
         .unknown = {{"mystery", "1"}}});
    recipe.loras.push_back(
        {.source = "top", .strength = -0.5, .positivePrompt = {}, .negativePrompt = {}, .target = LoraTarget::Experts});
    recipe.gateSeed = 18446744073709551615ULL;
    recipe.gateSteps = 5;
    recipe.gateCfg = recipe.gateCentre = true;
    recipe.notes = "notes";
    recipe.unknown = {{"top", "2"}};
    recipe.studioUnknown = {{"inner", "3"}};
    RenderRequest r;
    r.model = "coast mix";
    r.recipe = std::make_shared<const MixRecipe>(recipe);
    r.prompt = "a (red:1.2) flower, größe";
    r.promptTemplate = "a {red|blue} flower";
    r.negative = "";
    r.width = 512;
    r.height = 768;
    r.steps = 31;
    r.guidanceScale = 6.25;
    r.guidanceRescale = 0.5;
    r.seed = 9'007'199'254'740'993;  // no double holds it
    r.images = 3;
    r.imagesAtOnce = 2;
    r.noise = NoiseSource::Device;
    r.variationSeed = 5;
    r.variationStrength = 0.25;
    r.start = StartImage{.file = "/a.png",
                         .strength = 0.4,
                         .resize = ResizeMode::Fit,
                         .mask = "/m.png",
                         .maskContent = MaskContent::Blur,
                         .maskBlur = 9,
                         .invertMask = true,
                         .onlyMaskedPadding = 32};
    r.sampler = SamplerKind::Unipc;
    r.schedule = ScheduleKind::Beta;
    r.clipSkip = 2;
    r.weightRule = WeightRule::FromEmpty;
    r.loras.push_back({.source = "/l.safetensors", .strength = 0.7, .positivePrompt = {}, .negativePrompt = {}});
    r.routing.group = RoutingGroup::Sample;
    r.routing.condOnly = true;
    r.routing.topK = 2;
    r.routing.topKPerKind[SiteKind::FeedForward] = 3;
    r.routing.temperature = 0.5;
    r.routing.rules.push_back(
        {.act = RoutingRule::Act::Bias, .expert = 1, .bias = -0.5, .sites = {"D1.*"}, .steps = {0.25, 0.75}});
    r.routing.compat = true;
    r.compat = true;
    r.device = "cuda:1";
    r.precision = Precision::Bf16;
    r.tiledDecode = Toggle::Off;
    r.sequentialGuidance = true;
    r.expertCacheBytes = 5'000'000'000'000;
    r.recordTrace = false;
    r.capture = CaptureLevel::Full;
    r.latentsFile = "/n.safetensors";
    r.saveLatentsFile = "/o.safetensors";
    r.previewEvery = 4;
    r.embeddings = {{"/e.safetensors", "word"}};
    r.vae = "/v.safetensors";
    r.donor = "/donor";
    return r;
}

void compare(const RenderRequest& a, const RenderRequest& b) {
    QVERIFY(a.recipe && b.recipe && *a.recipe == *b.recipe);
    QCOMPARE(a.prompt, b.prompt);
    QCOMPARE(a.promptTemplate, b.promptTemplate);
    QVERIFY(a.negative == b.negative);
    QCOMPARE(a.seed, b.seed);
    QVERIFY(a.start == b.start);
    QVERIFY(a.loras == b.loras);
    QVERIFY(a.embeddings == b.embeddings);
    QVERIFY(a.vae == b.vae && a.donor == b.donor);
    QVERIFY(a.routing == b.routing);
    QCOMPARE(a.expertCacheBytes, b.expertCacheBytes);
    QVERIFY(a.sampler == b.sampler && a.schedule == b.schedule && a.noise == b.noise && a.capture == b.capture);
    QVERIFY(a.latentsFile == b.latentsFile && a.saveLatentsFile == b.saveLatentsFile && a.device == b.device);
}

RenderWork prompt(const std::string& text) {
    RenderRequest request;
    request.prompt = text;
    return {request};
}

QStringList titles(const JobQueue& queue) {
    QStringList all;
    for (QueueId id : queue.rows()) all << queue.find(id)->title;
    return all;
}

}  // namespace

class QueueStoreTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString file() const { return m_folder.filePath(u"queue.json"_s); }

private Q_SLOTS:
    void cleanup() { QFile::remove(file()); }
    void requestsSurviveWhole() {
        const RenderRequest request = fullRequest();
        const QJsonObject json = toJson(request);
        const auto read = requestFromJson(QJsonDocument::fromJson(QJsonDocument(json).toJson()).object());
        QVERIFY(read);
        compare(*read, request);
        QCOMPARE(toJson(*read), json);  // no field is forgotten on either way
    }
    void damagedRequestsAreRefused_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("steps") << u"steps"_s << QJsonValue(-5);
        QTest::newRow("size") << u"width"_s << QJsonValue(511);
        QTest::newRow("images") << u"images"_s << QJsonValue(1'000'000);
    }
    void damagedRequestsAreRefused() {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json = toJson(fullRequest());
        json[key] = value;
        QVERIFY(!requestFromJson(json));
    }
    void waitingJobsComeBackPausedAfterACrash() {
        ScriptedEngineClient client;
        client.start();
        {
            JobQueue queue(client);
            QueueStore store(queue, file());
            QCOMPARE(store.restore(), 0);
            queue.pause();
            for (const char* text : {"a", "b", "c"}) queue.add(prompt(text));
            const QueueId group = queue.addGroup(u"Grid"_s, u"2"_s);
            queue.add(prompt("g1"), u"one"_s, group);
            queue.add(prompt("g2"), u"two"_s, group);
            queue.cancel(queue.rows()[1]);
            QVERIFY(store.save());  // and then the process dies
        }
        JobQueue queue(client);
        QueueStore store(queue, file());
        QCOMPARE(store.restore(), 4);
        QVERIFY(store.afterCrash());
        QVERIFY(queue.isPaused());
        QCOMPARE(titles(queue), (QStringList{u"a"_s, u"c"_s, u"Grid"_s}));
        QCOMPARE(queue.find(queue.rows()[2])->children.size(), std::size_t{2});
        queue.resume();
        QVERIFY(!queue.isIdle() || !client.works.empty() || queue.waitingCount() == 4);
    }
    void anOrderlyEndGoesOn() {
        ScriptedEngineClient client;
        {
            JobQueue queue(client);
            QueueStore store(queue, file());
            queue.add(prompt("a"));
            store.closeInOrder();
        }
        JobQueue queue(client);
        QueueStore store(queue, file());
        QCOMPARE(store.restore(), 1);
        QVERIFY(!store.afterCrash());
        QVERIFY(!queue.isPaused());
        client.start();
        QCOMPARE(client.works.size(), std::size_t{1});
    }
    void damageIsSetAside() {
        for (const QByteArray& bytes : {QByteArray("not json"), QByteArray("{\"schema\":99}"), QByteArray()}) {
            QFile damaged(file());
            QVERIFY(damaged.open(QIODevice::WriteOnly));
            damaged.write(bytes);
            damaged.close();
            ScriptedEngineClient client;
            JobQueue queue(client);
            QueueStore store(queue, file());
            QCOMPARE(store.restore(), 0);
            QVERIFY(QFile::exists(file() + u".damaged"_s));
            QVERIFY(!queue.isPaused());
        }
    }
    void aChangeIsWrittenByItself() {
        ScriptedEngineClient client;
        JobQueue queue(client);
        QueueStore store(queue, file());
        queue.add(prompt("a"));
        QTRY_VERIFY(QFile::exists(file()));
    }
};

QTEST_GUILESS_MAIN(QueueStoreTest)
#include "queue_store_test.moc"
