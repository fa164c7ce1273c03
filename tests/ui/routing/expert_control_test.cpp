// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/expert_control.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/bridge/sample_capture.h"
#include "ui/bridge/sample_data.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/queue/picture_saver.h"
#include "ui/render/model_chooser.h"
#include "ui/render/render_page.h"
#include "ui/render/request_form.h"
#include "ui/routing/capture_collector.h"
#include "ui/routing/plan_of_rules.h"
#include "ui/routing/routing_page.h"
#include "ui/shell/action_table.h"
#include "ui/shell/navigator.h"
#include "ui/shell/page_factory.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

const QString kMixture = u"/m/mixture.yaml"_s;
const QString kOther = u"/m/other.yaml"_s;
constexpr int kSteps = 8;

RoutingRule rule(RoutingRule::Act act, int expert, const char* sites = "all", StepRange steps = {}, double bias = 0.0) {
    return {.act = act, .expert = expert, .bias = bias, .sites = {sites}, .steps = steps};
}
using Act = RoutingRule::Act;

/// The Render and the Routing page of one window, on a scripted engine that knows two mixtures.
struct TwoPages {
    TwoPages() {
        ModelSummary other = sample::mixtureSummary();
        for (std::string& name : other.experts) name += "_other";
        client.models = {{kMixture, sample::mixtureSummary()}, {kOther, other}};
        client.memory = sample::forecast();
        client.start();
        render.chooser().choose(kMixture);
        RenderRequest request;
        request.prompt = "a red flower";
        request.width = request.height = 128;
        request.steps = kSteps;
        request.seed = 7;
        render.form().setRequest(request);
        for (QWidget* page : std::initializer_list<QWidget*>{&render, &routing}) {
            page->resize(1200, 760);
            page->show();
        }
    }
    /// The Render page's request runs; the picture comes with its routing.
    void run() {
        render.startRender();
        sample::CaptureSpec spec = sample::starterCapture();
        spec.experts = sample::mixtureSummary().experts;
        spec.steps = kSteps;
        spec.k = 2;
        Q_EMIT client.imageDone(client.lastJob(), 0, sample::captured(spec));
        Q_EMIT client.workFinished(client.lastJob(), {RenderOutcome::Done, RenderResult{}, {}});
    }
    template <class T>
    T* at(QWidget& page, const char* name) {
        T* child = page.findChild<T*>(QLatin1String(name));
        if (!child) qFatal("%s is missing", name);
        return child;
    }
    QToolButton* switchOnRender(const char* name) { return at<QToolButton>(render, name); }
    QToolButton* switchOnRouting(const char* name) { return at<QToolButton>(routing, name); }
    std::vector<RoutingRule> asked() {
        render.startRender();
        const std::vector<RoutingRule> rules = client.requests.back().routing.rules;
        Q_EMIT client.workFinished(client.lastJob(), {RenderOutcome::Done, RenderResult{}, {}});
        return rules;
    }

    QTemporaryDir profile;
    Theme theme;
    Settings settings{profile.path()};
    ScriptedEngineClient client;
    JobQueue queue{client};
    PictureSaver pictures{queue, client};
    CaptureStore captures;
    CaptureCollector collector{queue, captures};
    ExpertControl control;
    Navigator navigator;
    ActionTable actions{theme, existingPages()};
    StudioContext context{.theme = theme,
                          .settings = settings,
                          .engine = client,
                          .queue = queue,
                          .pictures = pictures,
                          .navigator = navigator,
                          .actions = actions,
                          .captures = &captures,
                          .control = &control};
    RenderPage render{context};
    RoutingPage routing{context};
};

void click(QAbstractButton* button) { QTest::mouseClick(button, Qt::LeftButton); }

}  // namespace

class ExpertControlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void rulesBecomeThePlanAndComeBack_data() {
        QTest::addColumn<std::vector<RoutingRule>>("rules");
        QTest::addColumn<int>("kept");
        QTest::addColumn<bool>("onSwitches");
        const auto row = [](const char* name, std::vector<RoutingRule> rules, int kept, bool onSwitches) {
            QTest::newRow(name) << std::move(rules) << kept << onSwitches;
        };
        const StepRange late{0.5, 1.0}, early{0.0, 0.25}, odd{0.3, 0.61};
        row("none", {}, 0, false);
        row("everywhere", {rule(Act::Mute, 1), rule(Act::Bias, 2, "all", {}, 1.5)}, 0, true);
        row("one stage", {rule(Act::Solo, 0, "U0.*")}, 1, false);
        row("a stage and a kind", {rule(Act::Pin, 3, "D1.*.ff", late)}, 1, false);
        row("a kind", {rule(Act::Mute, 2, "*.cross_q", early)}, 1, false);
        row("blocks", {rule(Act::Mute, 2, "D1.A0.T0.self,U0.A1.T0.self")}, 1, false);
        row("one block", {rule(Act::Mute, 2, "U0.A1.T0.*")}, 1, false);
        row("text path", {rule(Act::Mute, 2, "cross_kv")}, 1, false);
        row("two scopes", {rule(Act::Mute, 0, "D1.*"), rule(Act::Pin, 1, "D1.*"), rule(Act::Solo, 2)}, 1, true);
        row("later wins", {rule(Act::Solo, 2), rule(Act::Mute, 0, "D1.*")}, 2, false);
        row("twice the same", {rule(Act::Bias, 1, "all", {}, 1.0), rule(Act::Bias, 1, "all", {}, 2.0)}, 1, true);
        row("a pattern of its own", {rule(Act::Mute, 1, "D1.*,U0.A1.*.ff")}, 1, false);
        row("steps between steps", {rule(Act::Mute, 1, "all", odd)}, 1, false);
        row("text path in some steps", {rule(Act::Mute, 1, "cross_kv", late)}, 1, false);
    }
    void rulesBecomeThePlanAndComeBack() {
        QFETCH(std::vector<RoutingRule>, rules);
        QFETCH(int, kept);
        QFETCH(bool, onSwitches);
        const ActPlan plan = planOfRules(rules, 3, 4, kSteps);
        QCOMPARE(static_cast<int>(plan.rules.size()), kept);
        QCOMPARE(!plan.draft.isNeutral(), onSwitches);
        const RoutingPolicy policy = plan.policy({}, kSteps);
        QVERIFY(policy.rules == rules);
        QCOMPARE(policy.topK, 3);
    }

    void rulesOfOtherExpertsAreLeftOut() {
        const ActPlan plan = planOfRules({rule(Act::Mute, 4), rule(Act::Mute, -1), rule(Act::Mute, 0)}, 0, 4, kSteps);
        QVERIFY(plan.rules.empty());
        QVERIFY(plan.draft.experts[0].mute);
    }

    void whatIsMutedOnRenderIsMutedInTheActPanel() {
        TwoPages two;
        two.run();
        auto* mute = two.switchOnRouting("routing_mute_B_button");
        QVERIFY(!mute->isChecked());
        click(two.switchOnRender("render_routing_mute_B_button"));
        QVERIFY(mute->isChecked());
        QVERIFY(two.at<QPushButton>(two.routing, "routing_rerender_button")->isEnabled());
        QVERIFY(two.at<QLabel>(two.render, "render_policy_label")->text().startsWith(u"Expert control: 1 rule"_s));
        // Changed there, it is changed here, and in what is asked of the engine.
        click(mute);
        QVERIFY(!two.switchOnRender("render_routing_mute_B_button")->isChecked());
        click(two.switchOnRouting("routing_solo_C_button"));
        QVERIFY(two.switchOnRender("render_routing_solo_C_button")->isChecked());
        auto* spin = two.at<QDoubleSpinBox>(two.routing, "routing_bias_A_spin");
        spin->setValue(1.5);
        QVERIFY(two.asked() == (std::vector{rule(Act::Bias, 0, "all", {}, 1.5), rule(Act::Solo, 2)}));
        two.routing.rules().undoStack().undo();
        QVERIFY(two.asked() == std::vector{rule(Act::Solo, 2)});
        click(two.at<QPushButton>(two.render, "render_policy_clear_button"));
        QVERIFY(!two.switchOnRouting("routing_solo_C_button")->isChecked());
        QVERIFY(two.asked().empty());
    }

    void recalledRulesAreInTheActPanel() {
        TwoPages two;
        two.run();
        PictureSettings settings;
        settings.format = "SegMoE Studio";
        settings.prompt = "a blue house";
        settings.topK = 1;
        settings.rules = {rule(Act::Pin, 1, "U0.*"), rule(Act::Mute, 0)};
        Q_EMIT two.navigator.recallWanted(settings, RecallPart::All);
        auto* list = two.at<QListView>(two.routing, "routing_rule_list");
        QCOMPARE(list->model()->rowCount(), 1);
        QVERIFY(list->model()->index(0, 0).data().toString().contains(u"Pin B"_s));
        QVERIFY(two.switchOnRouting("routing_mute_A_button")->isChecked());
        QCOMPARE(two.at<QSpinBox>(two.routing, "routing_force_k_spin")->value(), 1);
        // A kept rule is taken back to the switches and changed there; the one that stood on them is kept instead.
        two.routing.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&two.routing));
        list->setCurrentIndex(list->model()->index(0, 0));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(two.switchOnRouting("routing_pin_B_button")->isChecked());
        QVERIFY(!two.switchOnRouting("routing_mute_A_button")->isChecked());
        click(two.switchOnRouting("routing_pin_B_button"));
        QVERIFY(two.asked() == std::vector{rule(Act::Mute, 0)});
        list->setCurrentIndex(list->model()->index(0, 0));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(two.asked().empty());
        two.at<QSpinBox>(two.routing, "routing_force_k_spin")->setValue(2);
        QCOMPARE(two.at<QSpinBox>(two.render, "render_k_spin")->value(), 2);
    }

    void pagesAgreeWhicheverCameFirst() {
        TwoPages two;
        click(two.switchOnRender("render_routing_mute_D_button"));
        two.run();
        QVERIFY(two.switchOnRouting("routing_mute_D_button")->isChecked());
        RoutingPage later(two.context);
        later.show();
        QVERIFY(two.at<QToolButton>(later, "routing_mute_D_button")->isChecked());
    }

    void anotherMixtureIsLeftAlone() {
        TwoPages two;
        two.run();
        click(two.switchOnRouting("routing_mute_B_button"));
        auto* note = two.at<QLabel>(two.routing, "routing_act_note_label");
        QVERIFY(!note->isVisible());
        two.render.chooser().choose(kOther);
        QVERIFY(note->isVisible());
        QVERIFY(!two.switchOnRender("render_routing_mute_B_button")->isChecked());
        QVERIFY(two.asked().empty());
        // The capture keeps its switches, and gives none of them away.
        QVERIFY(two.switchOnRouting("routing_mute_B_button")->isChecked());
        click(two.switchOnRouting("routing_mute_C_button"));
        QVERIFY(two.asked().empty());
        two.render.chooser().choose(kMixture);
        QVERIFY(!note->isVisible());
        QVERIFY(!two.switchOnRouting("routing_mute_B_button")->isChecked());
    }

    void editLeadsToACaptureOfTheMixture() {
        TwoPages two;
        two.run();
        two.render.chooser().choose(kOther);
        two.run();
        two.routing.showCapture(two.captures.newest());
        QVERIFY(two.routing.controller().model().capture()->request.model == kOther.toStdString());
        two.render.chooser().choose(kMixture);
        click(two.switchOnRender("render_routing_mute_A_button"));
        two.routing.activateWindow();
        click(two.at<QPushButton>(two.render, "render_policy_edit_button"));
        QVERIFY(two.routing.controller().model().capture()->request.model == kMixture.toStdString());
        QVERIFY(two.switchOnRouting("routing_mute_A_button")->isChecked());
    }

    void editWithoutACaptureSaysWhatToDo() {
        TwoPages two;
        click(two.switchOnRender("render_routing_mute_A_button"));
        QSignalSpy message(&two.navigator, &Navigator::message);
        click(two.at<QPushButton>(two.render, "render_policy_edit_button"));
        QCOMPARE(message.size(), 1);
        QVERIFY(message[0][0].toString().startsWith(u"Render one picture with this mixture first"_s));
    }
};

QTEST_MAIN(ExpertControlTest)
#include "expert_control_test.moc"
