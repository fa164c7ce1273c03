// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/residency.h"

#include "tests/ui/shell/window_bench.h"
#include "ui/shell/studio_context.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

std::vector<ResidentModel> twoModels() {
    return {{.id = 7,
             .name = "coast mix",
             .source = "/m/mixture.yaml",
             .experts = 3,
             .deviceBytes = 6'100'000'000,
             .ownBytes = 0,
             .mappedBytes = 6'900'000'000},
            {.id = 9, .name = "dream", .source = "/m/dream.safetensors", .ownBytes = 2'100'000'000}};
}

QStringList texts(const QWidget& widget) {
    QStringList all;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisible()) all << label->text();
    return all;
}

}  // namespace

/// What the status line tells of the models in memory, and how they are let go there.
class ResidencyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachModelIsLetGoByItself() {
        WindowBench bench;
        auto* models = bench.child<QToolButton>(u"status_models_button"_s);
        QCOMPARE(models->text(), u"No model loaded"_s);
        bench.client.setResident(twoModels());
        QVERIFY2(models->text().startsWith(u"Models 2: 15.1"_s), qPrintable(models->text()));
        models->click();
        auto* popup = bench.child<QWidget>(u"residency_popup"_s);
        QVERIFY(popup && popup->isVisible());
        const QStringList shown = texts(*popup);
        QVERIFY(shown.contains(u"mixture of 3"_s) && shown.contains(u"single model"_s));
        QVERIFY2(shown.contains(u"GPU 6.1 GB · mapped 6.9 GB"_s), qPrintable(shown.join(u'|')));
        QVERIFY(shown.contains(u"RAM 2.1 GB"_s));
        QTest::mouseClick(bench.child<QPushButton>(u"residency_unload_button_0"_s), Qt::LeftButton);
        const auto& left = bench.window.context().residency->models();
        QCOMPARE(left.size(), std::size_t{1});
        QCOMPARE(left[0].name, std::string("dream"));
        auto* all = bench.child<QPushButton>(u"residency_unload_all_button"_s);
        QTest::mouseClick(all, Qt::LeftButton);
        QCOMPARE(models->text(), u"No model loaded"_s);
        QVERIFY(!bench.child<QPushButton>(u"residency_unload_button_0"_s));
        QVERIFY(!all->isEnabled());
    }

    void whatTheRunningJobUsesStays() {
        WindowBench bench;
        bench.client.setResident(twoModels());
        bench.child<QToolButton>(u"status_models_button"_s)->click();
        RenderRequest request;
        request.model = "/m/mixture.yaml";
        bench.window.queue().add(RenderWork{request});
        QTRY_VERIFY(!bench.window.queue().isIdle());
        auto* unload = bench.child<QPushButton>(u"residency_unload_button_0"_s);
        QVERIFY(!unload->isEnabled());
        QVERIFY(!bench.child<QPushButton>(u"residency_unload_all_button"_s)->isEnabled());
        QTRY_VERIFY(texts(*bench.child<QWidget>(u"residency_popup"_s)).contains(u"in use by the running job"_s));
        bench.client.setResident({});  // the engine has let go what went wrong
        Q_EMIT bench.client.workFinished(bench.client.lastJob(),
                                         {RenderOutcome::Failed, {}, {ErrorCode::RamOutOfMemory, "No memory.", {}}});
        QTRY_VERIFY(bench.window.queue().isIdle());
        QCOMPARE(bench.child<QToolButton>(u"status_models_button"_s)->text(), u"No model loaded"_s);
    }
};

QTEST_MAIN(ResidencyTest)
#include "residency_test.moc"
