// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/queue_panel.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/bridge/sample_data.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/queue/job_queue.h"
#include "ui/queue/picture_saver.h"
#include "ui/queue/queue_model.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

RenderWork prompt(const std::string& text) {
    RenderRequest request;
    request.prompt = text;
    request.seed = 5;
    request.width = request.height = 512;
    return {request};
}

struct Bench {
    Bench() {
        client.start();
        panel.resize(300, 600);
        panel.show();
        list = &panel.list();
    }
    void end(RenderOutcome outcome = RenderOutcome::Done) {
        WorkReport report;
        report.outcome = outcome;
        report.failure.code = ErrorCode::GpuOutOfMemory;
        Q_EMIT client.workFinished(client.lastJob(), report);
    }
    void select(QueueId id) {
        auto* model = qobject_cast<QueueModel*>(list->model());
        list->setCurrentIndex(model->index(model->rowOf(id)));
        list->setFocus();
    }
    Theme theme;
    Navigator navigator;
    ScriptedEngineClient client;
    JobQueue queue{client};
    QueuePanel panel{theme, queue, navigator};
    QListView* list = nullptr;
};

}  // namespace

class QueuePanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theModelFollowsTheQueue() {
        Bench bench;
        QAbstractItemModelTester tester(bench.list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<QueueId> ids;
        for (int i = 0; i < 6; ++i) ids.push_back(bench.queue.add(prompt("p" + std::to_string(i))));
        bench.queue.move(ids[5], -3);
        bench.queue.cancel(ids[2]);
        bench.end();
        const QueueId group = bench.queue.addGroup(u"Grid"_s, u"2"_s);
        bench.queue.add(prompt("x"), {}, group);
        bench.queue.add(prompt("y"), {}, group);
        auto* model = qobject_cast<QueueModel*>(bench.list->model());
        const int rows = model->rowCount();
        model->toggleGroup(group);
        QCOMPARE(model->rowCount(), rows + 2);
        QCOMPARE(model->index(model->rowOf(group) + 1).data(QueueModel::DepthRole).toInt(), 1);
        model->toggleGroup(group);
        QCOMPARE(model->rowCount(), rows);
        bench.queue.cancelAllWaiting();
        bench.end(RenderOutcome::Cancelled);
        bench.queue.clearFinished();
        QCOMPARE(model->rowCount(), 0);
    }
    void keysActOnTheSelectedRow() {
        Bench bench;
        bench.queue.add(prompt("a"));
        const QueueId b = bench.queue.add(prompt("b"));
        const QueueId c = bench.queue.add(prompt("c"));
        bench.select(c);
        QTest::keyClick(bench.list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(bench.queue.rows()[1], c);
        QSignalSpy wanted(&bench.navigator, &Navigator::requestWanted);
        QTest::keyClick(bench.list, Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<RenderRequest>().prompt, std::string("c"));
        QTest::keyClick(bench.list, Qt::Key_Delete);
        QVERIFY(bench.queue.find(c)->state == JobState::Cancelled);
        bench.select(c);
        QTest::keyClick(bench.list, Qt::Key_Delete);
        QVERIFY(!bench.queue.find(c));
        QVERIFY(bench.queue.find(b));
    }
    void aDoneRowLeadsToItsRouting() {
        Bench bench;
        const QueueId id = bench.queue.add(prompt("a"));
        PicturePtr kept;  // somebody shows it
        connect(&bench.queue, &JobQueue::pictureDone, this, [&](QueueId, int, const PicturePtr& p) { kept = p; });
        Q_EMIT bench.client.imageDone(bench.client.lastJob(), 0, sample::renderedImage(64));
        bench.end();
        auto* model = qobject_cast<QueueModel*>(bench.list->model());
        const auto acts = QueueDelegate::acts(model->index(model->rowOf(id)));
        const auto routing = std::ranges::find(acts, QueueDelegate::Act::Routing);
        QVERIFY(routing != acts.end());
        QSignalSpy wanted(&bench.navigator, &Navigator::captureWanted);
        const QRect row = bench.list->visualRect(model->index(model->rowOf(id)));
        const auto place = static_cast<int>(routing - acts.begin());
        QTest::mouseClick(bench.list->viewport(), Qt::LeftButton, {}, QueueDelegate::actRect(row, place).center());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), captureId(id, kept->image.seed));
    }
    void buttonsOfARowWork() {
        Bench bench;
        bench.queue.add(prompt("a"));
        const QueueId b = bench.queue.add(prompt("b"));
        auto* model = qobject_cast<QueueModel*>(bench.list->model());
        const QModelIndex row = model->index(model->rowOf(b));
        const QRect cancel = QueueDelegate::actRect(bench.list->visualRect(row), 0);
        QTest::mouseClick(bench.list->viewport(), Qt::LeftButton, {}, cancel.center());
        QVERIFY(bench.queue.find(b)->state == JobState::Cancelled);
    }
    void aFailureOffersItsWayOut() {
        Bench bench;
        const QueueId a = bench.queue.add(prompt("a"));
        bench.end(RenderOutcome::Failed);
        bench.select(a);
        QVERIFY(bench.panel.findChild<QWidget*>(u"queue_failure_panel"_s)->isVisible());
        bench.panel.findChild<QPushButton*>(u"queue_remedy_button"_s)->click();
        QCOMPARE(bench.client.requests.size(), std::size_t{2});
        QCOMPARE(bench.client.requests[1].width, 256);
        bench.panel.findChild<QPushButton*>(u"queue_details_button"_s)->click();
        QVERIFY(bench.panel.findChild<QMessageBox*>(u"error_details_dialog"_s));
    }
    void manyAreCancelledAfterAQuestion() {
        Bench bench;
        for (int i = 0; i < 8; ++i) bench.queue.add(prompt("a"));
        bench.panel.findChild<QPushButton*>(u"queue_cancel_waiting_button"_s)->click();
        QCOMPARE(bench.queue.waitingCount(), 7);
        bench.panel.findChild<QPushButton*>(u"queue_cancel_dialog_ok_button"_s)->click();
        QCOMPARE(bench.queue.waitingCount(), 0);
    }
    void thePauseButtonSaysWhatItDoes() {
        Bench bench;
        auto* pause = bench.panel.findChild<QPushButton*>(u"queue_pause_button"_s);
        pause->click();
        QVERIFY(bench.queue.isPaused());
        QCOMPARE(pause->text(), u"Resume"_s);
        pause->click();
        QVERIFY(!bench.queue.isPaused());
    }
    void picturesAreWrittenByThePattern() {
        QTemporaryDir folder;
        Bench bench;
        PictureSaver saver(bench.queue, bench.client);
        saver.setTarget(folder.path(), u"{mix}/{index}_{seed}"_s, u"png"_s);
        QSignalSpy saved(&saver, &PictureSaver::pictureSaved);
        RenderWork work = prompt("a");
        work.request.model = "/models/coast:mix.yaml";
        const QueueId id = bench.queue.add(work);
        for (int i = 0; i < 2; ++i) Q_EMIT bench.client.imageDone(bench.client.lastJob(), i, sample::renderedImage(16));
        QCOMPARE(saved.size(), 2);
        QCOMPARE(bench.client.savedFiles, (QStringList{folder.filePath(u"coast_mix/0001_42.png"_s),
                                                       folder.filePath(u"coast_mix/0002_42.png"_s)}));
        QCOMPARE(bench.queue.find(id)->pictures[0].file, bench.client.savedFiles[0]);
        QCOMPARE(saver.pending(), 0);
    }
    void finishedPicturesAreNotKeptByTheQueue() {
        Bench bench;
        const QueueId id = bench.queue.add(prompt("a"));
        Q_EMIT bench.client.imageDone(bench.client.lastJob(), 0, sample::renderedImage(16));
        bench.end();
        QVERIFY(bench.queue.find(id)->pictures[0].picture.expired());
        QVERIFY(!bench.queue.find(id)->pictures[0].thumb.isNull());
    }
};

QTEST_MAIN(QueuePanelTest)
#include "queue_panel_test.moc"
