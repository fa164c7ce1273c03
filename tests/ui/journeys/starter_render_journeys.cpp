// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// J1 First image, J2 Watch and cancel, J3 Queue.
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "tests/ui/journeys/starter_stage.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/setting_keys.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/gallery_page.h"
#include "ui/queue/queue_model.h"
#include "ui/render/preview_view.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::StarterStage;

namespace {

constexpr int kLimit = StarterStage::kLimit;

/// What the whole program has asked the allocator for; 0 where that is not told.
qint64 bytesInUse() {
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
    const struct mallinfo2 info = mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd);
#else
    return 0;
#endif
}

class StarterRenderJourneys : public QObject {
    Q_OBJECT

public:
    explicit StarterRenderJourneys(StarterStage& stage) : m_stage(stage) {}

private:
    StarterStage& m_stage;

    template <class T = QWidget>
    T* find(const char* name) {
        return m_stage.find<T>(name);
    }
    JobQueue& queue() { return m_stage.window().queue(); }
    QueueId queueUp(const QString& prompt) {
        auto* edit = find<QPlainTextEdit>("render_prompt_edit");
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, prompt);
        QTest::mouseClick(find("render_start_button"), Qt::LeftButton);
        for (const QueueId row : queue().rows())
            if (queue().find(row)->request()->prompt == prompt.toStdString()) return row;
        return QueueId::None;
    }
    /// Renders until two previews were shown, and presses Esc.
    void watchAndCancel();
    void keyOnRow(QueueId row, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        auto* list = find<QListView>("queue_list");
        list->setCurrentIndex(list->model()->index(qobject_cast<QueueModel*>(list->model())->rowOf(row), 0));
        list->setFocus();
        QTest::keyClick(list, key, modifiers);
    }

private Q_SLOTS:
    void j1FirstImage() {
        QCOMPARE(m_stage.window().pages().current(), PageId::Render);
        const auto* start = find("render_start_button");
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), kLimit);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!m_stage.idle());
        QVERIFY(m_stage.waitForPicture());
        QCOMPARE(m_stage.renderPage().result().view().image().size(), QSize(128, 128));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(m_stage.renderPage().result().shownFile()), kLimit);

        const QString file = m_stage.renderPage().result().shownFile();
        const RenderRequest request = m_stage.renderPage().result().shown()->request;
        const QImage picture(file);
        QVERIFY(picture.text(u"parameters"_s).startsWith(QString::fromStdString(request.prompt)));
        const QJsonObject settings = QJsonDocument::fromJson(picture.text(u"segmoe"_s).toUtf8()).object();
        QCOMPARE(settings["mix"_L1]["experts"_L1].toArray().size(), 4);
        QCOMPARE(settings["render"_L1]["seed"_L1].toInteger(), request.seed);
        QCOMPARE(settings["render"_L1]["steps"_L1].toInt(), request.steps);

        m_stage.goTo("gallery");
        auto* gallery = m_stage.window().findChild<GalleryPage*>();
        QVERIFY(gallery);
        QTRY_COMPARE_WITH_TIMEOUT(gallery->model().total(), qint64{1}, kLimit);
        QCOMPARE(QFileInfo(gallery->model().index(0).data(GalleryModel::FileRole).toString()), QFileInfo(file));
        m_stage.goTo("render");

        const auto heard = m_stage.network.log();
        QVERIFY2(heard.empty(), heard.empty() ? "" : heard.front().request.target.c_str());
        // It would have heard something: a search does go out.
        HubSearch search;
        search.text = "castles";
        m_stage.bench.client->hub().search(search);
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage.network.log().empty(), kLimit);
    }

    void j2WatchAndCancel() {
        m_stage.bench.settings->setChoice(keys::kPreviewMode, static_cast<int>(PreviewMode::Steps));
        m_stage.setNumber("render_steps_spin", 150);
        watchAndCancel();
        if (QTest::currentTestFailed()) return;
        // A second one leaves nothing behind that the first did not.
        const qint64 level = bytesInUse();
        watchAndCancel();
        if (QTest::currentTestFailed()) return;
        const qint64 growth = bytesInUse() - level;
        qInfo("memory in use after another cancelled run: %+.2f MB", static_cast<double>(growth) / 1e6);
        QVERIFY(growth < 2'000'000);
        m_stage.bench.settings->setChoice(keys::kPreviewMode, static_cast<int>(PreviewMode::Time));
        // The engine is free for the next one: the same once more.
        const std::int64_t seed = m_stage.renderPage().session().request().seed;
        QTest::mouseClick(find("render_again_button"), Qt::LeftButton);
        const QueueId again = m_stage.renderPage().session().job();
        QTRY_VERIFY_WITH_TIMEOUT(queue().find(again)->state == JobState::Running, kLimit);
        QCOMPARE(queue().find(again)->request()->seed, seed);
        QCOMPARE(queue().find(again)->request()->steps, 150);
        QTest::keyClick(&m_stage.window(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage.idle(), kLimit);
        m_stage.setNumber("render_steps_spin", 4);
        QVERIFY(m_stage.render());
    }

    void j3Queue() {
        std::vector<std::string> order;
        const auto listening =
            connect(&queue(), &JobQueue::pictureDone, this,
                    [&](QueueId, int, const PicturePtr& done) { order.push_back(done->request.prompt); });
        QTest::keyClick(&m_stage.window(), Qt::Key_J, Qt::ControlModifier);
        QTRY_VERIFY(find("queue_list")->isVisible());
        m_stage.setNumber("render_steps_spin", 40);  // still at work when the others stand in their places
        const QueueId one = queueUp(u"a red house"_s);
        QTRY_VERIFY_WITH_TIMEOUT(queue().find(one)->state == JobState::Running, kLimit);
        m_stage.setNumber("render_steps_spin", 4);
        const QueueId two = queueUp(u"a blue house"_s);
        const QueueId three = queueUp(u"a green house"_s);
        keyOnRow(three, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(queue().rows()[1], three);
        keyOnRow(two, Qt::Key_Delete);
        QTest::mouseClick(find("queue_pause_button"), Qt::LeftButton);
        QVERIFY(queue().isPaused());
        auto* edit = find<QPlainTextEdit>("render_prompt_edit");
        edit->setPlainText(u"written later"_s);
        QTRY_VERIFY_WITH_TIMEOUT(queue().isIdle(), kLimit);
        QVERIFY(queue().find(three)->state == JobState::Waiting);
        QTest::mouseClick(find("queue_pause_button"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(queue().find(three)->state == JobState::Done, kLimit);
        QTRY_VERIFY_WITH_TIMEOUT(queue().isIdle(), kLimit);
        QVERIFY(queue().find(one)->state == JobState::Done);
        QVERIFY(queue().find(two)->state == JobState::Cancelled);
        QCOMPARE(order, (std::vector<std::string>{"a red house", "a green house"}));
        disconnect(listening);
        QTest::keyClick(&m_stage.window(), Qt::Key_J, Qt::ControlModifier);
    }
};

void StarterRenderJourneys::watchAndCancel() {
    EngineClient& client = *m_stage.bench.client;
    QSignalSpy previews(&client, &EngineClient::preview);
    QSignalSpy ended(&client, &EngineClient::workFinished);
    QTRY_VERIFY_WITH_TIMEOUT(find("render_start_button")->isEnabled(), kLimit);
    QTest::mouseClick(find("render_start_button"), Qt::LeftButton);
    const QueueId job = m_stage.renderPage().session().job();
    QTRY_VERIFY_WITH_TIMEOUT(previews.size() >= 2, kLimit);
    const qint64 during = bytesInUse();
    QElapsedTimer clock;
    clock.start();
    QTest::keyClick(&m_stage.window(), Qt::Key_Escape);
    // In the same turn of the event loop: nothing is waited for.
    QCOMPARE(find<QLabel>("render_progress_label")->text(), u"Cancelling…"_s);
    QVERIFY(queue().find(job)->state == JobState::Cancelling);
    const qint64 shown = clock.elapsed();
    QTRY_VERIFY_WITH_TIMEOUT(m_stage.idle(), kLimit);
    qInfo("“Cancelling…” after %lld ms, the end after %lld ms; in use meanwhile %+.1f MB",
          static_cast<long long>(shown), static_cast<long long>(clock.elapsed()),
          static_cast<double>(during - bytesInUse()) / 1e6);

    const QueueJob& row = *queue().find(job);
    QVERIFY(row.state == JobState::Cancelled);
    QVERIFY(row.lastStep > 0 && row.lastStep < 150);
    QVERIFY(row.pictures.empty());
    const QAbstractItemModel& rows = *find<QListView>("queue_list")->model();
    const int place = qobject_cast<const QueueModel*>(&rows)->rowOf(job);
    QCOMPARE(rows.index(place, 0).data(QueueModel::StateTextRole).toString(),
             u"Cancelled at step %1"_s.arg(row.lastStep));
    const PreviewView& view = m_stage.renderPage().result().view();
    QCOMPARE(view.ribbon(), u"stopped at step %1"_s.arg(row.lastStep));
    QCOMPARE(view.image(), toImage(previews.last()[1].value<Preview>().picture));
    QVERIFY(find("render_partial_panel")->isVisible());
    // The engine has ended the job, and has no other.
    QCOMPARE(ended.size(), 1);
    QVERIFY(ended[0][1].value<WorkReport>().outcome == RenderOutcome::Cancelled);
    QVERIFY(find("render_start_button")->isEnabled());
}

}  // namespace

namespace segmoe::test {

std::unique_ptr<QObject> renderJourneys(StarterStage& stage) { return std::make_unique<StarterRenderJourneys>(stage); }

}  // namespace segmoe::test

#include "starter_render_journeys.moc"
