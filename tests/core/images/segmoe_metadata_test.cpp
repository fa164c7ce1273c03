// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/segmoe_metadata.h"

#include <random>

#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include "core/images/expert_letter.h"
#include "core/images/segmoe_metadata_builder.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::images;
using nlohmann::json;

namespace {

// The example of the metadata contract on one line, with the hashes as shortened there (the ellipsis escaped).
const std::string kExample =
    R"({"schema":1,"app":"SegMoE Studio 0.1.0",)"
    R"("mix":{"name":"coast_mix","arch":"sd15","layers":"attn","blocks":"all","k":2,"gate":{"init":"hidden","seed":0,"steps":2},"select":"batch","compat":false,)"
    R"("base":{"name":"coast_base","sha256":"4e1b7f20aa\u2026","source":"hf:example/coast-base@0f3c\u2026"},)"
    R"("experts":[)"
    R"({"letter":"A","alias":"dreamscape","sha256":"a5f58eb1c3\u2026","source":"civitai:98765@123456","positive":[["dreamy landscape, soft light",1.0],["misty valley",0.5]],"negative":[["flat colours",1.0]],"loras":[{"sha256":"77aa01c9d2\u2026","name":"glow_lora","strength":0.8}]},)"
    R"({"letter":"B","alias":"inkline","sha256":"0b1c77d2ee\u2026","source":"hf:example/inkline","positive":[["ink drawing, black lines",1.0]],"negative":[],"loras":[]},)"
    R"({"letter":"C","alias":"portrait","sha256":"9c3de41f70\u2026","source":"file","positive":[["portrait photo",1.0]],"negative":[],"loras":[]}]},)"
    R"("render":{"prompt":"a lighthouse on a cliff at dusk, (oil painting:1.2), warm light","resolvedPrompt":"a lighthouse on a cliff at dusk, (oil painting:1.2), warm light","negative":"blurry, text, watermark","weightRule":"keepMean","seed":42,"imageIndex":0,"rng":"cpu","width":512,"height":512,"steps":20,"cfg":7.0,"sampler":"dpmpp_2m","schedule":"karras","preset":"standard","clipSkip":1,"batch":1,"dtype":"fp16"},)"
    R"("rules":[{"act":"mute","expert":"B","stages":["U2"],"kinds":"all","steps":[10,20]}],)"
    R"("routing":{"level":"maps","load":[0.38,0.21,0.41],"textPath":["A","C"],"entropy":0.83,"capture":"0042_42.segroute"}})";

RenderRequest lighthouseRequest() {
    RenderRequest request;
    request.model = "/secret/place/models/coast_mix";
    request.prompt = "a lighthouse on a cliff at dusk, (oil painting:1.2), warm light";
    request.negative = "blurry, text, watermark";
    request.width = request.height = 512;
    request.steps = 20;
    request.guidanceScale = 7.0;
    request.schedule = ScheduleKind::Karras;
    request.routing.rules.push_back({RoutingRule::Act::Mute, 1, 0.0, {"U2.*"}, {0.5, 1.0}});
    return request;
}

MixRecipe coastRecipe() {
    MixRecipe recipe;
    recipe.name = "coast_mix";
    recipe.base = "/secret/place/models/coast_base.safetensors";
    recipe.expertsPerToken = 2;
    recipe.experts = {{"civitai:98765@123456",
                       "dreamscape",
                       {{"dreamy landscape, soft light", 1.0}},
                       {},
                       {{"/secret/place/glow_lora.safetensors", 0.8, {}, {}}}},
                      {"hf:example/inkline", "", {{"ink drawing", 1.0}}, {{"flat", 0.5}}, {}}};
    return recipe;
}

RoutingTrace smallTrace() {
    RoutingTrace trace;
    trace.steps = 2;
    trace.k = 2;
    trace.sites = {"D1.A0.T0.self", "cross_kv"};
    trace.experts = {"dreamscape", "inkline"};
    trace.timesteps = {900.0F, 100.0F};
    trace.chosen = {0, 1, 1, 0, 0, 1, 1, 0};
    trace.weights = {0.75F, 0.25F, 0.5F, 0.5F, 0.75F, 0.25F, 1.0F, 0.0F};
    trace.scores.assign(8, 0.0F);
    return trace;
}

}  // namespace

class SegmoeMetadataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theExampleComesBackByteForByte() {
        const SegmoeMetadata metadata = readSegmoeMetadata(kExample, "test");
        QCOMPARE(metadata.mix->experts.size(), std::size_t(3));
        QCOMPARE(metadata.mix->experts[0].loras[0].strength, 0.8);
        QCOMPARE(metadata.rules[0].expert, 1);
        QCOMPARE(metadata.rules[0].stages, std::vector<std::string>{"U2"});
        QCOMPARE(metadata.routing.textPath, (std::vector<int>{0, 2}));
        QCOMPARE(QString::fromStdString(writeSegmoeMetadata(metadata)), QString::fromStdString(kExample));
    }

    void requestBecomesTheExample() {
        const SegmoeMetadata example = readSegmoeMetadata(kExample, "test");
        const RenderRequest request = lighthouseRequest();
        SegmoeMetadata::Render render = describeRender(request, 42, 0, "fp16");
        QVERIFY(render == example.render);
        QVERIFY(describeRules(request.routing, 20) == example.rules);
        render.negative.reset();
        SegmoeMetadata single{.app = "a", .mix = {}, .render = render, .rules = {}, .routing = {}};
        single.render.prompt = "\xff 龍 \U0001F600";
        single.render.seed = UINT64_MAX;
        const std::string text = writeSegmoeMetadata(single);
        QVERIFY(std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; }));
        single.render.prompt = "\uFFFD 龍 \U0001F600";
        QVERIFY(readSegmoeMetadata(text, "test") == single);
    }

    void recipesAreDescribedWithoutPaths() {
        const SegmoeMetadata::Mix mix = describeMix(coastRecipe(), "sd15", RoutingGroup::Batch, false);
        QCOMPARE(mix.base.name, std::string("coast_base"));
        QCOMPARE(mix.base.source, std::string("file"));
        QCOMPARE(mix.experts[0].part.source, std::string("civitai:98765@123456"));
        QCOMPARE(mix.experts[1].part.name, std::string("inkline"));
        const std::string text = writeSegmoeMetadata({.app = "a",
                                                      .mix = mix,
                                                      .render = describeRender(lighthouseRequest(), 1, 0, "fp32"),
                                                      .rules = {},
                                                      .routing = {}});
        QVERIFY(!QString::fromStdString(text).contains("secret"));
        QVERIFY(readSegmoeMetadata(text, "test").mix == mix);
    }

    void sourcesThatMayBeTold_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        for (const char* hub : {"hf:org/name", "hf:org/name@main", "civitai:1@2"}) QTest::newRow(hub) << hub << hub;
        for (const char* local : {"/me/x", "x.safetensors", "C:\\me\\x", "hf:/me/x", "hf:../me/x", "hf:a/b/c", "hf:a b",
                                  "https://user:secret@host/x", "hf:"})
            QTest::newRow(local) << local << "file";
    }
    void sourcesThatMayBeTold() {
        QFETCH(QString, source);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(publicSource(source.toStdString())), expected);
    }

    void rulesNameStagesAndKinds() {
        RoutingPolicy policy;
        policy.rules = {{RoutingRule::Act::Solo, 0, 0.0, {"all"}, {}},
                        {RoutingRule::Act::Bias, 2, -0.5, {"D1.*, M.*"}, {0.0, 0.5}},
                        {RoutingRule::Act::Pin, 27, 0.0, {"*.ff,*.self"}, {}},
                        {RoutingRule::Act::Mute, 1, 0.0, {"D1.*,*.ff"}, {}},
                        {RoutingRule::Act::Mute, 1, 0.0, {"D1.A0.T1.self"}, {}}};
        const auto rules = describeRules(policy, 10);
        QVERIFY(rules[0].stages.empty() && rules[0].kinds.empty() && rules[0].sites.empty());
        QCOMPARE(rules[0].steps, (std::pair<int, int>{0, 10}));
        QCOMPARE(rules[1].stages, (std::vector<std::string>{"D1", "M"}));
        QCOMPARE(rules[1].steps, (std::pair<int, int>{0, 5}));
        QCOMPARE(rules[2].kinds, (std::vector<std::string>{"ff", "self"}));
        QCOMPARE(rules[3].sites, std::string("D1.*,*.ff"));
        QCOMPARE(rules[4].sites, std::string("D1.A0.T1.self"));
        SegmoeMetadata metadata{.app = "a",
                                .mix = {},
                                .render = describeRender(lighthouseRequest(), 1, 0, "fp32"),
                                .rules = rules,
                                .routing = {}};
        QVERIFY(readSegmoeMetadata(writeSegmoeMetadata(metadata), "test") == metadata);
    }

    void traceIsSummed() {
        const SegmoeMetadata::Routing routing = describeRouting(smallTrace(), false);
        QCOMPARE(routing.level, std::string("summary"));
        // Expert 0: 0.75 + 0.5 + 0.75 + 0 of 4, expert 1 the rest; both are equal, so the load is undecided.
        QCOMPARE(routing.load, (std::vector<double>{0.5, 0.5}));
        QCOMPARE(routing.entropy, 1.0);
        QCOMPARE(routing.textPath, (std::vector<int>{1, 0}));
        QCOMPARE(describeRouting({}, true).level, std::string("off"));
    }

    void letters() {
        QCOMPARE(expertLetter(0), std::string("A"));
        QCOMPARE(expertLetter(25), std::string("Z"));
        QCOMPARE(expertLetter(26), std::string("AA"));
        for (int expert = 0; expert < 1000; ++expert)
            QCOMPARE(expertOfLetter(expertLetter(expert)), std::optional(expert));
        for (const char* wrong : {"", "a", "A1", "ZZZZZZZZ"}) QVERIFY(!expertOfLetter(wrong));
    }

    void damagedTexts_data() {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char* pointer, const char* value) {
            QTest::addRow("%s = %s", pointer, value) << QString(pointer) << QByteArray(value);
        };
        row("/schema", "0");
        row("/schema", "\"1\"");
        row("/app", "1");
        row("/mix", "[]");
        row("/mix/k", "1.5");
        row("/mix/k", "0");
        row("/mix/gate/seed", "-1");
        row("/mix/compat", "1");
        row("/mix/experts", "{}");
        row("/mix/experts/0/positive", "[[1,\"a\"]]");
        row("/mix/experts/0/positive", "[[\"a\",1e9]]");
        row("/mix/experts/0/loras", "[3]");
        row("/render/width", "0");
        row("/render/width", "70000");
        row("/render/seed", "1e3");
        row("/render/cfg", "\"7\"");
        row("/render/prompt", "null");
        row("/rules", "{}");
        row("/rules/0/expert", "\"b\"");
        row("/rules/0/steps", "[1]");
        row("/rules/0/steps", "[-1,2]");
        row("/rules/0/stages", "[1]");
        row("/routing/load", "[\"a\"]");
        row("/routing/textPath", "[0]");
    }
    void damagedTexts() {
        QFETCH(QString, pointer);
        QFETCH(QByteArray, value);
        json changed = json::parse(kExample);
        changed[json::json_pointer(pointer.toStdString())] = json::parse(value.toStdString());
        const Error error = test::expectError([&] { readSegmoeMetadata(changed.dump(), "'picture.png'"); });
        QCOMPARE(error.code(), ErrorCode::ImageDecodeFailed);
        const QString message = QString::fromUtf8(error.what());
        QVERIFY2(message.contains("picture.png"), error.what());
        const QString key = pointer.split('/').last();
        QVERIFY2(message.contains(key) || pointer == "/mix", error.what());
    }

    void newerSchemaIsNamed() {
        json changed = json::parse(kExample);
        changed["schema"] = 2;
        QCOMPARE(test::expectError([&] { readSegmoeMetadata(changed.dump(), "test"); }).code(),
                 ErrorCode::FormatUnsupported);
    }

    void mutationsNeverCrash() {
        std::mt19937 random(3);
        int accepted = 0;
        for (int i = 0; i < 2000; ++i) {
            std::string changed = kExample;
            const std::size_t at = random() % changed.size();
            if (random() % 2)
                changed[at] = "\",:{}[]0a-\\\x01"[random() % 12];
            else
                changed.erase(at, random() % 12);
            try {
                readSegmoeMetadata(changed, "test");
                ++accepted;
            } catch (const Error& error) {
                QVERIFY(error.code() == ErrorCode::ImageDecodeFailed || error.code() == ErrorCode::FormatUnsupported);
            }
        }
        QVERIFY(accepted > 0 && accepted < 2000);
    }
};

QTEST_APPLESS_MAIN(SegmoeMetadataTest)
#include "segmoe_metadata_test.moc"
