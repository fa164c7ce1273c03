// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/mix_arrivals.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/mix/mix_bench.h"
#include "ui/library/get_missing_dialog.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::MixBench;

namespace {

using State = DownloadRow::State;

const QString kLink = u"https://huggingface.co/ada/comic"_s;
const QString kReference = u"ada/comic"_s;

/// A mix with a base and two experts, and a model on a hub.
struct Bench : MixBench {
    Bench() : MixBench({1120, 780}, true) {
        client.sources[kLink] = client.sources[kReference] = {true, false, {}};
        downloads.shortReferences[kLink] = kReference;
        fill();
    }
    /// From now on the model is on this disk.
    void land(ModelRole role = ModelRole::Checkpoint, const char* architecture = "SDXL") {
        add("comic", role, architecture);
        client.sources[kReference] = client.sources[kLink] = client.sources[path("comic")];
    }
    void proceed(State state, double part) {
        DownloadRow row = *downloads.rowOf(kReference);
        row.state = state;
        row.totalBytes = 1'000'000'000;
        row.doneBytes = static_cast<quint64>(part * 1e9);
        downloads.setRow(row);
        settle();
    }
    static std::unique_ptr<QMimeData> text(const QString& text) {
        auto data = std::make_unique<QMimeData>();
        data->setText(text);
        return data;
    }
};

}  // namespace

class MixArrivalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDroppedLinkArrivesWhereItWasDropped() {
        Bench bench;
        QVERIFY(bench.drop(bench.centre("mix_add_tile"), *Bench::text(kLink)));
        QCOMPARE(bench.downloads.asked, QStringList{u"get "_s + kLink});
        QCOMPARE(bench.document().cardCount(), 2);  // nothing to undo yet
        auto* label = bench.find<QLabel>("mix_arrival_0_label");
        QVERIFY(label->isVisible());
        bench.proceed(State::Running, 0.41);
        QVERIFY(label->text().startsWith(u"410 MB of"_s) || label->text().contains(u"1.00 GB"_s));
        QCOMPARE(bench.find<QProgressBar>("mix_arrival_0_bar")->value(), 41);
        bench.land();
        bench.proceed(State::Done, 1.0);
        QCOMPARE(bench.document().cardCount(), 3);
        QCOMPARE(toText(bench.document().card(2).spec.source), kReference);
        QCOMPARE(bench.find<QLabel>("mix_C_arch_badge")->text(), u"SDXL"_s);
        QVERIFY(!bench.page->findChild<QWidget*>(u"mix_arrival_0"_s));
        bench.document().undoStack().undo();
        QCOMPARE(bench.document().cardCount(), 2);
    }

    void aPastedIdBecomesTheBase() {
        Bench bench;
        bench.find<QWidget>("mix_card_base")->setFocus();
        QApplication::clipboard()->setText(kReference);
        QVERIFY(QMetaObject::invokeMethod(bench.page.get(), "paste"));
        bench.settle();
        QCOMPARE(bench.downloads.asked, QStringList{u"get "_s + kReference});
        bench.land();
        bench.proceed(State::Done, 1.0);
        QCOMPARE(toText(bench.document().state().head.base), kReference);
    }

    void whatDoesNotFitIsRefusedOnArrival() {
        Bench bench;
        bench.drop(bench.centre("mix_add_tile"), *Bench::text(kLink));
        bench.land(ModelRole::Checkpoint, "SD1.x");
        bench.proceed(State::Done, 1.0);
        QCOMPARE(bench.document().cardCount(), 2);
        QVERIFY(bench.hint().contains(u"comic"_s));
        QVERIFY(!bench.page->findChild<QWidget*>(u"mix_arrival_0"_s));
    }

    void aFailureStaysUntilItIsMended() {
        Bench bench;
        bench.drop(bench.centre("mix_add_tile"), *Bench::text(kLink));
        DownloadRow row = *bench.downloads.rowOf(kReference);
        row.state = State::Failed;
        row.failure = Failure{ErrorCode::Gated, "Terms.", {}};
        bench.downloads.setRow(row);
        bench.settle();
        QVERIFY(bench.find<QLabel>("mix_arrival_0_label")->text().contains(u"terms"_s));
        QSignalSpy shown(&bench.navigator, &Navigator::downloadsWanted);
        QTest::mouseClick(bench.find<QPushButton>("mix_arrival_0_show_button"), Qt::LeftButton);
        QCOMPARE(shown.size(), 1);
        bench.land();
        bench.proceed(State::Done, 1.0);
        QCOMPARE(bench.document().cardCount(), 3);
    }

    void cancellingStopsTheDownload() {
        Bench bench;
        bench.drop(bench.centre("mix_add_tile"), *Bench::text(kLink));
        const quint64 id = bench.downloads.rowOf(kReference)->id;
        QTest::mouseClick(bench.find<QPushButton>("mix_arrival_0_cancel_button"), Qt::LeftButton);
        bench.settle();
        QVERIFY(bench.downloads.asked.contains(u"cancel %1"_s.arg(id)));
        QVERIFY(!bench.page->findChild<QWidget*>(u"mix_arrival_0"_s));
        bench.land();
        bench.proceed(State::Done, 1.0);
        QCOMPARE(bench.document().cardCount(), 2);
    }

    void aRefusedLinkSaysWhy() {
        Bench bench;
        bench.downloads.refusals[kLink] = Failure{ErrorCode::RequestInvalid, "That is no model.", {}};
        bench.drop(bench.centre("mix_add_tile"), *Bench::text(kLink));
        QCOMPARE(bench.hint(), u"That is no model."_s);
        QVERIFY(!bench.page->findChild<QWidget*>(u"mix_arrival_0"_s));
    }

    void aRecipeGetsWhatIsMissing() {
        Bench bench;
        bench.document().addExpert(kReference);
        bench.settle();
        auto* bar = bench.find<QWidget>("mix_missing_bar");
        QVERIFY(bar->isVisible());
        QCOMPARE(bench.page->missingReferences(), QStringList{kReference});
        QSignalSpy wanted(&bench.navigator, &Navigator::missingWanted);
        QTest::mouseClick(bench.find<QPushButton>("mix_get_missing_button"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toStringList(), QStringList{kReference});
        // the check offers the same for this card
        const auto& checks = bench.page->checks();
        const auto missing = std::ranges::find(checks, u"C3"_s, &Check::id);
        QVERIFY(missing != checks.end());
        QCOMPARE(missing->actions.front().label, u"Download"_s);
        // somebody starts it
        bench.downloads.get(kReference, {});
        bench.proceed(State::Running, 0.41);
        QVERIFY(bench.find<QLabel>("mix_C_info_label")->text().contains(u"41 %"_s));
        QVERIFY(!bench.find<QToolButton>("mix_C_download_button")->isVisible());
        QVERIFY(!bar->isVisible());
        bench.land();
        bench.proceed(State::Done, 1.0);
        QCOMPARE(bench.find<QLabel>("mix_C_arch_badge")->text(), u"SDXL"_s);
        QVERIFY(std::ranges::find(bench.page->checks(), u"C3"_s, &Check::id) == bench.page->checks().end());
        QVERIFY(bench.page->missingReferences().isEmpty());
    }

    void theCardItselfCanBeFetched() {
        Bench bench;
        bench.document().addExpert(kReference);
        bench.settle();
        QTest::mouseClick(bench.find<QToolButton>("mix_C_download_button"), Qt::LeftButton);
        QCOMPARE(bench.downloads.asked, QStringList{u"get "_s + kReference});
    }

    void theDialogSaysWhatItTakes() {
        ScriptedDownloadClient downloads;
        HubFetch plan;
        plan.bytes = 7'000'000'000;
        plan.missingBytes = 6'500'000'000;
        plan.license = "openrail++";
        downloads.plans[kReference] = plan;
        downloads.refusals[u"meta/gated"_s] = Failure{ErrorCode::Gated, "Terms.", {}};
        QWidget window;
        auto* dialog = new GetMissingDialog(downloads, {kReference, u"meta/gated"_s}, {u"old lora"_s}, &window);
        const auto* table = dialog->findChild<QTableWidget*>(u"get_missing_table"_s);
        QCOMPARE(table->rowCount(), 3);
        QCOMPARE(table->item(0, 1)->text(), u"6.50 GB"_s);
        QVERIFY(table->item(0, 2)->text().contains(u"openrail++"_s));
        QVERIFY(table->item(1, 2)->text().contains(u"terms"_s));
        QCOMPARE(table->item(2, 0)->text(), u"old lora"_s);
        auto* get = dialog->findChild<QPushButton*>(u"get_missing_ok_button"_s);
        QCOMPARE(get->text(), u"Get 6.50 GB"_s);
        downloads.asked.clear();
        downloads.refusals.clear();
        get->click();
        QCOMPARE(downloads.asked, (QStringList{u"get "_s + kReference, u"get meta/gated"_s}));
    }
};

QTEST_MAIN(MixArrivalsTest)
#include "mix_arrivals_test.moc"
