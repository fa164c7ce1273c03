// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// J10 Inspect, J11 Act, J12 k = 1 honesty.
#include "tests/ui/journeys/starter_stage.h"
#include "tests/ui/routing/routing_walk.h"
#include "ui/mix/mix_page.h"
#include "ui/routing/routing_statistics.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::StarterStage;

namespace {

constexpr int kLimit = StarterStage::kLimit;
constexpr int kSteps = 5;

class StarterRoutingJourneys : public QObject {
    Q_OBJECT

public:
    explicit StarterRoutingJourneys(StarterStage& stage) : m_stage(stage) {}

private:
    StarterStage& m_stage;

    RoutingPage& page() { return m_stage.routingPage(); }
    MixPage& mixPage() { return *static_cast<MixPage*>(m_stage.window().pages().page(PageId::Mix)); }

private Q_SLOTS:
    void j10Inspect() {
        m_stage.goTo("render");
        m_stage.find<QPlainTextEdit>("render_prompt_edit")->setPlainText(u"a red flower on a blue background"_s);
        QVERIFY(m_stage.inspect(2, kSteps));
        RoutingWalk walk(page());
        walk.toStep(2);
        QCOMPARE(page().controller().selection().step, 2);
        walk.clickBlock(7);
        QCOMPARE(page().controller().selection().blocks, std::vector<int>{7});
        page().charts().show(ChartTabs::Place);
        walk.clickPlace(0.55, 0.3);
        QVERIFY(page().controller().selection().place.has_value());
        walk.key(Qt::Key_2);
        walk.key(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(walk.find("routing_place_table")->isVisible());
        QVERIFY2(walk.tableError(2, 7) < 1e-3, qPrintable(QString::number(walk.tableError(2, 7))));
        const QString block = page().controller().model().layout().blocks[7].label;
        const QString caption = page().charts().current().frame().caption();
        QVERIFY2(caption.contains(block) && caption.contains(u"step 3 of 5"_s), qPrintable(caption));
        QTRY_VERIFY(walk.find<QLabel>("routing_overlay_label")->text().contains(block));
        walk.key(Qt::Key_T, Qt::ControlModifier);
    }

    void j11Act() {
        RoutingWalk walk(page());
        // In all layers: the experts of this mixture differ in what they make of the words.
        const RoutingSelection selection;
        QVERIFY(expertLoad(page().controller().model(), selection).weight[1] > 0.0);
        walk.click("routing_mute_B_button");
        walk.key(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(page().imageArea().isCompareShown(), kLimit);
        page().imageArea().compareView().setPosition(0.5);
        QCOMPARE(page().imageArea().compareView().position(), 0.5);
        QCOMPARE(expertLoad(page().controller().model(), selection).weight[1], 0.0);
        QVERIFY(expertLoad(page().controller().compare(), selection).weight[1] > 0.0);
        QVERIFY(walk.largestDifference() > 0);
        // The picture says by which rules it was made.
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(m_stage.renderPage().result().shownFile()), kLimit);
        const QImage picture(m_stage.renderPage().result().shownFile());
        const QJsonArray rules =
            QJsonDocument::fromJson(picture.text(u"segmoe"_s).toUtf8()).object()["rules"_L1].toArray();
        QCOMPARE(rules.size(), 1);
        QCOMPARE(rules[0].toObject()["act"_L1].toString(), u"mute"_s);

        walk.click("routing_keep_button");
        // The mixture on the Mix page is another one: the notice offers to open the rendered one.
        QPushButton* open = nullptr;
        for (QPushButton* button : m_stage.window().findChildren<QPushButton*>())
            if (button->text() == u"Open and keep"_s) open = button;
        QVERIFY(open);
        QTest::mouseClick(open, Qt::LeftButton);
        QTRY_COMPARE(m_stage.window().pages().current(), PageId::Mix);
        if (auto* unsaved = m_stage.window().findChild<QPushButton*>(u"mix_unsaved_dialog_discard_button"_s))
            QTest::mouseClick(unsaved, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(mixPage().document().recipe().routing.rules.size(), std::size_t{1}, kLimit);
        QCOMPARE(mixPage().document().recipe().experts.size(), std::size_t{4});
        m_stage.goTo("mix");  // keys go to the window again, no more to a dialog
        QTest::keyClick(&m_stage.window(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(mixPage().document().recipe().routing.rules.size(), std::size_t{0});
        QCOMPARE(mixPage().document().recipe().experts.size(), std::size_t{4});
    }

    void j12OneActiveExpertIsSaid() {
        QVERIFY(m_stage.inspect(1, kSteps));
        RoutingWalk walk(page());
        QVERIFY(page().controller().selection().value == ValueKind::Preferred);
        QVERIFY(walk.find<QPushButton>("routing_value_preferred_radio")->isChecked());
        page().controller().selectBlock(3, false);
        walk.toStep(1);
        walk.click("routing_value_applied_radio");
        QTRY_COMPARE(walk.find<QLabel>("routing_overlay_label")->text(),
                     u"With one active expert the applied weight is the same everywhere. Preferred shows what each "
                     u"place would have picked."_s);
        walk.key(Qt::Key_W);
        QTRY_VERIFY(!page().imageArea().view().overlay().winners.empty());
        const std::vector<int>& winners = page().imageArea().view().overlay().winners;
        QVERIFY(std::ranges::all_of(winners, [&](int winner) { return winner == winners.front(); }));
    }
};

}  // namespace

namespace segmoe::test {

std::unique_ptr<QObject> routingJourneys(StarterStage& stage) {
    return std::make_unique<StarterRoutingJourneys>(stage);
}

}  // namespace segmoe::test

#include "starter_routing_journeys.moc"
