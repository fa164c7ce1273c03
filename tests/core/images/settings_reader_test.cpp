// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/settings_reader.h"

#include <random>

#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include "core/images/comfy_graph.h"
#include "core/images/foreign_fields.h"
#include "core/images/picture_codec.h"
#include "core/images/sampler_titles.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::images;
using nlohmann::json;

namespace {

json golden() { return json::parse(test::readFile(test::goldenPath("settings/index.json"))); }

PictureSettings settingsIn(const std::string& name) {
    const std::string bytes = test::readFile(test::goldenPath("settings/" + name));
    return readPictureSettings(readPictureTexts(bytes, name), name);
}

const char* roleName(NamedModel::Role role) {
    switch (role) {
        case NamedModel::Role::Model: return "model";
        case NamedModel::Role::Base: return "base";
        case NamedModel::Role::Expert: return "expert";
        case NamedModel::Role::Lora: return "lora";
        case NamedModel::Role::Vae: return "vae";
        case NamedModel::Role::Embedding: return "embedding";
    }
    return "";
}

json node(const char* kind, json inputs) { return {{"class_type", kind}, {"inputs", std::move(inputs)}}; }

PictureSettings sampled(const char* sampler, const char* schedule = "") {
    PictureSettings settings;
    assignSampler(sampler, schedule, settings);
    return settings;
}

}  // namespace

class SettingsReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatOtherProgramsWrote_data() {
        QTest::addColumn<QByteArray>("entry");
        for (const json& entry : golden())
            QTest::newRow(entry["file"].get<std::string>().c_str()) << QByteArray::fromStdString(entry.dump());
    }
    void readsWhatOtherProgramsWrote() {
        QFETCH(QByteArray, entry);
        const json expected = json::parse(entry.toStdString());
        const PictureSettings settings = settingsIn(expected["file"]);
        QCOMPARE(settings.format, expected["format"].get<std::string>());
        QVERIFY(!settings.chunks.empty());
        if (!expected.contains("prompt")) {
            QVERIFY(!settings.prompt && !settings.seed);
            return;
        }
        QCOMPARE(settings.prompt.value_or(""), expected["prompt"].get<std::string>());
        QCOMPARE(settings.negative.value_or(""), expected["negative"].get<std::string>());
        QCOMPARE(settings.seed, std::optional(expected["seed"].get<std::uint64_t>()));
        QCOMPARE(settings.steps, std::optional(expected["steps"].get<int>()));
        QCOMPARE(settings.guidanceScale, std::optional(expected["cfg"].get<double>()));
        QCOMPARE(settings.width, std::optional(expected["width"].get<int>()));
        QCOMPARE(settings.height, std::optional(expected["height"].get<int>()));
        QCOMPARE(settings.samplerExact, expected["exact"].get<bool>());
        if (expected.contains("sampler"))
            QCOMPARE(std::string(samplerName(settings.sampler.value())), expected["sampler"].get<std::string>());
        if (expected.contains("schedule"))
            QCOMPARE(std::string(scheduleName(settings.schedule.value())), expected["schedule"].get<std::string>());
        if (expected.contains("clip_skip"))
            QCOMPARE(settings.clipSkip, std::optional(expected["clip_skip"].get<int>()));
        if (!expected.contains("models")) return;
        json models = json::array();
        for (const NamedModel& model : settings.models)
            models.push_back({roleName(model.role), model.name, model.strength});
        QCOMPARE(models.dump(), expected["models"].dump());
    }

    void readsOurOwnChunk() {
        SegmoeMetadata metadata;
        metadata.app = "SegMoE Studio 0.1.0";
        metadata.render = {.prompt = "a {red|blue} house",
                           .resolvedPrompt = "a blue house",
                           .negative = std::nullopt,
                           .weightRule = "plain",
                           .seed = 7,
                           .imageIndex = 0,
                           .rng = "cpu",
                           .width = 128,
                           .height = 64,
                           .steps = 10,
                           .cfg = 4.0,
                           .sampler = "euler_a",
                           .schedule = "trailing",
                           .preset = "standard",
                           .clipSkip = 2,
                           .batch = 1,
                           .dtype = "fp32"};
        SegmoeMetadata::Mix mix;
        mix.name = "coast";
        mix.arch = "sdxl";
        mix.layers = "ff";
        mix.k = 2;
        mix.gateInit = "text";
        mix.base = {"base", "aa", "hf:org/base@1"};
        mix.experts = {{{"ink", "bb", "file"}, {{"ink", 2.0}}, {{"flat", 1.0}}, {{"cc", "glow", 0.5}}},
                       {{"oil", "dd", "civitai:1@2"}, {{"oil", 1.0}}, {}, {}}};
        metadata.mix = mix;
        metadata.rules = {
            {.act = "mute", .expert = 1, .bias = 0.0, .stages = {"U2"}, .kinds = {}, .sites = {}, .steps = {5, 10}}};
        const PictureSettings settings = readPictureSettings(
            {{"parameters", "other\nSteps: 1, Seed: 2, Sampler: Euler"}, {"segmoe", writeSegmoeMetadata(metadata)}},
            "test");
        QCOMPARE(settings.format, "SegMoE Studio");
        QCOMPARE(settings.resolvedPrompt.value(), "a blue house");
        QVERIFY(!settings.negative);
        QCOMPARE(settings.sampler.value(), SamplerKind::EulerA);
        QCOMPARE(settings.schedule.value(), ScheduleKind::Trailing);
        QCOMPARE(settings.clipSkip.value(), 1);
        QCOMPARE(settings.weightRule.value(), WeightRule::Plain);
        QCOMPARE(settings.topK.value(), 2);
        const MixRecipe& recipe = settings.recipe.value();
        QCOMPARE(recipe.base, "hf:org/base@1");
        QCOMPARE(recipe.type, "sdxl");
        QCOMPARE(recipe.layers, MoeLayers::FeedForward);
        QCOMPARE(recipe.gates, GateMethod::Text);
        QCOMPARE(recipe.experts.size(), std::size_t{2});
        QCOMPARE(recipe.experts[0].source, "ink");
        QCOMPARE(recipe.experts[0].positive, (std::vector<WeightedPrompt>{{"ink", 2.0}}));
        QCOMPARE(recipe.experts[0].loras.front().strength, 0.5);
        QCOMPARE(settings.rules.front().act, RoutingRule::Act::Mute);
        QCOMPARE(settings.rules.front().sites.pattern, "U2.*");
        QCOMPARE(settings.rules.front().steps.from, 0.5);
        QCOMPARE(settings.models.size(), std::size_t{5});
        QCOMPARE(settings.models[1].hash, "aa");
    }

    void damagedOwnChunkFallsBackToTheText() {
        const PictureSettings settings = readPictureSettings(
            {{"parameters", "other\nSteps: 3, Seed: 2, Sampler: Euler"}, {"segmoe", R"({"schema":99})"}}, "test");
        QCOMPARE(settings.prompt.value(), "other");
        QCOMPARE(settings.steps.value(), 3);
        QCOMPARE(settings.chunks.size(), std::size_t{2});
    }

    void readsTexts() {
        QCOMPARE(readSettingsText("a cat\nNegative prompt: dog\nSteps: 20, Sampler: Euler a, Seed: 1").steps.value(),
                 20);
        QCOMPARE(readSettingsText("a cat walks over the roof").format, "");
        QCOMPARE(readSettingsText("{\"a\":1}").format, "");
        QCOMPARE(readSettingsText(json{{"positive_prompt", "x"}, {"seed", 4}}.dump()).format, "InvokeAI");
        QCOMPARE(readSettingsText("").format, "");
    }

    void samplerNames() {
        QCOMPARE(sampled("Euler a").sampler.value(), SamplerKind::EulerA);
        QCOMPARE(sampled("DPM++ 2M SDE Karras").sampler.value(), SamplerKind::Dpmpp2mSde);
        QCOMPARE(sampled("DPM++ 2M SDE Karras").schedule.value(), ScheduleKind::Karras);
        QVERIFY(sampled("DPM++ 2M SDE Karras").samplerExact);
        QCOMPARE(sampled("dpmpp_2m_sde_k").schedule.value(), ScheduleKind::Karras);
        QVERIFY(!sampled("DPM++ 3M SDE Exponential").samplerExact);
        QCOMPARE(sampled("DPM++ 3M SDE Exponential").schedule.value(), ScheduleKind::Exponential);
        QVERIFY(!sampled("something new").sampler && !sampled("something new").samplerExact);
        // DDIM walks its own timesteps: the schedule cannot be followed.
        QVERIFY(!sampled("DDIM", "Karras").samplerExact);
        QCOMPARE(sampled("DDIM", "Karras").schedule.value(), ScheduleKind::Normal);
        QVERIFY(!sampled("euler", "kl_optimal").samplerExact);
        for (const SamplerKind kind : allSamplers()) {
            QCOMPARE(sampled(std::string(samplerTitle(kind)).c_str()).sampler.value(), kind);
            QCOMPARE(sampled(std::string(samplerName(kind)).c_str()).sampler.value(), kind);
        }
    }

    void graphsInCircles() {
        json graph = {{"1", node("SaveImage", {{"images", {"2", 0}}})},
                      {"2", node("VAEDecode", {{"samples", {"3", 0}}})},
                      {"3", node("KSampler", {{"latent_image", {"2", 0}},
                                              {"positive", {"4", 0}},
                                              {"negative", {"99", 0}},
                                              {"seed", {"5", 0}},
                                              {"model", {"6", 0}},
                                              {"steps", 12}})},
                      {"4", node("ConditioningCombine", {{"conditioning_1", {"4", 0}}, {"conditioning_2", {"4", 0}}})},
                      {"5", node("Reroute", {{"", {"5", 0}}})},
                      {"6", node("LoraLoader", {{"model", {"6", 0}}, {"lora_name", "round"}})}};
        const PictureSettings settings = readComfySettings(graph).value();
        QCOMPARE(settings.steps.value(), 12);
        QVERIFY(!settings.seed);
        QCOMPARE(settings.prompt.value(), "");
        QCOMPARE(settings.models.size(), std::size_t{1});
    }

    void graphsThatBranchEndlesslyEnd() {
        // Every node joins the next one twice: 2^400 paths.
        json graph = {
            {"s", node("SaveImage", {{"images", {"k", 0}}})},
            {"k", node("KSampler", {{"latent_image", {"0", 0}}, {"positive", {"0", 0}}, {"negative", {"0", 0}}})}};
        for (int i = 0; i < 400; ++i) {
            const std::string next = std::to_string(i + 1);
            graph[std::to_string(i)] = node("ConditioningCombine", {{"conditioning_1", {next, 0}},
                                                                    {"conditioning_2", {next, 0}},
                                                                    {"text", {next, 0}},
                                                                    {"string", {next, 0}}});
        }
        QVERIFY(readComfySettings(graph).has_value());
    }

    void graphsThatAreNone() {
        QVERIFY(!readComfySettings(json::object()));
        QVERIFY(!readComfySettings(json::array()));
        QVERIFY(!readComfySettings({{"1", 5}}));
        QVERIFY(!readComfySettings({{"1", {{"class_type", 5}, {"inputs", json::object()}}}}));
        QVERIFY(!readComfySettings({{"1", node("Note", json::object())}}));
        json large = json::object();
        for (int i = 0; i < 10'001; ++i) large[std::to_string(i)] = node("Note", json::object());
        QVERIFY(!ComfyGraph::isGraph(large));
    }

    void valuesOutOfRangeAreNotTaken() {
        const json fields = {{"positive_prompt", "x"},
                             {"steps", -4},
                             {"cfg_scale", 1e9},
                             {"width", 0},
                             {"height", 64},
                             {"seed", -1},
                             {"clip_skip", 99},
                             {"strength", 7},
                             {"model", 12},
                             {"loras", "none"}};
        const PictureSettings settings = readInvokeSettings(fields).value();
        QVERIFY(!settings.steps && !settings.guidanceScale && !settings.width && !settings.seed && !settings.clipSkip);
        QVERIFY(!settings.denoisingStrength && settings.models.empty());
        QVERIFY(!foreignWhole(json(1.5), 0, 10) && !foreignWhole(json("12x"), 0, 100) &&
                !foreignWhole(json(-3), 0, 10));
        QCOMPARE(foreignWhole(json("18446744073709551615"), 0, UINT64_MAX).value(), UINT64_MAX);
        QVERIFY(!foreignReal(json(NAN), 0, 1));
        QCOMPARE(foreignText(json(std::string("a\x1b[31m\r\nb"))).value(), "a\u25A1[31m\nb");
        QVERIFY(!foreignText(json(std::string(2'000'000, 'x'))));
    }

    void foreignJsonIsBounded() {
        QVERIFY(foreignJson("not json").is_null());
        QVERIFY(foreignJson(std::string(1000, '[') + std::string(1000, ']')).is_null());
        QVERIFY(foreignJson("{\"a\": NaN, \"b\": \"NaN\"}")["a"].is_null());
        QCOMPARE(foreignJson("{\"a\": NaN, \"b\": \"NaN\"}")["b"].get<std::string>(), "NaN");
        QVERIFY(foreignJson("{\"a\": 1").is_null());
    }

    void mutationsNeverCrash() {
        std::mt19937 random(11);
        for (const json& entry : golden()) {
            const std::string name = entry["file"];
            if (!name.ends_with(".png")) continue;
            const std::vector<PngText> texts =
                readPictureTexts(test::readFile(test::goldenPath("settings/" + name)), name);
            for (int i = 0; i < 60; ++i) {
                std::vector<PngText> changed = texts;
                for (PngText& text : changed)
                    for (int edits = 0; edits < 3 && !text.text.empty(); ++edits) {
                        const std::size_t at = random() % text.text.size();
                        if (random() % 2)
                            text.text[at] = "0123456789{}[]\",:-e"[random() % 19];
                        else
                            text.text.erase(at, random() % 30);
                    }
                const PictureSettings settings = readPictureSettings(changed, name);
                QVERIFY(!settings.steps || (*settings.steps >= 1 && *settings.steps <= 100'000));
                QVERIFY(!settings.clipSkip || (*settings.clipSkip >= 0 && *settings.clipSkip < 100));
            }
        }
    }
};

QTEST_APPLESS_MAIN(SettingsReaderTest)
#include "settings_reader_test.moc"
