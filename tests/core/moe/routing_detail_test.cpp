// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/domain/routing_detail.h"

#include <cmath>
#include <numeric>

#include <QtTest/QtTest>

#include "core/engine/render_engine.h"
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
