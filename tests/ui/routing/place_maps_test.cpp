// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/place_maps.h"

#include <QtTest/QtTest>

#include "ui/bridge/sample_capture.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

RoutingModel modelOf(const sample::CaptureSpec& spec) {
    Capture capture;
    capture.image = sample::captured(spec);
    return RoutingModel(std::make_shared<const Capture>(std::move(capture)));
}

sample::CaptureSpec smallSpec(int k) {
    sample::CaptureSpec spec;
    spec.stages = {{"D0", 1, 1, 8}, {"U0", 1, 1, 4}};
    spec.experts = {"a", "b", "c"};
    spec.steps = 3;
    spec.k = k;
    spec.side = 32;
    return spec;
}

double stored(const SiteDetail& site, std::size_t half, int step, int expert, int x, int y) {
    const std::size_t cells = std::size_t(site.mapWidth * site.mapHeight);
    return site.preferredMaps[half][(std::size_t(step) * 3 + std::size_t(expert)) * cells +
                                    std::size_t(y * site.mapWidth + x)] /
           65535.0;
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-5; }

}  // namespace

class PlaceMapsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneLayerIsTheRecord() {
        const RoutingModel model = modelOf(smallSpec(2));
        const int site = model.layout().siteOf(0, SiteKind::FeedForward);
        const PlaceMap map = placeMap(model, {site}, model.span(1), ValueKind::Preferred, GuidanceHalf::Negative);
        QCOMPARE(QSize(map.width, map.height), QSize(8, 8));
        for (int e = 0; e < 3; ++e)
            for (int y = 0; y < 8; ++y)
                for (int x = 0; x < 8; ++x)
                    QVERIFY(near(double(map.at(e, x, y)), stored(*model.detailOf(site), 1, 1, e, x, y)));
    }
    void appliedIsThePreferenceOfTheChosen() {
        const RoutingModel model = modelOf(smallSpec(2));
        const int site = model.layout().siteOf(1, SiteKind::SelfAttention);
        const PlaceMap map = placeMap(model, {site}, model.span(2), ValueKind::Applied, GuidanceHalf::Prompt);
        const std::vector<int> chosen = model.chosen(site, 2);
        for (int e = 0; e < 3; ++e) {
            const double sum = stored(*model.detailOf(site), 0, 2, chosen[0], 3, 1) +
                               stored(*model.detailOf(site), 0, 2, chosen[1], 3, 1);
            const bool isChosen = std::ranges::count(chosen, e) > 0;
            QVERIFY(near(double(map.at(e, 3, 1)), isChosen ? stored(*model.detailOf(site), 0, 2, e, 3, 1) / sum : 0.0));
        }
    }
    void withOneExpertTheAppliedMapIsFlat() {
        const RoutingModel model = modelOf(smallSpec(1));
        const int site = model.layout().siteOf(0, SiteKind::SelfAttention);
        const PlaceMap map = placeMap(model, {site}, model.span(0), ValueKind::Applied, GuidanceHalf::Prompt);
        const int chosen = model.chosen(site, 0)[0];
        for (int i : winners(map)) QCOMPARE(i, chosen);
        for (float value : map.experts[std::size_t(chosen)]) QCOMPARE(value, 1.0F);
        const PlaceMap preferred = placeMap(model, {site}, model.span(0), ValueKind::Preferred, GuidanceHalf::Prompt);
        QVERIFY(std::ranges::minmax(preferred.experts[0]).min < std::ranges::minmax(preferred.experts[0]).max);
    }
    void severalLayersAreScaledWithoutSmoothingAndAveraged() {
        const RoutingModel model = modelOf(smallSpec(2));
        const std::vector<int> sites = model.sites({.kind = SiteKind::CrossQuery});
        const PlaceMap map = placeMap(model, sites, model.span(-1), ValueKind::Preferred, GuidanceHalf::Mean);
        QCOMPARE(map.layers, 2);
        QCOMPARE(QSize(map.width, map.height), QSize(8, 8));
        for (int e = 0; e < 3; ++e)
            for (int y = 0; y < 8; ++y)
                for (int x = 0; x < 8; ++x) {
                    double sum = 0.0;
                    for (int step = 0; step < 3; ++step)
                        for (std::size_t half : {0U, 1U}) {
                            sum += stored(*model.detailOf(sites[0]), half, step, e, x, y);
                            sum += stored(*model.detailOf(sites[1]), half, step, e, x / 2, y / 2);
                        }
                    QVERIFY(near(double(map.at(e, x, y)), sum / 12.0));
                }
    }
    void uncertaintyIsBetweenSureAndUndecided() {
        PlaceMap map{.width = 2,
                     .height = 1,
                     .layers = 1,
                     .experts = {{1.0F, 0.25F}, {0.0F, 0.25F}, {0.0F, 0.25F}, {0.0F, 0.25F}}};
        QVERIFY(near(double(uncertainty(map)[0]), 0.0));
        QVERIFY(near(double(uncertainty(map)[1]), 1.0));
        QVERIFY(near(double(differenceFromMean(map, 0)[0]), 0.375));
        PlaceMap other = map;
        other.experts[0] = {0.5F, 0.5F};
        QVERIFY(near(double(differenceOf(map, other, 0)[0]), -0.5));
        other.width = 1;
        QVERIFY(differenceOf(map, other, 0).empty());
    }
    void placesAreCells() {
        QCOMPARE(cellsIn({0.25, 0.5, 0.125, 0.125}, {8, 8}), QRect(2, 4, 1, 1));
        QCOMPARE(cellsIn({0.25, 0.5, 0.125, 0.125}, {4, 4}), QRect(1, 2, 1, 1));
        QCOMPARE(cellsIn({0.0, 0.0, 1.0, 1.0}, {8, 4}), QRect(0, 0, 8, 4));
        QCOMPARE(cellsIn({0.99, 0.99, 0.01, 0.01}, {8, 8}), QRect(7, 7, 1, 1));
    }
    void aPlaceThroughAllBlocks() {
        const RoutingModel model = modelOf(smallSpec(2));
        const QRectF place(0.25, 0.5, 0.125, 0.125);
        const Matrix through = weightsAtThroughBlocks(
            model, {.value = ValueKind::Preferred, .step = 1, .kind = SiteKind::FeedForward}, place);
        QCOMPARE(through.rows, 2);
        QVERIFY(near(through.at(0, 1),
                     stored(*model.detailOf(model.layout().siteOf(0, SiteKind::FeedForward)), 0, 1, 1, 2, 4)));
        QVERIFY(near(through.at(1, 1),
                     stored(*model.detailOf(model.layout().siteOf(1, SiteKind::FeedForward)), 0, 1, 1, 1, 2)));
    }
    void spreadIsOrdered() {
        const RoutingModel model = modelOf(smallSpec(2));
        for (const PlaceSpread& spread : placeSpreads(model, {.step = 0, .expert = 0})) {
            QVERIFY(spread.low <= spread.lowerQuartile && spread.lowerQuartile <= spread.median);
            QVERIFY(spread.median <= spread.upperQuartile && spread.upperQuartile <= spread.high);
        }
    }
    void aSummaryHasNoMaps() {
        sample::CaptureSpec spec = smallSpec(2);
        spec.level = CaptureLevel::Summary;
        const RoutingModel model = modelOf(spec);
        QVERIFY(model.hasMeans() && !model.hasMaps());
        QVERIFY(placeMap(model, model.sites({}), model.span(0), ValueKind::Preferred, GuidanceHalf::Prompt).isEmpty());
    }
};

QTEST_GUILESS_MAIN(PlaceMapsTest)
#include "place_maps_test.moc"
