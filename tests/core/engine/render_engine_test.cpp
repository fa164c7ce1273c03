// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/render_engine.h"

#include <fstream>

#include <QtTest/QtTest>

#include "core/engine/mix_engine.h"
#include "tests/support/test_support.h"

using namespace segmoe;

namespace {

RenderRequest tinyRequest(const std::string& model) {
    RenderRequest request;
    request.model = model;
    request.prompt = "a red circle on a blue background";
    request.negative = "a green square";
    request.width = request.height = 64;
    request.steps = 4;
    request.guidanceScale = 5.0;
    request.seed = 11;
    request.device = "cpu";
    request.precision = Precision::Fp32;
    return request;
}

std::string tinyModel(const char* name) { return test::goldenPath(std::string("models/") + name).string(); }

std::filesystem::path writeRecipe(const test::TempDir& folder, int k) {
    std::string yaml = "base_model: " + tinyModel("sd1") +
                       "\nmoe_layers: all\nnum_experts: 3\nnum_experts_per_tok: " + std::to_string(k) + "\nexperts:\n";
    for (const auto& [model, prompt] :
         {std::pair{"sd1", "a circle"}, {"sd1_expert1", "a house"}, {"sd1_expert2", "a fish"}})
        yaml += "  - source_model: " + tinyModel(model) + "\n    positive_prompt: " + prompt +
                "\n    negative_prompt: \"\"\n";
    test::writeFile(folder / "tiny.yaml", yaml);
    return folder / "tiny.yaml";
}

RenderResult rendered(RenderEngine& engine, const RenderRequest& request) {
    RenderReport report = engine.render(request, {}, {});
    if (report.outcome != RenderOutcome::Done) throw std::runtime_error(report.failure.message);
    return std::move(report.result);
}

/// Of all networks of a tiny model: the files without their headers.
std::int64_t weightBytesOnDisk(const char* name) {
    std::int64_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(tinyModel(name))) {
        if (entry.path().extension() != ".safetensors") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::uint64_t header = 0;
        file.read(reinterpret_cast<char*>(&header), sizeof header);
        bytes += static_cast<std::int64_t>(entry.file_size() - sizeof header - header);
    }
    return bytes;
}

int largestDifference(const Picture& a, const Picture& b) {
    if (a.rgb.size() != b.rgb.size()) return 255;
    int largest = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i)
        largest = std::max(largest, std::abs(static_cast<int>(a.rgb[i]) - static_cast<int>(b.rgb[i])));
    return largest;
}

}  // namespace

class RenderEngineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recipeEqualsSavedMixture_data() {
        QTest::addColumn<int>("k");
        QTest::newRow("one expert") << 1;
        QTest::newRow("two experts") << 2;
    }
    void recipeEqualsSavedMixture() {
        QFETCH(int, k);
        const test::TempDir folder;
        MixRequest request;
        request.recipe = writeRecipe(folder, k);
        request.output = folder / "mixed";
        request.device = "cpu";
        mix(request, {}, {});

        RenderEngine engine;
        const RenderResult fromRecipe = rendered(engine, tinyRequest(request.recipe.string()));
        const RenderResult fromFolder = rendered(engine, tinyRequest(request.output.string()));
        QCOMPARE(fromFolder.images.front().trace.chosen, fromRecipe.images.front().trace.chosen);
        QCOMPARE(largestDifference(fromFolder.images.front().picture, fromRecipe.images.front().picture), 0);
        QCOMPARE(fromRecipe.images.front().trace.k, k);
        QCOMPARE(fromRecipe.images.front().trace.steps, 4);
    }

    void aPictureDoesNotDependOnItsNeighbours() {
        RenderEngine engine;
        RenderRequest three = tinyRequest(tinyModel("sd1"));
        three.images = 3;
        three.sampler = SamplerKind::EulerA;  // draws noise in every step
        const RenderResult together = rendered(engine, three);
        RenderRequest alone = three;
        alone.images = 1;
        alone.seed = three.seed + 2;
        const RenderResult third = rendered(engine, alone);
        QCOMPARE(together.images[2].seed, alone.seed);
        QCOMPARE(largestDifference(together.images[2].picture, third.images[0].picture), 0);
        QVERIFY(largestDifference(together.images[0].picture, together.images[1].picture) > 0);
    }

    void guidanceInTwoPassesIsTheSameForASingleModel() {
        RenderEngine engine;
        RenderRequest request = tinyRequest(tinyModel("sdxl"));
        const RenderResult batch = rendered(engine, request);
        request.sequentialGuidance = true;
        const RenderResult passes = rendered(engine, request);
        QVERIFY(largestDifference(batch.images[0].picture, passes.images[0].picture) <= 1);
    }

    void whatIsInMemoryIsKnownAndLetGo() {
        const test::TempDir folder;
        RenderEngine engine;
        QVERIFY(engine.resident().empty());
        RenderRequest request = tinyRequest(tinyModel("sd1"));  // its files have 16 bits
        rendered(engine, request);
        const std::vector<ResidentModel> single = engine.resident();
        QCOMPARE(single.size(), std::size_t{1});
        QCOMPARE(single[0].name, std::string("sd1"));
        QCOMPARE(single[0].source, request.model);
        QCOMPARE(single[0].experts, 0);
        // Every weight has become one of 32 bits.
        QCOMPARE(single[0].ownBytes, 2 * weightBytesOnDisk("sd1"));
        QCOMPARE(single[0].mappedBytes, 0);
        rendered(engine, request);
        QVERIFY(engine.resident() == single);  // the same stay
        RenderRequest mixture = tinyRequest(writeRecipe(folder, 1).string());
        rendered(engine, mixture);
        const std::vector<ResidentModel> mixed = engine.resident();
        QCOMPARE(mixed.size(), std::size_t{1});
        QCOMPARE(mixed[0].experts, 3);
        QVERIFY(mixed[0].id != single[0].id);
        engine.unload(single[0].id);  // long gone: what came after it stays
        QVERIFY(engine.resident() == mixed);
        engine.unload(mixed[0].id);
        QVERIFY(engine.resident().empty());
        rendered(engine, mixture);
        QVERIFY(engine.resident()[0].id != mixed[0].id);
        request.model = (folder / "none.safetensors").string();
        QVERIFY(engine.render(request, {}, {}).outcome == RenderOutcome::Failed);
        QVERIFY(engine.resident().empty());
    }

    void cancelKeepsFinishedPictures() {
        RenderEngine engine;
        RenderRequest request = tinyRequest(tinyModel("sd1"));
        request.images = 50;
        CancelToken cancel;
        RenderEvents events;
        events.imageDone = [&](int image, const RenderedImage&) {
            if (image == 1) cancel.cancel();
        };
        const RenderReport report = engine.render(request, events, cancel);
        QVERIFY(report.outcome == RenderOutcome::Cancelled);
        QCOMPARE(report.result.images.size(), std::size_t{2});
        QVERIFY(engine.render(tinyRequest(request.model), {}, {}).outcome == RenderOutcome::Done);
    }

    void eventsArriveInOrder() {
        const test::TempDir folder;
        RenderEngine engine;
        std::vector<int> steps;
        std::vector<Stage> stages;
        int previews = 0;
        RenderEvents events;
        events.progress = [&](const Progress& p) {
            if (stages.empty() || stages.back() != p.stage) stages.push_back(p.stage);
        };
        events.routing = [&](const RoutingStep& step) { steps.push_back(step.step); };
        events.preview = [&](const Preview& preview) {
            ++previews;
            QCOMPARE(preview.picture.width, 8);
        };
        const RenderRequest request = tinyRequest(writeRecipe(folder, 1).string());
        QVERIFY(engine.render(request, events, {}).outcome == RenderOutcome::Done);
        QCOMPARE(steps, (std::vector<int>{0, 1, 2, 3}));
        QCOMPARE(previews, 4);
        QCOMPARE(stages.back(), Stage::Done);
    }

    void controlsReachTheLayers() {
        const test::TempDir folder;
        RenderEngine engine;
        RenderRequest request = tinyRequest(writeRecipe(folder, 1).string());
        request.routing.rules = {{RoutingRule::Act::Solo, 2, 0.0, {}, {}}};
        const RoutingTrace trace = rendered(engine, request).images.front().trace;
        for (const std::int32_t expert : trace.chosen) QCOMPARE(expert, 2);
    }

    void failuresAreValues_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing there") << "/no/such/model"
                                       << "FileMissing";
        QTest::newRow("a hub") << "someone/something"
                               << "OfflineMissing";
        QTest::newRow("a folder without a model")
            << QString::fromStdString(test::goldenPath("models").string()) << "FormatUnsupported";
    }
    void failuresAreValues() {
        QFETCH(QString, model);
        QFETCH(QString, code);
        RenderEngine engine;
        const RenderReport report = engine.render(tinyRequest(model.toStdString()), {}, {});
        QVERIFY(report.outcome == RenderOutcome::Failed);
        QCOMPARE(QString::fromUtf8(errorCodeName(report.failure.code).data()), code);
        QVERIFY(!report.failure.message.empty());
    }

    void forecastNamesItsTerms() {
        RenderEngine engine;
        const MemoryForecast forecast = engine.forecast(tinyRequest(tinyModel("sdxl")));
        QVERIFY(forecast.terms.size() >= 5);
        QVERIFY(forecast.peakBytes > 0);
    }
};

QTEST_APPLESS_MAIN(RenderEngineTest)
#include "render_engine_test.moc"
