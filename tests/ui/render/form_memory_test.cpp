// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/render/render_bench.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

class FormMemoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNextStartShowsTheFormAsItWasLeft() {
        RenderBench bench;
        bench.start();
        bench.find<QSpinBox>("render_k_spin")->setValue(2);
        RoutingPolicy muted = bench.page.form().request().routing;
        muted.rules.push_back({.act = RoutingRule::Act::Mute, .expert = 2, .sites = {}, .steps = {}});
        Q_EMIT bench.navigator.policyWanted(muted);
        bench.page.rememberState();

        RenderPage next(bench.context);
        next.openModel(kMixture);
        RenderPage other(bench.context);
        other.openModel(kSingle);
        bench.client.start();
        const RenderRequest kept = next.form().request();
        QCOMPARE(kept.prompt, std::string("a red flower"));
        QCOMPARE(kept.seed, std::int64_t{7});
        QCOMPARE(kept.steps, 5);
        QCOMPARE(kept.width, 128);
        QCOMPARE(kept.routing.topK, 2);
        QVERIFY(kept.routing.rules.empty());
        // The same words, with the numbers that another model recommends.
        const RenderRequest advised = other.form().request();
        QCOMPARE(advised.prompt, std::string("a red flower"));
        QCOMPARE(advised.steps, sample::singleSummary().recommendedSteps);
        QCOMPARE(advised.width, sample::singleSummary().nativeSize);
    }
};

QTEST_MAIN(FormMemoryTest)
#include "form_memory_test.moc"
