// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/job_queue.h"

#include <QtTest/QtTest>

#include "ui/bridge/sample_data.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/queue/work_text.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

RenderWork prompt(const std::string& text, int images = 1) {
    RenderRequest request;
    request.prompt = text;
    request.images = images;
    return {request};
}

struct Bench {
    Bench() { client.start(); }
    QueueId add(const std::string& text, int images = 1) { return queue.add(prompt(text, images)); }
    JobState state(QueueId id) const { return queue.find(id)->state; }
    void end(RenderOutcome outcome = RenderOutcome::Done) {
        WorkReport report;
        report.outcome = outcome;
        report.failure.code = ErrorCode::GpuOutOfMemory;
        Q_EMIT client.workFinished(client.lastJob(), report);
    }
    QStringList prompts() const {
        QStringList all;
        for (const RenderRequest& request : client.requests) all << QString::fromStdString(request.prompt);
        return all;
    }

    ScriptedEngineClient client;
    JobQueue queue{client};
};

}  // namespace

class JobQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void waitsForTheEngine() {
        ScriptedEngineClient client;
        JobQueue queue(client);
        const QueueId id = queue.add(prompt("a"));
        QVERIFY(queue.find(id)->state == JobState::Waiting);
        QVERIFY(client.works.empty());
        client.start();
        QVERIFY(queue.find(id)->state == JobState::Running);
        QCOMPARE(client.works.size(), std::size_t{1});
    }
    void oneAtATimeInOrder() {
        Bench bench;
        const QueueId a = bench.add("a");
        const QueueId b = bench.add("b");
        QCOMPARE(bench.prompts(), QStringList{u"a"_s});
        QVERIFY(bench.state(a) == JobState::Running && bench.state(b) == JobState::Waiting);
        bench.end();
        QVERIFY(bench.state(a) == JobState::Done && bench.state(b) == JobState::Running);
        QCOMPARE(bench.queue.rows(), (std::vector{b, a}));
        bench.end();
        QVERIFY(bench.queue.isIdle());
        QCOMPARE(bench.queue.rows(), (std::vector{b, a}));  // newest first
    }
    void firstMoveAndPause() {
        Bench bench;
        bench.add("a");
        const QueueId b = bench.add("b");
        const QueueId c = bench.add("c");
        bench.queue.move(c, -5);
        QCOMPARE(bench.queue.rows()[1], c);
        bench.queue.move(c, 1);
        QCOMPARE(bench.queue.rows()[1], b);
        const QueueId d = bench.queue.addFirst(prompt("d"));
        QCOMPARE(bench.queue.rows()[1], d);
        bench.queue.pause();
        bench.end();
        QVERIFY(bench.queue.isIdle());
        bench.queue.resume();
        bench.end();
        bench.end();
        bench.end();
        QCOMPARE(bench.prompts(), (QStringList{u"a"_s, u"d"_s, u"b"_s, u"c"_s}));
    }
    void cancelAnswersBeforeTheEngine() {
        Bench bench;
        const QueueId a = bench.add("a");
        const QueueId b = bench.add("b");
        bench.queue.cancel(b);
        QVERIFY(bench.state(b) == JobState::Cancelled);
        bench.queue.cancelCurrent();
        QVERIFY(bench.state(a) == JobState::Cancelling);
        QCOMPARE(bench.client.cancelled, std::vector{bench.client.lastJob()});
        bench.queue.cancelCurrent();
        QCOMPARE(bench.client.cancelled.size(), std::size_t{1});
        bench.end(RenderOutcome::Cancelled);
        QVERIFY(bench.state(a) == JobState::Cancelled);
        QVERIFY(bench.queue.isIdle());
    }
    void cancelAllWaitingLeavesTheRunningOne() {
        Bench bench;
        const QueueId a = bench.add("a");
        for (const char* name : {"b", "c", "d"}) bench.add(name);
        QCOMPARE(bench.queue.waitingCount(), 3);
        bench.queue.cancelAllWaiting();
        QCOMPARE(bench.queue.waitingCount(), 0);
        QVERIFY(bench.state(a) == JobState::Running);
    }
    void failuresAreKeptAndRetried() {
        Bench bench;
        const QueueId a = bench.add("a");
        bench.end(RenderOutcome::Failed);
        QVERIFY(bench.state(a) == JobState::Failed);
        QVERIFY(bench.queue.find(a)->failure.code == ErrorCode::GpuOutOfMemory);
        const std::int64_t seed = bench.client.requests[0].seed;
        QVERIFY(seed >= 0);  // drawn when it was queued
        bench.queue.retryFailed();
        QVERIFY(bench.state(a) == JobState::Running);
        QCOMPARE(bench.client.requests[1].seed, seed);
        bench.end();
        bench.queue.clearFinished();
        QVERIFY(bench.queue.rows().empty());
        QVERIFY(!bench.queue.find(a));
    }
    void skippingGoesOnWithTheNextPicture() {
        Bench bench;
        RenderWork work = prompt("a", 3);
        work.request.seed = 10;
        const QueueId id = bench.queue.add(work);
        QSignalSpy pictures(&bench.queue, &JobQueue::pictureDone);
        Q_EMIT bench.client.imageDone(bench.client.lastJob(), 0, sample::renderedImage(16));
        QVERIFY(bench.queue.canSkipPicture());
        bench.queue.skipPicture();
        QVERIFY(!bench.queue.canSkipPicture());
        bench.end(RenderOutcome::Cancelled);
        QVERIFY(bench.state(id) == JobState::Running);
        QCOMPARE(bench.client.requests.size(), std::size_t{2});
        QCOMPARE(bench.client.requests[1].images, 1);
        QCOMPARE(bench.client.requests[1].seed, std::int64_t{12});
        QVERIFY(!bench.queue.canSkipPicture());  // the last one is cancelled, not skipped
        Q_EMIT bench.client.imageDone(bench.client.lastJob(), 0, sample::renderedImage(16));
        bench.end();
        QCOMPARE(pictures.size(), 2);
        QCOMPARE(pictures[1][1].toInt(), 2);
        QVERIFY(bench.state(id) == JobState::Done);
    }
    void aGroupEndsWithItsLastJob() {
        Bench bench;
        const QueueId group = bench.queue.addGroup(u"Grid"_s, u"2"_s);
        bench.queue.add(prompt("a"), {}, group);
        bench.queue.add(prompt("b"), {}, group);
        const QueueId c = bench.add("c");
        QCOMPARE(bench.queue.rows(), (std::vector{group, c}));
        QVERIFY(bench.state(group) == JobState::Running);
        const QueueId d = bench.queue.addFirst(prompt("d"));
        bench.end();
        QVERIFY(bench.state(d) == JobState::Running);  // before the rest of the group
        bench.end();
        bench.end(RenderOutcome::Failed);
        QVERIFY(bench.state(group) == JobState::Failed);
        QVERIFY(bench.state(c) == JobState::Running);
        bench.queue.retry(group);
        bench.end();
        QCOMPARE(bench.prompts(), (QStringList{u"a"_s, u"d"_s, u"b"_s, u"c"_s, u"b"_s}));
        bench.end();
        QVERIFY(bench.state(group) == JobState::Done);
    }
    void eventsOfOtherJobsAreDropped() {
        Bench bench;
        const QueueId a = bench.add("a");
        const JobId old = bench.client.lastJob();
        bench.end(RenderOutcome::Cancelled);
        const QueueId b = bench.add("b");
        QSignalSpy progressed(&bench.queue, &JobQueue::progressed);
        Progress progress;
        progress.stage = Stage::Loading;
        Q_EMIT bench.client.progress(old, progress);
        Q_EMIT bench.client.workFinished(old, {});
        QCOMPARE(progressed.size(), 0);
        QVERIFY(bench.state(a) == JobState::Cancelled && bench.state(b) == JobState::Running);
        Q_EMIT bench.client.progress(bench.client.lastJob(), progress);
        QVERIFY(bench.state(b) == JobState::Loading);
    }
    void onlyTheNewestTwoHundredStay() {
        Bench bench;
        for (int i = 0; i < 205; ++i) {
            bench.add("a");
            bench.end();
        }
        QCOMPARE(bench.queue.rows().size(), std::size_t{200});
    }
    void etaNeedsTwoStepsAndIsSmooth() {
        EtaEstimator eta;
        eta.add(0, 0.0);
        QCOMPARE(eta.seconds(), -1.0);
        eta.add(1000, 0.1);
        QCOMPARE(eta.seconds(), -1.0);
        eta.add(2000, 0.2);
        QCOMPARE(eta.seconds(), 8.0);
        for (int i = 3; i <= 9; ++i) eta.add(1000 * i, 0.1 * i);
        QVERIFY(std::abs(eta.seconds() - 1.0) < 1e-6);
        eta.reset();
        eta.add(0, 0.1);
        eta.add(3000, 0.4);
        QVERIFY(std::abs(eta.seconds() - 6.0) < 1e-6);  // one slow step says it too
    }
};

QTEST_GUILESS_MAIN(JobQueueTest)
#include "job_queue_test.moc"
