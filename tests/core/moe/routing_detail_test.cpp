// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/domain/routing_detail.h"

#include <cmath>
#include <numeric>

#include <QtTest/QtTest>

#include <ATen/ATen.h>

#include "core/engine/model_tools.h"
#include "core/engine/render_engine.h"
#include "core/weights/memory_source.h"
#include "core/weights/safetensors_file.h"
#include "core/weights/safetensors_writer.h"
#include "tests/support/test_support.h"

using namespace segmoe;

namespace {

RenderRequest tinyRequest(int k, CaptureLevel level) {
    MixRecipe recipe;
    recipe.name = "tiny";
    recipe.layers = MoeLayers::All;
    recipe.expertsPerToken = k;
    recipe.base = test::goldenPath("models/sd1").string();
    for (const auto& [model, prompt] :
         {std::pair{"sd1", "a circle"}, {"sd1_expert1", "a house"}, {"sd1_expert2", "a fish"}}) {
        ExpertSpec expert;
        expert.source = test::goldenPath(std::string("models/") + model).string();
        expert.positive = {{prompt, 1.0}};
        recipe.experts.push_back(std::move(expert));
    }
    RenderRequest request;
    request.recipe = std::make_shared<const MixRecipe>(std::move(recipe));
    request.prompt = "a red house";
    request.width = 96;
    request.height = 64;
    request.steps = 3;
    request.seed = 3;
    request.device = "cpu";
    request.precision = Precision::Fp32;
    request.capture = level;
    return request;
}

RenderedImage rendered(const RenderRequest& request) {
    RenderEngine engine;
    RenderReport report = engine.render(request, {}, {});
    if (report.outcome != RenderOutcome::Done) throw std::runtime_error(report.failure.message);
    return std::move(report.result.images.front());
}

const SiteDetail* siteOf(const RoutingDetail& detail, const std::string& label) {
    for (const SiteDetail& site : detail.sites)
        if (site.label == label) return &site;
    return nullptr;
}

float sumOf(const std::vector<float>& values, std::size_t begin, std::size_t count) {
    return std::accumulate(values.begin() + static_cast<std::ptrdiff_t>(begin),
                           values.begin() + static_cast<std::ptrdiff_t>(begin + count), 0.0F);
}

}  // namespace

class RoutingDetailTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordingChangesNoPixel() {
        const RenderedImage off = rendered(tinyRequest(2, CaptureLevel::Off));
        const RenderedImage full = rendered(tinyRequest(2, CaptureLevel::Full));
        QVERIFY(!off.detail);
        QVERIFY(full.detail);
        QVERIFY(off.picture.rgb == full.picture.rgb);
        QCOMPARE(off.trace.chosen, full.trace.chosen);
    }

    void appliedMeansAreTheWeightsOfTheTrace() {
        const RenderedImage image = rendered(tinyRequest(2, CaptureLevel::Summary));
        const RoutingTrace& trace = image.trace;
        int compared = 0;
        for (int site = 0; site < trace.siteCount(); ++site) {
            const SiteDetail* detail = siteOf(*image.detail, trace.sites[static_cast<std::size_t>(site)]);
            if (!detail) continue;
            for (int step = 0; step < trace.steps; ++step) {
                for (int rank = 0; rank < trace.k; ++rank) {
                    const auto at = static_cast<std::size_t>(step * 3 + trace.chosenAt(step, site, rank));
                    // both halves have as many places, so the trace's mean over the call is the mean of the halves
                    const float both = (detail->appliedMean[0][at] + detail->appliedMean[1][at]) / 2.0F;
                    QVERIFY(std::abs(both - trace.weightAt(step, site, rank)) < 1e-5F);
                    ++compared;
                }
            }
        }
        QVERIFY(compared > 20);
    }

    void everyNumberIsWithinItsRange_data() {
        QTest::addColumn<int>("k");
        QTest::newRow("one expert") << 1;
        QTest::newRow("two experts") << 2;
    }
    void everyNumberIsWithinItsRange() {
        QFETCH(int, k);
        const RenderedImage image = rendered(tinyRequest(k, CaptureLevel::Summary));
        QCOMPARE(image.detail->steps, 3);
        for (const SiteDetail& site : image.detail->sites) {
            QCOMPARE(site.mapWidth, 0);
            for (int half = 0; half < 2; ++half) {
                const auto h = static_cast<std::size_t>(half);
                for (std::size_t step = 0; step < 3; ++step) {
                    QVERIFY(std::abs(sumOf(site.preferredMean[h], step * 3, 3) - 1.0F) < 1e-5F);
                    QVERIFY(std::abs(sumOf(site.appliedMean[h], step * 3, 3) - 1.0F) < 1e-5F);
                    QVERIFY(site.entropy[h][step] > 0.0F && site.entropy[h][step] <= 1.0F + 1e-6F);
                    if (k == 1) QVERIFY(sumOf(site.appliedSpread[h], step * 3, 3) < 1e-6F);
                }
            }
            for (float margin : site.margin) QVERIFY(margin >= 0.0F);  // no rule: the chosen are the best
        }
    }

    void mapsAverageToTheMeans() {
        const RenderedImage image = rendered(tinyRequest(2, CaptureLevel::Full));
        int shaped = 0;
        for (const SiteDetail& site : image.detail->sites) {
            if (site.mapWidth == 0) continue;
            ++shaped;
            const auto cells = static_cast<std::size_t>(site.mapWidth * site.mapHeight);
            QCOMPARE(site.mapWidth, site.gridWidth);
            QCOMPARE(site.preferredMaps[0].size(), 3 * 3 * cells);
            for (std::size_t row = 0; row < 9; ++row) {
                double sum = 0.0;
                for (std::size_t cell = 0; cell < cells; ++cell) sum += site.preferredMaps[0][row * cells + cell];
                QVERIFY(std::abs(sum / 65535.0 / static_cast<double>(cells) -
                                 static_cast<double>(site.preferredMean[0][row])) < 1e-4);
            }
        }
        QCOMPARE(shaped, static_cast<int>(image.detail->sites.size()));
        const SiteDetail* top = siteOf(*image.detail, "D0.A0.T0.self");
        QVERIFY(top);
        QCOMPARE(top->gridWidth, 12);
        QCOMPARE(top->gridHeight, 8);
    }

    void theTextPathNamesItsTokens() {
        const RenderedImage image = rendered(tinyRequest(2, CaptureLevel::Summary));
        QCOMPARE(image.detail->textPaths.size(), std::size_t{1});
        const TextPath& path = image.detail->textPaths.front();
        QCOMPARE(path.label, std::string("cross_kv"));
        QCOMPARE(path.tokens.size(), std::size_t{77});
        QCOMPARE(path.tokens.front(), std::string("<start>"));
        std::string text;
        for (const std::string& token : path.tokens) text += token == "<start>" || token == "<end>" ? "" : token;
        QCOMPARE(text, std::string("aredhouse"));
        QCOMPARE(path.preferred[0].size(), std::size_t{77 * 3});
        QCOMPARE(path.chosen.size(), std::size_t{2});
        for (std::size_t token = 0; token < 77; ++token) {
            QVERIFY(std::abs(sumOf(path.preferred[0], token * 3, 3) - 1.0F) < 1e-5F);
            for (int e = 0; e < 3; ++e)
                if (std::ranges::find(path.chosen, e) == path.chosen.end())
                    QCOMPARE(path.applied[0][token * 3 + static_cast<std::size_t>(e)], 0.0F);
        }
    }

    void blocksThatAreNotMixedAreListedToo() {
        const RenderedImage image = rendered(tinyRequest(1, CaptureLevel::Summary));
        const auto& blocks = image.detail->allBlocks;
        QVERIFY(std::ranges::find(blocks, "M0.A0.T0") != blocks.end());
        QVERIFY(std::ranges::find(blocks, "D0.A0.T0") != blocks.end());
    }

    void captureFilesKeepEverything_data() {
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("withPicture");
        QTest::newRow("summary") << static_cast<int>(CaptureLevel::Summary) << false;
        QTest::newRow("full") << static_cast<int>(CaptureLevel::Full) << true;
    }
    void captureFilesKeepEverything() {
        QFETCH(int, level);
        QFETCH(bool, withPicture);
        const RenderedImage image = rendered(tinyRequest(2, static_cast<CaptureLevel>(level)));
        const test::TempDir dir;
        writeCapture(image, dir / "a.segroute", withPicture);
        const RenderedImage again = readCapture(dir / "a.segroute");
        QCOMPARE(again.trace.chosen, image.trace.chosen);
        QCOMPARE(again.seed, image.seed);
        QCOMPARE(again.parameters, image.parameters);
        QCOMPARE(again.segmoeJson, image.segmoeJson);
        QVERIFY(again.picture.rgb == (withPicture ? image.picture.rgb : std::vector<std::uint8_t>{}));
        QVERIFY(again.detail);
        QVERIFY(again.detail->level == image.detail->level);
        QCOMPARE(again.detail->allBlocks, image.detail->allBlocks);
        QCOMPARE(again.detail->sites.size(), image.detail->sites.size());
        for (std::size_t s = 0; s < image.detail->sites.size(); ++s) {
            const SiteDetail &was = image.detail->sites[s], &is = again.detail->sites[s];
            QCOMPARE(is.label, was.label);
            QCOMPARE(is.preferredMean, was.preferredMean);
            QCOMPARE(is.appliedSpread, was.appliedSpread);
            QCOMPARE(is.entropy, was.entropy);
            QCOMPARE(is.margin, was.margin);
            QCOMPARE(is.preferredSet, was.preferredSet);
            QCOMPARE(is.mapWidth, was.mapWidth);
            QCOMPARE(is.preferredMaps[1].size(), was.preferredMaps[1].size());
            for (std::size_t i = 0; i < was.preferredMaps[1].size(); ++i)  // F16 keeps 11 bits
                QVERIFY(std::abs(is.preferredMaps[1][i] - was.preferredMaps[1][i]) <= 32);
        }
        QCOMPARE(again.detail->textPaths.front().tokens, image.detail->textPaths.front().tokens);
        QCOMPARE(again.detail->textPaths.front().applied, image.detail->textPaths.front().applied);
        QCOMPARE(readTrace(dir / "a.segroute").weights, image.trace.weights);  // a capture is a trace, too
    }

    void brokenCapturesAreRefused_data() {
        QTest::addColumn<QString>("what");
        for (const char* what : {"detail is no JSON", "level", "halves", "grid", "expert", "map value", "map shape",
                                 "tokens", "picture", "seed", "missing tensor"})
            QTest::newRow(what) << QString::fromUtf8(what);
    }
    void brokenCapturesAreRefused() {
        QFETCH(QString, what);
        static const RenderedImage image = rendered(tinyRequest(2, CaptureLevel::Maps));
        const test::TempDir dir;
        writeCapture(image, dir / "a.segroute", true);
        MemorySource::Tensors tensors;
        SafetensorsWriteOptions options;
        {
            const auto file = SafetensorsFile::open(dir / "a.segroute");
            for (const std::string& name : file->names()) tensors.emplace(name, file->load(name).clone());
            options.metadata = file->metadata();
        }
        const auto edit = [&](const char* from, const char* to) {
            std::string& text = options.metadata["detail"];
            const std::size_t at = text.find(from);
            QVERIFY(at != std::string::npos);
            text.replace(at, std::string_view(from).size(), to);
        };
        const std::string map = "map." + image.detail->sites.front().label;
        if (what == QStringLiteral("detail is no JSON")) options.metadata["detail"] = "{\"level\":";
        if (what == QStringLiteral("level")) edit("\"maps\"", "\"everything\"");
        if (what == QStringLiteral("halves")) edit("\"halves\":2", "\"halves\":9");
        if (what == QStringLiteral("grid")) tensors["detail.grids"].fill_(-4);
        if (what == QStringLiteral("expert")) tensors["detail.preferred_set"].fill_(77);
        if (what == QStringLiteral("map value")) tensors[map].fill_(3.5);
        if (what == QStringLiteral("map shape")) tensors[map] = tensors[map].narrow(0, 0, 1).clone();
        if (what == QStringLiteral("tokens")) edit("\"<start>\",", "");
        if (what == QStringLiteral("picture")) tensors["picture"] = at::zeros({4, 4, 1}, at::kByte);
        if (what == QStringLiteral("seed")) options.metadata["seed"] = "12x";
        if (what == QStringLiteral("missing tensor")) tensors.erase("detail.margin");
        writeSafetensors(MemorySource(std::move(tensors)), dir / "b.segroute", options);
        try {
            (void)readCapture(dir / "b.segroute");
            QFAIL("read without a complaint");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::CaptureInvalid);
            QVERIFY(std::string(error.what()).find("b.segroute") != std::string::npos);
        }
    }

    void aMutedExpertIsPreferredButNotApplied() {
        RenderRequest request = tinyRequest(2, CaptureLevel::Summary);
        request.routing.rules = {{.act = RoutingRule::Act::Mute, .expert = 1, .sites = {}, .steps = {}}};
        const RenderedImage image = rendered(request);
        for (const SiteDetail& site : image.detail->sites)
            for (std::size_t step = 0; step < 3; ++step) {
                QCOMPARE(site.appliedMean[0][step * 3 + 1], 0.0F);
                QVERIFY(site.preferredMean[0][step * 3 + 1] > 0.0F);
            }
    }
};

QTEST_APPLESS_MAIN(RoutingDetailTest)
#include "routing_detail_test.moc"
