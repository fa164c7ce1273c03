// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Downloads and uploads as the whole window sees them: counts, marks, notices, and what quitting asks.
#include "tests/ui/shell/window_bench.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/navigator.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/quit_dialog.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

using Bench = WindowBench;

namespace {

HubPush coastPush() {
    HubPush push;
    push.folder = "/mixtures/coast";
    push.repo = "ada/coast";
    return push;
}

}  // namespace

class TransfersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void downloadsAreSeenEverywhere() {
        Bench bench;
        ScriptedDownloadClient& downloads = bench.client.downloads();
        QVERIFY(downloads.asked.contains(u"load"_s));  // with the engine, so that the list goes on
        QVERIFY(downloads.asked.contains(u"parallel 4"_s) && downloads.asked.contains(u"limit 0"_s));
        bench.settings.set(keys::kDownloadLimit, 5);
        QVERIFY(downloads.asked.contains(u"limit 5000000"_s));
        auto* jobs = bench.child<QToolButton>(u"status_jobs_button"_s);
        QCOMPARE(jobs->text(), u"Jobs: none"_s);
        DownloadRow row;
        row.id = 1;
        row.reference = row.title = u"ada/comic"_s;
        row.state = DownloadRow::State::Running;
        row.totalBytes = 100;
        row.doneBytes = 41;
        downloads.setRows({row});
        QVERIFY2(jobs->text().startsWith(u"Jobs: 1 download"_s), qPrintable(jobs->text()));
        QCOMPARE(bench.child<QProgressBar>(u"status_jobs_bar"_s)->value(), 41);
        bench.action(ActionId::ViewJobs)->trigger();
        QVERIFY(bench.child<QWidget>(u"download_strip"_s)->isVisible());
        bench.child<QPushButton>(u"download_strip_button"_s)->click();
        QVERIFY(bench.window.pages().current() == PageId::Library);
        QVERIFY(bench.child<QWidget>(u"download_list"_s)->isVisible());
        bench.window.showPage(PageId::Render);

        row.state = DownloadRow::State::Failed;
        row.failure = Failure{ErrorCode::Gated, "Terms.", {}};
        downloads.setRow(row);
        QVERIFY(bench.window.rail().button(PageId::Library)->hasBadge());
        QCOMPARE(jobs->text(), u"Jobs: none"_s);
        QVERIFY(!bench.child<QWidget>(u"download_strip"_s)->isVisible());

        QSignalSpy arrived(&bench.window.navigator(), &Navigator::modelArrived);
        QSignalSpy toast(&bench.window.navigator(), &Navigator::toast);
        row.state = DownloadRow::State::Done;
        row.place = u"/cache/comic"_s;
        downloads.setRow(row);
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(arrived[0][1].toString(), u"/cache/comic"_s);
        QTRY_COMPARE(toast.size(), 1);
        QCOMPARE(toast[0][0].toString(), u"“ada/comic” has arrived."_s);
        QCOMPARE(toast[0][1].toString(), u"Add as expert"_s);
    }
    void whatAMixtureTookIsNotOfferedToItAgain() {
        Bench bench;
        auto& downloads = bench.client.downloads();
        DownloadRow row;
        row.id = 1;
        row.reference = u"ada/comic"_s;
        row.title = row.reference;
        row.state = DownloadRow::State::Running;
        downloads.setRows({row});
        // The page of the hub waits for it on behalf of the mixture, and hears of it later than the notices.
        connect(&bench.window.navigator(), &Navigator::modelArrived, this,
                [&bench](const QString& reference) { Q_EMIT bench.window.navigator().expertWanted(reference); });
        QSignalSpy toast(&bench.window.navigator(), &Navigator::toast);
        row.state = DownloadRow::State::Done;
        row.place = u"/cache/comic"_s;
        downloads.setRow(row);
        QTRY_VERIFY(!toast.isEmpty());
        QCOMPARE(toast[0][0].toString(), u"“ada/comic” has arrived and joined the mixture."_s);
        QVERIFY(toast[0][1].toString().isEmpty());
    }
    void quittingWithDownloadsAsks() {
        Bench bench;
        DownloadRow row;
        row.id = 1;
        row.state = DownloadRow::State::Running;
        bench.client.downloads().setRows({row});
        bench.window.close();
        auto* dialog = bench.window.findChild<QuitDialog*>();
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QLabel*>(u"quit_dialog_label"_s)->text().startsWith(u"1 download"_s));
        dialog->findChild<QPushButton*>(u"quit_dialog_later_button"_s)->click();
        QVERIFY(bench.window.isVisible());
        row.state = DownloadRow::State::Done;
        bench.client.downloads().setRow(row);
        QTRY_VERIFY(!bench.window.isVisible());
    }
    void quittingWithAnUploadAsks() {
        Bench bench;
        auto& publisher = bench.client.publisher();
        publisher.publish(coastPush());
        bench.window.close();
        auto* dialog = bench.window.findChild<QuitDialog*>();
        QVERIFY(dialog && bench.window.isVisible());
        QCOMPARE(dialog->findChild<QLabel*>(u"quit_dialog_label"_s)->text(), u"An upload to ada/coast is under way."_s);
        QVERIFY(
            dialog->findChild<QLabel*>(u"quit_dialog_detail_label"_s)->text().startsWith(u"Nothing is published"_s));
        dialog->findChild<QPushButton*>(u"quit_dialog_later_button"_s)->click();
        // what fails is shown instead of gone
        Q_EMIT publisher.publishFailed({ErrorCode::Unreachable, "Cannot reach the Hub.", {}});
        QTRY_VERIFY(!bench.window.findChild<QuitDialog*>());
        QVERIFY(bench.window.isVisible());

        publisher.publish(coastPush());
        bench.window.close();
        QTRY_VERIFY(bench.window.findChild<QuitDialog*>());
        bench.window.findChild<QuitDialog*>()->findChild<QPushButton*>(u"quit_dialog_later_button"_s)->click();
        Q_EMIT publisher.published(HubPushReport());
        QTRY_VERIFY(!bench.window.isVisible());
        QCOMPARE(publisher.cancels, 0);
    }
    void stoppingEndsTheUpload() {
        Bench bench;
        auto& publisher = bench.client.publisher();
        publisher.publish(coastPush());
        bench.window.close();
        bench.window.findChild<QuitDialog*>()->findChild<QPushButton*>(u"quit_dialog_stop_button"_s)->click();
        QTRY_VERIFY(!bench.window.isVisible());
        QCOMPARE(publisher.cancels, 1);
        QVERIFY(publisher.uploading().isEmpty());
    }
};

QTEST_MAIN(TransfersTest)
#include "transfers_test.moc"
