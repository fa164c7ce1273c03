// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// J1 First image, J3 Queue.
#include "tests/ui/journeys/starter_stage.h"
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

}  // namespace

namespace segmoe::test {

std::unique_ptr<QObject> renderJourneys(StarterStage& stage) { return std::make_unique<StarterRenderJourneys>(stage); }

}  // namespace segmoe::test

#include "starter_render_journeys.moc"
