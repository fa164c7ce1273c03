// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Remedies that lead away from the Render page, and those that come to it.
#include "tests/ui/render/render_bench.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using Bench = RenderBench;

class RenderRemediesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheHubsRefuseLeadsToTheHub() {
        Bench bench;
        bench.start();
        QSignalSpy online(&bench.navigator, &Navigator::onlineWanted);
        bench.page.startRender();
        bench.finish(RenderOutcome::Failed, {ErrorCode::OfflineMissing, "It is not here.", ""});
        QTest::mouseClick(bench.find("render_remedy_button"), Qt::LeftButton);
        QCOMPARE(online.size(), 1);
        QCOMPARE(bench.client.requests.size(), std::size_t{1});
    }
    void savingsOfTheMixPageReachTheForm() {
        Bench bench;
        bench.start();
        QSignalSpy prompts(&bench.navigator, &Navigator::promptEdited);
        Q_EMIT bench.navigator.memorySavingWanted(u"tiled"_s);
        Q_EMIT bench.navigator.memorySavingWanted(u"smaller"_s);
        QVERIFY(bench.page.form().request().tiledDecode == Toggle::On);
        QCOMPARE(bench.page.form().request().width, 64);
        bench.page.form().setPrompts(u"a harbour"_s, {});
        QVERIFY(!prompts.isEmpty());
        QCOMPARE(prompts.last()[0].toString(), u"a harbour"_s);
    }
};

QTEST_MAIN(RenderRemediesTest)
#include "render_remedies_test.moc"
