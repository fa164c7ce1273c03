// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/mix_workbench.h"

#include <QtTest/QtTest>

#include "core/engine/picture_reader.h"
#include "core/engine/render_engine.h"
#include "core/moe/recipe_yaml.h"
#include "tests/support/test_support.h"

using namespace segmoe;

namespace {

BuildRequest tinyBuild(int k = 1) {
    BuildRequest build;
    build.recipe.name = "tiny";
    build.recipe.layers = MoeLayers::All;
    build.recipe.expertsPerToken = k;
    build.recipe.base = test::goldenPath("models/sd1").string();
    for (const auto& [model, prompt] :
         {std::pair{"sd1", "a circle"}, {"sd1_expert1", "a house"}, {"sd1_expert2", "a fish"}}) {
        ExpertSpec expert;
        expert.source = test::goldenPath(std::string("models/") + model).string();
        expert.positive = {{prompt, 1.0}};
        build.recipe.experts.push_back(std::move(expert));
    }
    build.device = "cpu";
    build.precision = Precision::Fp32;
    return build;
}

RenderRequest renderOf(const BuildRequest& build) {
    RenderRequest request;
    request.recipe = std::make_shared<const MixRecipe>(build.recipe);
    request.prompt = "a red circle";
    request.width = request.height = 64;
    request.steps = 3;
    request.seed = 5;
    request.device = build.device;
    request.precision = build.precision;
    return request;
}

/// Saving of the tiny mixture with a picture of "a house".
SaveMixtureRequest savingTo(const std::filesystem::path& output) {
    SaveMixtureRequest save;
    save.build = tinyBuild();
    save.output = output;
    save.preview = PreviewWish{.prompt = "a house", .negative = {}, .made = nullptr};
    return save;
}

RenderResult rendered(RenderEngine& engine, const RenderRequest& request) {
    RenderReport report = engine.render(request, {}, {});
    if (report.outcome != RenderOutcome::Done) throw std::runtime_error(report.failure.message);
    return std::move(report.result);
}

std::vector<double> cosinesOf(const GateReport& report) {
    std::vector<double> all;
    for (const GateSite& site : report.sites) all.insert(all.end(), site.cosines.begin(), site.cosines.end());
    return all;
}

}  // namespace

class MixWorkbenchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheEditedPromptIsMeasuredAgain() {
        RenderEngine engine;
        BuildRequest build = tinyBuild();
        const BuildReport first = engine.build(build, {}, {});
        QCOMPARE(first.remembered, 0);
        QCOMPARE(first.evaluations, 2);
        QCOMPARE(first.gates.experts.size(), std::size_t{3});
        QVERIFY(!first.gates.sites.empty());
        QCOMPARE(first.gates.sites.front().cosines.size(), std::size_t{9});

        build.recipe.experts[1].positive.push_back({"a red house", 0.5});
        int evaluations = 0;
        const BuildReport second =
            engine.build(build, [&](const Progress& p) { evaluations += p.stage == Stage::MeasuringGates; }, {});
        QCOMPARE(second.remembered, 3);
        QCOMPARE(evaluations, 2);  // one prompt, two evaluations
        QVERIFY(!second.wasBuilt);
        QVERIFY(engine.build(build, {}, {}).wasBuilt);

        RenderEngine fresh;
        QCOMPARE(cosinesOf(second.gates), cosinesOf(fresh.build(build, {}, {}).gates));
        QVERIFY(cosinesOf(second.gates) != cosinesOf(first.gates));
    }

    void newGatesInLoadedWeightsRenderAsAFreshModel_data() {
        QTest::addColumn<int>("k");
        QTest::newRow("same k") << 2;
        QTest::newRow("another k") << 1;
    }
    void newGatesInLoadedWeightsRenderAsAFreshModel() {
        QFETCH(int, k);
        RenderEngine engine;
        BuildRequest build = tinyBuild(2);
        const RenderResult before = rendered(engine, renderOf(build));
        build.recipe.experts[0].positive = {{"a purple elephant, oil painting", 1.0}};
        build.recipe.expertsPerToken = k;
        const RenderResult after = rendered(engine, renderOf(build));
        RenderEngine fresh;
        const RenderResult expected = rendered(fresh, renderOf(build));
        QVERIFY(after.images[0].picture.rgb == expected.images[0].picture.rgb);
        QCOMPARE(after.images[0].trace.scores, expected.images[0].trace.scores);
        QVERIFY(after.images[0].trace.scores != before.images[0].trace.scores);
    }

    void anUnsavedRecipeRendersAsItsFile() {
        const test::TempDir folder;
        const BuildRequest build = tinyBuild();
        test::writeFile(folder / "tiny.yaml", moe::recipeToYaml(build.recipe));
        RenderEngine engine;
        const RenderResult unsaved = rendered(engine, renderOf(build));
        RenderRequest request = renderOf(build);
        request.recipe.reset();
        request.model = (folder / "tiny.yaml").string();
        RenderEngine other;
        QVERIFY(rendered(other, request).images[0].picture.rgb == unsaved.images[0].picture.rgb);
    }

    void savedMixtureHasTheGatesThatWereBuilt() {
        const test::TempDir folder;
        RenderEngine engine;
        SaveMixtureRequest save;
        save.build = tinyBuild();
        engine.build(save.build, {}, {});
        save.output = folder / "mixed";
        int evaluations = 0;
        const MixReport report =
            engine.saveMixture(save, [&](const Progress& p) { evaluations += p.stage == Stage::MeasuringGates; }, {});
        QCOMPARE(evaluations, 0);
        QVERIFY(report.bytesWritten > 0);
        RenderRequest request = renderOf(save.build);
        const RenderResult expected = rendered(engine, request);
        request.recipe.reset();
        request.model = save.output.string();
        QVERIFY(rendered(engine, request).images[0].picture.rgb == expected.images[0].picture.rgb);
    }

    void aSavedFolderHoldsWhatItsMixtureMakes() {
        const test::TempDir folder;
        RenderEngine engine;
        SaveMixtureRequest save = savingTo(folder / "mixed");
        double written = 0.0, sampled = 1.0;
        int ends = 0;
        const auto watch = [&](const Progress& p) {
            if (p.stage == Stage::Writing) written = std::max(written, p.fraction);
            if (p.stage == Stage::Sampling) sampled = std::min(sampled, p.fraction);
            ends += p.stage == Stage::Done;
        };
        const MixReport report = engine.saveMixture(save, watch, {});
        QVERIFY2(report.preview.outcome == SavedPreview::Outcome::Written, report.preview.failure.message.c_str());
        QCOMPARE(report.preview.file.string(), (folder / "mixed/preview.png").string());
        QVERIFY(written > 0.0 && written <= 0.5);
        QVERIFY(sampled >= 0.5 && sampled < 1.0);
        QCOMPARE(ends, 1);
        RenderRequest request;
        request.model = save.output.string();
        request.prompt = "a house";
        request.seed = 0;
        request.device = "cpu";
        request.precision = Precision::Fp32;
        const RenderResult expected = rendered(engine, request);
        QVERIFY(readPicture(report.preview.file).rgb == expected.images[0].picture.rgb);
        const PictureSettings settings = readPictureSettings(report.preview.file);
        QCOMPARE(settings.prompt.value_or(""), std::string("a house"));
    }

    void aPictureThatWasMadeIsNotMadeAgain() {
        const test::TempDir folder;
        RenderEngine engine;
        SaveMixtureRequest save = savingTo(folder / "mixed.v2.safetensors");
        save.format = ModelFormat::SingleFile;
        RenderedImage made;
        made.picture = {2, 1, {10, 20, 30, 40, 50, 60}};
        made.parameters = "a secret";
        save.preview->made = std::make_shared<const RenderedImage>(made);
        save.preview->metadata = MetadataLevel::Off;
        int steps = 0;
        const MixReport report =
            engine.saveMixture(save, [&](const Progress& p) { steps += p.stage == Stage::Sampling; }, {});
        QCOMPARE(steps, 0);
        QCOMPARE(report.preview.file.string(), (folder / "mixed.v2.preview.png").string());
        QVERIFY(readPicture(report.preview.file).rgb == made.picture.rgb);
        QVERIFY(readPictureSettings(report.preview.file).format.empty());
    }

    void aCancelDuringThePreviewKeepsTheMixture() {
        const test::TempDir folder;
        RenderEngine engine;
        const SaveMixtureRequest save = savingTo(folder / "mixed");
        CancelToken cancel;
        const auto stop = [&](const Progress& p) {
            if (p.stage == Stage::Sampling) cancel.cancel();
        };
        const MixReport report = engine.saveMixture(save, stop, cancel);
        QVERIFY(report.preview.outcome == SavedPreview::Outcome::Cancelled);
        QVERIFY(std::filesystem::exists(folder / "mixed/model_index.json"));
        QVERIFY(!std::filesystem::exists(folder / "mixed/preview.png"));
        QCOMPARE(engine.summarize(save.output.string()).experts.size(), std::size_t{3});
    }

    void aPreviewThatCannotBeWrittenKeepsTheMixture() {
        const test::TempDir folder;
        RenderEngine engine;
        SaveMixtureRequest save = savingTo(folder / "mixed.safetensors");
        save.format = ModelFormat::SingleFile;
        RenderedImage made;
        made.picture = {1, 1, {1, 2, 3}};
        save.preview->made = std::make_shared<const RenderedImage>(made);
        std::filesystem::create_directories(folder / "mixed.preview.png/in the way");
        const MixReport report = engine.saveMixture(save, {}, {});
        QVERIFY(report.preview.outcome == SavedPreview::Outcome::Failed);
        QVERIFY(!report.preview.failure.message.empty());
        QVERIFY(report.preview.file.empty());
        QCOMPARE(engine.summarize(save.output.string()).experts.size(), std::size_t{3});
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            QVERIFY(entry.path().filename().string().starts_with("mixed."));
    }

    void thePredictionForAGatePromptIsItsExpert() {
        RenderEngine engine;
        const BuildRequest build = tinyBuild();
        const char* prompts[] = {"a circle", "a house", "a fish"};
        for (int e = 0; e < 3; ++e) {
            const Prediction prediction = engine.predict(build, prompts[e], {}, {});
            QCOMPARE(prediction.share.size(), std::size_t{3});
            double sum = 0.0;
            for (double share : prediction.share) sum += share;
            QVERIFY(std::abs(sum - 1.0) < 1e-6);
            for (const Prediction::Site& site : prediction.sites)
                if (prediction.isExact(site)) QCOMPARE(site.chosen.front(), e);
        }
    }

    void aFaultyRecipeIsNamed() {
        RenderEngine engine;
        BuildRequest build = tinyBuild();
        build.recipe.experts[2].source = "/nowhere/model";
        try {
            engine.build(build, {}, {});
            QFAIL("built from a model that is not there");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::FileMissing);
            QVERIFY(std::string(error.what()).find("expert 3") != std::string::npos);
        }
    }
};

QTEST_APPLESS_MAIN(MixWorkbenchTest)
#include "mix_workbench_test.moc"
