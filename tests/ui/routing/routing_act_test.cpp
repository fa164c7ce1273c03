// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Acting on experts from the Routing page: rules, rendering again, what has become of the mixture meanwhile.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/routing/routing_stage.h"
#include "ui/routing/act_panel.h"
#include "ui/routing/image_area.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

class RoutingActTest : public QObject {
    Q_OBJECT

    std::unique_ptr<RoutingStage> m_stage;

    RoutingPage& page() { return m_stage->page; }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&page(), key, modifiers);
    }

private Q_SLOTS:
    void init() {
        m_stage = std::make_unique<RoutingStage>();
        m_stage->open();
    }
    void switchesRefuseWhatCannotBe() {
        m_stage->render(RoutingStage::spec());
        auto* hint = m_stage->find<QLabel>("routing_act_hint_label");
        for (const char* letter : {"A", "B", "C", "D"})
            QTest::mouseClick(m_stage->find(qPrintable(u"routing_mute_%1_button"_s.arg(QLatin1String(letter)))),
                              Qt::LeftButton);
        QCOMPARE(hint->text(), u"At least one expert must stay."_s);
        QVERIFY(!m_stage->find<QToolButton>("routing_mute_D_button")->isChecked());
        page().rules().undoStack().undo();
        QVERIFY(!m_stage->find<QToolButton>("routing_mute_C_button")->isChecked());
        page().rules().reset();
        for (const char* letter : {"A", "B", "C"})
            QTest::mouseClick(m_stage->find(qPrintable(u"routing_pin_%1_button"_s.arg(QLatin1String(letter)))),
                              Qt::LeftButton);
        QVERIFY(hint->text().startsWith(u"Only 2"_s));
        QVERIFY(!m_stage->find<QToolButton>("routing_pin_C_button")->isChecked());
    }
    void rulesBecomeAPolicy() {
        m_stage->render(RoutingStage::spec());
        page().controller().setBlocks({0, 1});
        auto* layers = m_stage->find<QComboBox>("routing_scope_layers_combo");
        layers->setCurrentIndex(1);
        Q_EMIT layers->activated(1);
        QTest::mouseClick(m_stage->find("routing_mute_B_button"), Qt::LeftButton);
        auto* add = m_stage->find<QPushButton>("routing_rule_add_button");
        QVERIFY(add->isEnabled());
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(page().rules().rowCount(), 1);
        m_stage->find<QDoubleSpinBox>("routing_bias_C_spin")->setValue(1.5);
        const RoutingPolicy policy = page().rules().plan().policy({}, 8);
        QCOMPARE(policy.rules.size(), std::size_t{2});
        QCOMPARE(QString::fromStdString(policy.rules[0].sites.pattern), u"D0.A0.T0.*,D0.A1.T0.*"_s);
        QVERIFY(policy.rules[0].act == RoutingRule::Act::Mute && policy.rules[0].expert == 1);
        QVERIFY(policy.rules[1].act == RoutingRule::Act::Bias && policy.rules[1].bias == 1.5);
        QAbstractItemModelTester tester(&page().rules(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        page().rules().removeRule(0);
        QCOMPARE(page().rules().rowCount(), 0);
    }
    void stepsOfARuleAreShares() {
        ActRule rule{.experts = {{.mute = true}},
                     .scope = {.stage = u"U0"_s, .kind = SiteKind::FeedForward, .firstStep = 3, .lastStep = 6}};
        const std::vector<RoutingRule> rules = rule.toRules(10);
        QCOMPARE(rules.size(), std::size_t{1});
        QCOMPARE(rules[0].sites.pattern, std::string("U0.*.ff"));
        QVERIFY(rules[0].sites.matches("U0.A1.T2.ff") && !rules[0].sites.matches("U0.A1.T2.self"));
        for (int step = 0; step < 10; ++step) QCOMPARE(rules[0].steps.contains(step, 10), step >= 2 && step < 6);
        rule.scope.kind = SiteKind::CrossKeyValue;
        QVERIFY(rule.toRules(10)[0].sites.matches("cross_kv") && rule.toRules(10)[0].steps == StepRange{});
    }
    void rerenderComparesOldAndNew() {
        m_stage->render(RoutingStage::spec());
        auto* button = m_stage->find<QPushButton>("routing_rerender_button");
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), u"Nothing is changed yet."_s);
        QTest::mouseClick(m_stage->find("routing_mute_B_button"), Qt::LeftButton);
        QVERIFY(button->isEnabled());
        key(Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(m_stage->client.requests.back().seed, std::int64_t{42});
        QCOMPARE(m_stage->client.requests.back().routing.rules.size(), std::size_t{1});
        QVERIFY(page().actPanel().isLocked());
        sample::CaptureSpec muted = RoutingStage::spec();
        muted.muted = 1;
        RenderedImage other = sample::captured(muted);
        for (std::size_t i = 0; i < other.picture.rgb.size() / 2; ++i) other.picture.rgb[i] ^= 0x40;
        m_stage->answer(other);
        QVERIFY(!page().actPanel().isLocked());
        QVERIFY(page().imageArea().isCompareShown());
        QVERIFY(!page().controller().compare().isEmpty());
        const QString sentence = m_stage->find<QLabel>("routing_sentence_label")->text();
        QVERIFY2(sentence.startsWith(u"Mute B: 50 % of the pixels"_s), qPrintable(sentence));
        QVERIFY2(sentence.contains(u"load moved mostly to"_s), qPrintable(sentence));
    }
    void cancellingKeepsTheOld() {
        m_stage->render(RoutingStage::spec());
        const CapturePtr before = page().controller().model().capture();
        QTest::mouseClick(m_stage->find("routing_mute_B_button"), Qt::LeftButton);
        page().renderAgain();
        QTest::mouseClick(m_stage->find("routing_cancel_button"), Qt::LeftButton);
        WorkReport report;
        report.outcome = RenderOutcome::Cancelled;
        Q_EMIT m_stage->client.workFinished(m_stage->client.lastJob(), report);
        QVERIFY(!page().actPanel().isLocked());
        QCOMPARE(page().controller().model().capture(), before);
    }
    void aChangedMixtureIsTold() {
        const auto mix = std::make_shared<MixRecipe>();
        mix->name = "coast";
        RenderRequest request;
        request.model = mix->name;
        request.recipe = std::make_shared<const MixRecipe>(*mix);
        request.steps = RoutingStage::spec().steps;
        request.seed = 42;
        m_stage->captures.setMix(*mix);
        m_stage->queue.add(RenderWork{request});
        m_stage->answer(sample::captured(RoutingStage::spec()));
        auto* notice = m_stage->find<QFrame>("routing_notice_panel");
        QVERIFY(!notice->isVisible());
        mix->expertsPerToken += 1;
        m_stage->captures.setMix(*mix);
        QVERIFY(notice->isVisible());
        QCOMPARE(m_stage->find<QLabel>("routing_notice_label")->text(), u"This mix has changed since this render."_s);
        mix->expertsPerToken -= 1;  // undone
        m_stage->captures.setMix(*mix);
        QVERIFY(!notice->isVisible());
        mix->gateSteps = 5;
        m_stage->captures.setMix(*mix);
        QVERIFY(notice->isVisible());
        m_stage->find<QPushButton>("routing_notice_button")->click();
        QCOMPARE(m_stage->client.requests.back().recipe->gateSteps, 5);
        m_stage->answer(sample::captured(RoutingStage::spec()));
        QVERIFY(!notice->isVisible());  // the new render belongs to the mixture as it is
    }
    void aChangedRecipeFileIsTold() {
        const QString file = m_stage->profile.filePath(u"mix.yaml"_s);
        QFile recipe(file);
        QVERIFY(recipe.open(QIODevice::ReadWrite) && recipe.write("a") == 1 && recipe.flush());
        const QDateTime before = QDateTime::currentDateTime().addSecs(-60);
        QVERIFY(recipe.setFileTime(before, QFileDevice::FileModificationTime));
        m_stage->render(RoutingStage::spec(), file.toStdString());
        const CapturePtr shown = page().controller().model().capture();
        QVERIFY(!m_stage->captures.isStale(*shown));
        QVERIFY(recipe.setFileTime(QDateTime::currentDateTime().addSecs(60), QFileDevice::FileModificationTime));
        QVERIFY(m_stage->captures.isStale(*shown));
        page().hide();
        page().show();  // looked at again
        QVERIFY(m_stage->find<QFrame>("routing_notice_panel")->isVisible());
    }
};

QTEST_MAIN(RoutingActTest)
#include "routing_act_test.moc"
