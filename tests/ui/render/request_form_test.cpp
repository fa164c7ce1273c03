// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/request_form.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/bridge/sample_data.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

class RequestFormTest : public QObject {
    Q_OBJECT

    template <class T>
    static T* find(RequestForm& form, const char* name) {
        T* child = form.findChild<T*>(QLatin1String(name));
        if (!child) qFatal("%s is missing", name);
        return child;
    }
    Theme m_theme;

private Q_SLOTS:
    void requestGoesThroughUnchanged() {
        RequestForm form(m_theme);
        form.setModel(sample::mixtureSummary());
        RenderRequest request;
        request.model = "m";
        request.prompt = "a (red:1.2) flower,\nsecond line";
        request.negative = "blurry";
        request.width = 192;
        request.height = 128;
        request.steps = 33;
        request.guidanceScale = 5.5;
        request.seed = 123456789012345678;
        request.images = 3;
        request.sampler = SamplerKind::EulerA;
        request.schedule = ScheduleKind::Karras;
        request.clipSkip = 2;
        request.weightRule = WeightRule::FromEmpty;
        request.routing.topK = 2;
        request.device = "cuda:1";
        request.precision = Precision::Bf16;
        request.tiledDecode = Toggle::On;
        request.guidanceRescale = 0.7;  // has no control: must survive all the same
        request.compat = true;
        form.setRequest(request);
        const RenderRequest out = form.request();
        QCOMPARE(out.model, request.model);
        QCOMPARE(out.prompt, request.prompt);
        QCOMPARE(out.negative, request.negative);
        QCOMPARE(QSize(out.width, out.height), QSize(192, 128));
        QCOMPARE(out.steps, 33);
        QCOMPARE(out.guidanceScale, 5.5);
        QCOMPARE(out.seed, request.seed);
        QCOMPARE(out.images, 3);
        QVERIFY(out.sampler == request.sampler && out.schedule == request.schedule);
        QCOMPARE(out.clipSkip, 2);
        QVERIFY(out.weightRule == request.weightRule && out.precision == request.precision &&
                out.tiledDecode == request.tiledDecode);
        QCOMPARE(out.routing.topK, 2);
        QCOMPARE(out.device, request.device);
        QCOMPARE(out.guidanceRescale, 0.7);
        QVERIFY(out.compat);
        out.validate();
    }
    void anUntouchedNegativeStaysAbsent() {
        RequestForm form(m_theme);
        QVERIFY(!form.request().negative.has_value());
        find<QPlainTextEdit>(form, "render_negative_edit")->setPlainText(u"blurry"_s);
        QCOMPARE(form.request().negative, std::optional<std::string>("blurry"));
    }
    void negativeHasNoEffectAtGuidanceOne() {
        RequestForm form(m_theme);
        form.show();
        auto* guidance = find<QDoubleSpinBox>(form, "render_cfg_spin");
        auto* negative = find<QPlainTextEdit>(form, "render_negative_edit");
        guidance->setValue(1.0);
        QVERIFY(!negative->isEnabled());
        QVERIFY(find<QLabel>(form, "render_negative_hint_label")->isVisible());
        guidance->setValue(1.5);
        QVERIFY(negative->isEnabled());
        QVERIFY(!find<QLabel>(form, "render_negative_hint_label")->isVisible());
    }
    void recommendationsFollowTheModelUnlessEdited() {
        RequestForm form(m_theme);
        ModelSummary first = sample::mixtureSummary();
        first.recommendedSteps = 20;
        form.setModel(first);
        QCOMPARE(form.request().steps, 20);
        ModelSummary second = first;
        second.recommendedSteps = 25;
        second.nativeSize = 1024;
        second.architecture.family = ModelFamily::Sdxl;
        form.setModel(second);
        QCOMPARE(form.request().steps, 25);
        QCOMPARE(QSize(form.request().width, form.request().height), QSize(1024, 1024));
        find<QSpinBox>(form, "render_steps_spin")->setValue(40);
        form.setModel(first);
        QCOMPARE(form.request().steps, 40);
        form.useRecommended();
        QCOMPARE(form.request().steps, 20);
    }
    void aBucketMovesToTheSameAspect() {
        RequestForm form(m_theme);
        ModelSummary small = sample::mixtureSummary();
        small.nativeSize = 512;
        form.setModel(small);
        RenderRequest request = form.request();
        request.width = 512;
        request.height = 768;
        form.setRequest(request);
        ModelSummary large = small;
        large.nativeSize = 1024;
        large.architecture.family = ModelFamily::Sdxl;
        form.setModel(large);
        QCOMPARE(QSize(form.request().width, form.request().height), QSize(832, 1216));
    }
    void impossibleNoiseIsNotOffered() {
        RequestForm form(m_theme);
        auto* sampler = find<QComboBox>(form, "render_sampler_combo");
        auto* schedule = find<QComboBox>(form, "render_schedule_combo");
        schedule->setCurrentIndex(schedule->findData(static_cast<int>(ScheduleKind::Karras)));
        sampler->setCurrentIndex(sampler->findData(static_cast<int>(SamplerKind::Lcm)));
        QVERIFY(isPossible(form.request().sampler, form.request().schedule));
    }
    void seedButtons() {
        RequestForm form(m_theme);
        auto* last = find<QToolButton>(form, "render_seed_last_button");
        QVERIFY(!last->isEnabled());
        form.setLastSeed(77);
        last->click();
        QCOMPARE(form.request().seed, std::int64_t{77});
        find<QToolButton>(form, "render_seed_dice_button")->click();
        QCOMPARE(form.request().seed, std::int64_t{-1});
    }
    void weightKeysWorkInThePromptBox() {
        RequestForm form(m_theme);
        auto* prompt = find<QPlainTextEdit>(form, "render_prompt_edit");
        prompt->setPlainText(u"a red flower"_s);
        QTextCursor cursor = prompt->textCursor();
        cursor.setPosition(4);
        prompt->setTextCursor(cursor);
        QTest::keyClick(prompt, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(prompt->toPlainText(), u"a (red:1.1) flower"_s);
        QTest::keyClick(prompt, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(prompt->toPlainText(), u"a (red:1.09) flower"_s);
        prompt->undo();
        prompt->undo();
        QCOMPARE(prompt->toPlainText(), u"a red flower"_s);
    }
};

QTEST_MAIN(RequestFormTest)
#include "request_form_test.moc"
