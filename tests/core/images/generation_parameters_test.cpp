// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/generation_parameters.h"

#include <random>

#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::images;
using nlohmann::json;

namespace {

GenerationParameters lighthouse() {
    GenerationParameters p;
    p.prompt = "a lighthouse on a cliff at dusk, (oil painting:1.2), warm light";
    p.negative = "blurry, text, watermark";
    p.steps = 20;
    p.sampler = "DPM++ 2M";
    p.schedule = "Karras";
    p.cfgScale = 7.0;
    p.seed = 42;
    p.width = p.height = 512;
    p.modelHash = "4e1b7f20aa";
    p.model = "coast_mix";
    p.rng = "CPU";
    p.segmoe = "3x2 attn";
    p.experts = {{"dreamscape", "a5f58eb1c3"}, {"inkline", "0b1c77d2ee"}, {"portrait", "9c3de41f70"}};
    p.version = "SegMoE Studio 0.1.0";
    p.hashes = {{"model", "4e1b7f20aa"},
                {"expert:dreamscape", "a5f58eb1c3"},
                {"expert:inkline", "0b1c77d2ee"},
                {"expert:portrait", "9c3de41f70"},
                {"lora:glow_lora", "77aa01c9d2f4"}};
    p.civitaiResources = {
        {"checkpoint", 123456, 1.0, "Dreamscape", "v4", "urn:air:sd1:checkpoint:civitai:98765@123456"}};
    return p;
}

// The example of the metadata contract, byte for byte.
const std::string kLighthouse =
    "a lighthouse on a cliff at dusk, (oil painting:1.2), warm light\n"
    "Negative prompt: blurry, text, watermark\n"
    "Steps: 20, Sampler: DPM++ 2M Karras, Schedule type: Karras, CFG scale: 7, Seed: 42, Size: 512x512, Model hash: "
    "4e1b7f20aa, Model: coast_mix, "
    "RNG: CPU, SegMoE: 3x2 attn, SegMoE experts: \"dreamscape: a5f58eb1c3, inkline: 0b1c77d2ee, portrait: "
    "9c3de41f70\", Version: SegMoE Studio 0.1.0, "
    "Hashes: "
    "{\"model\":\"4e1b7f20aa\",\"expert:dreamscape\":\"a5f58eb1c3\",\"expert:inkline\":\"0b1c77d2ee\",\"expert:"
    "portrait\":\"9c3de41f70\",\"lora:glow_lora\":\"77aa01c9d2f4\"}, "
    "Civitai resources: "
    "[{\"type\":\"checkpoint\",\"modelVersionId\":123456,\"weight\":1,\"modelName\":\"Dreamscape\","
    "\"modelVersionName\":\"v4\",\"air\":\"urn:air:sd1:checkpoint:civitai:98765@123456\"}]";

/// The pairs as the text has them, whichever field they went to.
std::map<std::string, std::string> pairsOf(const GenerationParameters& p, const std::vector<std::string>& wanted) {
    std::map<std::string, std::string> pairs(p.other.begin(), p.other.end());
    const auto real = [](double value) { return QByteArray::number(value).toStdString(); };
    for (const std::string& key : wanted) {
        if (key == "Steps" && p.steps) pairs[key] = std::to_string(*p.steps);
        if (key == "Sampler") pairs[key] = p.sampler;
        if (key == "Schedule type") pairs[key] = p.schedule;
        if (key == "CFG scale" && p.cfgScale) pairs[key] = real(*p.cfgScale);
        if (key == "Seed" && p.seed) pairs[key] = std::to_string(*p.seed);
        if (key == "Size" && p.width) pairs[key] = std::to_string(p.width) + "x" + std::to_string(p.height);
        if (key == "Model hash") pairs[key] = p.modelHash;
        if (key == "Model") pairs[key] = p.model;
        if (key == "VAE hash") pairs[key] = p.vaeHash;
        if (key == "VAE") pairs[key] = p.vae;
        if (key == "Variation seed" && p.variationSeed) pairs[key] = std::to_string(*p.variationSeed);
        if (key == "Variation seed strength") pairs[key] = real(p.variationStrength);
        if (key == "Denoising strength" && p.denoisingStrength) pairs[key] = real(*p.denoisingStrength);
        if (key == "Clip skip" && !pairs.contains(key)) pairs[key] = std::to_string(p.clipSkip);
        if (key == "RNG") pairs[key] = p.rng;
        if (key == "Version") pairs[key] = p.version;
        if (key == "Lora hashes")
            for (const LabelledHash& hash : p.loraHashes)
                pairs[key] += (pairs[key].empty() ? "" : ", ") + hash.label + ": " + hash.hash;
    }
    return pairs;
}

}  // namespace

class GenerationParametersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theExampleIsWrittenByteForByte() {
        QCOMPARE(QString::fromStdString(writeGenerationText(lighthouse())), QString::fromStdString(kLighthouse));
        QVERIFY(readGenerationText(kLighthouse, "test") == lighthouse());
    }

    void textsOfOtherPrograms() {
        const json all = json::parse(test::readFile(test::goldenPath("images/index.json")))["generation"];
        QVERIFY(all.size() >= 12);
        for (const json& entry : all) {
            const std::string text = entry["text"];
            const GenerationParameters p = readGenerationText(text, "test");
            QCOMPARE(QString::fromStdString(p.prompt), QString::fromStdString(entry["prompt"]));
            QCOMPARE(QString::fromStdString(p.negative), QString::fromStdString(entry["negative"]));
            std::vector<std::string> keys;
            for (const json& pair : entry["pairs"]) keys.push_back(pair[0]);
            const auto pairs = pairsOf(p, keys);
            for (const json& pair : entry["pairs"]) {
                std::string value = pair[1];
                const std::string key = pair[0];
                if (key == "CFG scale" && value == "6.0") value = "6";
                if (key == "Sampler" && value.ends_with(" Karras")) value.resize(value.size() - 7);
                QVERIFY2(pairs.contains(key), (text + "\n" + key).c_str());
                QCOMPARE(QString::fromStdString(pairs.at(key)), QString::fromStdString(value));
            }
            const json& tails = entry["tails"];
            QCOMPARE(p.hashes.size(), tails.contains("Hashes") ? tails["Hashes"].size() : std::size_t(0));
            for (const LabelledHash& hash : p.hashes)
                QCOMPARE(hash.hash, tails["Hashes"][hash.label].get<std::string>());
            QCOMPARE(p.civitaiResources.size(),
                     tails.contains("Civitai resources") ? tails["Civitai resources"].size() : std::size_t(0));
            for (std::size_t i = 0; i < p.civitaiResources.size(); ++i) {
                QCOMPARE(p.civitaiResources[i].modelVersionId,
                         tails["Civitai resources"][i]["modelVersionId"].get<std::int64_t>());
                QCOMPARE(p.civitaiResources[i].weight, tails["Civitai resources"][i].value("weight", 1.0));
            }
        }
    }

    void scheduleIsTakenOffTheSampler_data() {
        QTest::addColumn<QString>("pairs");
        QTest::addColumn<QString>("sampler");
        QTest::addColumn<QString>("schedule");
        QTest::newRow("glued") << "Sampler: DPM++ 2M Karras, A b: 1"
                               << "DPM++ 2M"
                               << "Karras";
        QTest::newRow("twice") << "Sampler: DPM++ 2M Karras, Schedule type: Karras"
                               << "DPM++ 2M"
                               << "Karras";
        QTest::newRow("apart") << "Sampler: DPM++ 2M, Schedule type: SGM Uniform"
                               << "DPM++ 2M"
                               << "SGM Uniform";
        QTest::newRow("none") << "Sampler: Euler a, A b: 1"
                              << "Euler a"
                              << "Automatic";
    }
    void scheduleIsTakenOffTheSampler() {
        QFETCH(QString, pairs);
        QFETCH(QString, sampler);
        QFETCH(QString, schedule);
        const GenerationParameters p = readGenerationText("Steps: 3, " + pairs.toStdString(), "test");
        QCOMPARE(QString::fromStdString(p.sampler), sampler);
        QCOMPARE(QString::fromStdString(p.schedule), schedule);
    }

    void difficultPromptsComeBack_data() {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("negative");
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("no prompt") << ""
                                   << "bad";
        QTest::newRow("lines") << "a\nb\n\nc"
                               << "d\n\ne";
        QTest::newRow("looks like settings") << "Steps: 5, a: b, c: d\n Steps: 6\nx"
                                             << "Negative prompt: y\n  Negative prompt: z";
        QTest::newRow("quotes and brackets") << "say \"hi\", {\"a\": [1]}, Hashes: {"
                                             << "\\ \" ]";
        QTest::newRow("scripts") << QString::fromUtf16(u"龍, Größe, Ωmega") << QString::fromUtf16(u"плохо");
        QTest::newRow("pairs inside") << "a: b, c: d, e: f"
                                      << "g: h, i: j, k: l";
    }
    void difficultPromptsComeBack() {
        QFETCH(QString, prompt);
        QFETCH(QString, negative);
        GenerationParameters p = lighthouse();
        p.prompt = prompt.toStdString();
        p.negative = negative.toStdString();
        p.other = {{"Odd key", "a, b: c \"d\" \\ "}, {"Plain", "value"}};
        p.clipSkip = 2;
        p.variationSeed = 7;
        p.variationStrength = 0.25;
        p.vae = "sharp";
        p.loraHashes = {{"glow", "77aa01c9d2f4"}};
        const std::string text = writeGenerationText(p);
        QVERIFY(text.substr(text.rfind('\n') + 1).starts_with("Steps: 20, "));
        const GenerationParameters read = readGenerationText(text, "test");
        QCOMPARE(QString::fromStdString(read.prompt), prompt);
        QCOMPARE(QString::fromStdString(read.negative), negative);
        QVERIFY(read == p);
    }

    void namesOfModelsLoseSeparators() {
        GenerationParameters p = lighthouse();
        p.model = "my, model: \"2\"";
        const std::string text = writeGenerationText(p);
        QVERIFY(QString::fromStdString(text).contains("Model: my_ model_ _2_, RNG"));
    }

    void hostileTexts() {
        const auto code = [](const std::string& text) {
            return test::expectError([&] { readGenerationText(text, "test"); }).code();
        };
        QCOMPARE(code(std::string(4 * 1024 * 1024 + 1, 'a')), ErrorCode::ImageDecodeFailed);
        std::string pairs = "Steps: 1";
        for (int i = 0; i < 2000; ++i) pairs += ", Key: v";
        QCOMPARE(code(pairs), ErrorCode::ImageDecodeFailed);
        QCOMPARE(code("Steps: 1, Size: 2x2, Seed: 1, Hashes: {\"a\":\"" + std::string(300 * 1024, 'x') + "\"}"),
                 ErrorCode::ImageDecodeFailed);
        const GenerationParameters deep = readGenerationText(
            "Steps: 1, Seed: 1, Size: 8x8, Civitai resources: " + std::string(1'000'000, '['), "test");
        QVERIFY(deep.civitaiResources.empty());
        const GenerationParameters broken =
            readGenerationText("Steps: 1, Seed: 1, Size: 8x8, Hashes: {\"a\":nonsense}", "test");
        QCOMPARE(broken.other.back().first, std::string("Hashes"));
        QCOMPARE(QString::fromStdString(readGenerationText("a\x1b[31mb", "test").prompt),
                 QString::fromUtf16(u"a\u25A1[31mb"));
        for (const char* part : {"a: \"", "\"", ",", "Steps: 1, ", "Negative prompt:\n", "Hashes: {", ", Hashes: {\"",
                                 "\\\"", "x: \"\\"}) {
            std::string text;
            while (text.size() < 400'000) text += part;
            try {
                readGenerationText(text, "test");
            } catch (const Error& error) {
                QCOMPARE(error.code(), ErrorCode::ImageDecodeFailed);
            }
        }
    }

    void mutationsNeverCrash() {
        std::mt19937 random(9);
        for (int i = 0; i < 2000; ++i) {
            std::string changed = kLighthouse;
            for (int edits = static_cast<int>(random() % 6); edits >= 0; --edits) {
                const std::size_t at = random() % changed.size();
                if (random() % 2)
                    changed[at] = "\",:{}[]\\\n x1\0\xff"[random() % 14];
                else
                    changed.erase(at, random() % 30);
                if (changed.empty()) changed = " ";
            }
            const GenerationParameters read = readGenerationText(changed, "test");
            QVERIFY(readGenerationText(writeGenerationText(read), "test").prompt.size() <= changed.size() * 3 + 16);
        }
    }
};

QTEST_APPLESS_MAIN(GenerationParametersTest)
#include "generation_parameters_test.moc"
