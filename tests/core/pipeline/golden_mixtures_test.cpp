// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/moe/mixture_layout.h"
#include "core/pipeline/loaded_model.h"
#include "core/pipeline/mixture_facts.h"
#include "core/pipeline/render_defaults.h"
#include "core/pipeline/text_to_image.h"
#include "core/weights/memory_source.h"
#include "core/weights/safetensors_writer.h"
#include "tests/core/moe/tiny_mixture.h"
#include "tests/core/pipeline/golden_request.h"

using namespace segmoe;
using namespace segmoe::pipeline;
using test::MixtureGolden;

namespace {

/// The golden's mixture as a whole model: everything but the UNet is the base's.
ModelFiles modelOf(const MixtureGolden& golden, const std::string& base) {
    ModelFiles files = openModelFiles(ModelRef::parse(test::goldenPath("models/" + base)), {});
    const auto mixture = test::goldenMixture(golden);
    MixRecipe recipe;
    recipe.expertsPerToken = golden.k();
    recipe.layers = golden.layers();
    for (const std::string& expert : golden.list("experts")) recipe.experts.emplace_back().source = expert;
    const auto experts = static_cast<int>(recipe.experts.size());
    setMixtureFacts(files, recipe, moe::planMixture(*test::tinyUnet(base), golden.layers(), experts, golden.k()));
    files.unet = mixture;
    return files;
}

int largestDifference(const Picture& ours, const at::Tensor& theirs) {
    const at::Tensor levels = theirs.to(at::kInt).flatten();
    if (static_cast<std::int64_t>(ours.rgb.size()) != levels.numel()) return 256;
    int largest = 0;
    for (std::size_t i = 0; i < ours.rgb.size(); ++i)
        largest = std::max(largest, std::abs(static_cast<int>(ours.rgb[i]) - levels.const_data_ptr<int>()[i]));
    return largest;
}

/// Gates whose experts are not those of the reference, over all steps.
int otherChoices(const MixtureGolden& golden, const moe::RoutingTable& table, const std::vector<RoutingStep>& steps) {
    const at::Tensor chosen = golden.tensor("chosen");  // [step, module, rank]
    const std::vector<std::string> modules = golden.list("modules");
    if (chosen.size(0) != static_cast<std::int64_t>(steps.size())) return -1;
    int others = 0;
    for (std::size_t step = 0; step < steps.size(); ++step)
        for (std::size_t m = 0; m < modules.size(); ++m)
            for (int rank = 0; rank < golden.k(); ++rank)
                others += steps[step].record.chosenAt(0, table.siteOf(modules[m])->index, rank) !=
                          chosen[static_cast<std::int64_t>(step)][static_cast<std::int64_t>(m)][rank].item<int>();
    return others;
}

}  // namespace

/// Whole pictures of mixtures from fixed start latents against the reference program (tests/golden/golden_mixtures.py).
class GoldenMixturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samePictureBySameExperts_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("compat");
        for (const auto& entry : std::filesystem::directory_iterator(test::goldenPath("mixtures"))) {
            const QString name = QString::fromStdString(entry.path().stem().string());
            QTest::addRow("%s compat", qPrintable(name)) << name << true;
            QTest::addRow("%s", qPrintable(name)) << name << false;
        }
    }
    void samePictureBySameExperts() {
        QFETCH(QString, name);
        QFETCH(bool, compat);
        const MixtureGolden golden("../mixtures/" + name.toStdString());
        const auto settings = nlohmann::json::parse(golden.text("case"));
        const test::TempDir folder;
        RenderRequest request = test::goldenRequest(settings);
        request.compat = compat;
        request.latentsFile = folder / "start.safetensors";
        request.saveLatentsFile = folder / "final.safetensors";
        writeSafetensors(MemorySource({{"latents", golden.tensor("start")}}), request.latentsFile);

        LoadedModel model(modelOf(golden, settings["model"].get<std::string>()), {}, 0);
        std::vector<RoutingStep> steps;
        RenderResult result;
        TextToImageEvents events;
        events.routing = [&](const RoutingStep& step) { steps.push_back(step); };
        textToImage(model, withDefaults(request, model.files()), events, {}, result);

        QCOMPARE(otherChoices(golden, *model.routingTable(), steps), 0);
        const auto final = SafetensorsFile::open(request.saveLatentsFile);
        const double error = test::relativeRms(final->load("latents"), golden.tensor("final"));
        const int levels = largestDifference(result.images.at(0).picture, golden.tensor("image"));
        qInfo("final latents differ by %.1e, a pixel by at most %d levels", error, levels);
        QVERIFY(error < test::kLatentLimit);
        QVERIFY(levels <= test::kPixelLimit);
    }
};

QTEST_APPLESS_MAIN(GoldenMixturesTest)
#include "golden_mixtures_test.moc"
