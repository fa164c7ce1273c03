// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/mix_page.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/mix/mix_bench.h"
#include "ui/bridge/model_words.h"
#include "ui/mix/block_strip.h"
#include "ui/mix/yaml_lines.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::MixBench;

class MixPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyMixLeadsOn() {
        MixBench bench;
        QVERIFY(bench.find<QWidget>("mix_empty_state")->isVisible());
        QVERIFY(!bench.find<QToolButton>("mix_build_button")->isEnabled());
        QCOMPARE(bench.find<QToolButton>("mix_build_button")->toolTip(), u"Choose a base model."_s);
        bench.document().setBase(MixBench::path("base"));
        QVERIFY(!bench.find<QWidget>("mix_empty_state")->isVisible());
    }

    void cardsShowTheDocument() {
        MixBench bench;
        bench.fill();
        QCOMPARE(bench.find<QLineEdit>("mix_A_alias_edit")->text(), u"dream"_s);
        QCOMPARE(bench.find<QPlainTextEdit>("mix_B_pos_0_edit")->toPlainText(), u"ink drawing"_s);
        QCOMPARE(bench.find<QLabel>("mix_A_arch_badge")->text(), u"SDXL"_s);
        QVERIFY(!bench.find<QDoubleSpinBox>("mix_A_pos_0_weight_spin")->isVisible());
        bench.document().addPrompt({0, PromptSide::Positive, 1}, {"mist", 0.5});
        bench.settle();
        QVERIFY(bench.find<QDoubleSpinBox>("mix_A_pos_1_weight_spin")->isVisible());
        QCOMPARE(bench.find<QDoubleSpinBox>("mix_A_pos_1_weight_spin")->value(), 0.5);
        bench.document().undoStack().undo();
        QVERIFY(!bench.page->findChild<QWidget*>(u"mix_A_pos_1_edit"_s));
        QCOMPARE(bench.find<QLabel>("mix_arch_badge")->text(), u"SDXL"_s);
        QVERIFY(bench.find<QToolButton>("mix_build_button")->isEnabled());
    }

    void otherPagesKnowWhereALoraFits() {
        MixBench bench;
        QVERIFY(bench.navigator.mixCards().isEmpty());
        bench.fill();
        QCOMPARE(bench.navigator.mixCards(), (QStringList{u"Base: base"_s, u"A: dream"_s, u"B: ink"_s}));
        bench.document().removeExpert(1);
        bench.settle();
        QCOMPARE(bench.navigator.mixCards().size(), 2);
    }

    void promptsByKey() {
        MixBench bench;
        bench.fill();
        auto* edit = bench.find<QPlainTextEdit>("mix_A_pos_0_edit");
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(bench.document().card(0).spec.positive.size(), 2U);
        auto* second = bench.find<QPlainTextEdit>("mix_A_pos_1_edit");
        QTest::keyClicks(second, u"mist"_s);
        QTest::keyClick(second, Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(bench.document().card(0).spec.positive[1].weight, 0.95);
        for (int i = 0; i < 4; ++i) QTest::keyClick(second, Qt::Key_Backspace);
        QCOMPARE(bench.document().card(0).spec.positive.size(), 2U);
        QTest::keyClick(second, Qt::Key_Backspace);
        QCOMPARE(bench.document().card(0).spec.positive.size(), 1U);
    }

    void twoExpertsStayOn() {
        MixBench bench;
        bench.fill();
        QVERIFY(!bench.find<QCheckBox>("mix_A_enable_check")->isEnabled());
        bench.document().addExpert(MixBench::path("photo"));
        bench.settle();
        bench.find<QCheckBox>("mix_A_enable_check")->click();
        QVERIFY(!bench.document().card(0).enabled);
        QCOMPARE(bench.document().recipe().experts.size(), 2U);
    }

    void blocksByMouseAndKey() {
        MixBench bench;
        bench.fill();
        auto* strip = bench.find<BlockStrip>("mix_block_strip");
        QCOMPARE(strip->blocks().size(), 16U);
        QTest::mouseClick(strip, Qt::LeftButton, {}, strip->cellRect(5).center());
        QCOMPARE(bench.document().state().head.leftOut, (std::vector<std::string>{"D2.A0.T1"}));
        QTest::mouseClick(strip, Qt::LeftButton, Qt::ShiftModifier, strip->cellRect(7).center());
        QCOMPARE(bench.document().state().head.leftOut.size(), 3U);
        QCOMPARE(bench.find<QLabel>("mix_block_count_label")->text(), u"13 of 16 blocks mixed"_s);
        QCOMPARE(bench.find<QLabel>("mix_compat_label")->text(), u"Studio only"_s);
        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_A, Qt::ControlModifier);
        QVERIFY(bench.document().state().head.leftOut.empty());
        QTest::keyClick(strip, Qt::Key_Home);
        QTest::keyClick(strip, Qt::Key_Space);
        QCOMPARE(bench.document().state().head.leftOut, (std::vector<std::string>{"D1.A0.T0"}));
        QTest::mouseClick(strip, Qt::LeftButton, {}, strip->stageRect("U0").center());
        QCOMPARE(bench.document().state().head.leftOut.size(), 5U);
        bench.find<QComboBox>("mix_block_preset_combo");
    }

    void optionsReachTheRecipe() {
        MixBench bench;
        bench.fill();
        bench.find<QPushButton>("mix_layers_all_radio")->click();
        QVERIFY(bench.document().state().head.layers == MoeLayers::All);
        auto* method = bench.find<QComboBox>("mix_gate_method_combo");
        method->setCurrentIndex(method->findData(int(GateMethod::Text)));
        Q_EMIT method->activated(method->currentIndex());
        QVERIFY(bench.document().state().head.gates == GateMethod::Text);
        bench.find<QCheckBox>("mix_compat_check")->click();
        QVERIFY(bench.document().state().head.compat);
        auto* select = bench.find<QComboBox>("mix_select_combo");
        select->setCurrentIndex(1);
        Q_EMIT select->activated(1);
        QVERIFY(bench.document().state().head.routing.group == RoutingGroup::Image);
        for (int i = 0; i < 4; ++i) bench.document().undoStack().undo();
        QVERIFY(bench.document().state().head.layers == MoeLayers::Attention);
    }

    void eachLoraOfTheBaseGoesItsOwnWay() {
        MixBench bench;
        bench.fill();
        QVERIFY(bench.drop(bench.centre("mix_card_base"), *bench.models({"glow"})));
        QVERIFY(bench.drop(bench.centre("mix_card_base"), *bench.models({"glow"})));
        QVERIFY(bench.drop(bench.centre("mix_card_B"), *bench.models({"glow"})));
        auto* first = bench.find<QComboBox>("mix_base_lora_0_apply_combo");
        auto* second = bench.find<QComboBox>("mix_base_lora_1_apply_combo");
        QVERIFY(first->isVisible() && second->isVisible());
        QVERIFY(!bench.page->findChild<QComboBox*>(u"mix_B_lora_0_apply_combo"_s));  // an expert's acts on that expert
        QCOMPARE(first->currentText(), u"All"_s);
        second->setFocus();
        QTest::keyClick(second, Qt::Key_Up);
        bench.settle();
        const auto target = [&](std::size_t i) { return bench.document().state().head.loras[i].target; };
        QVERIFY(target(0) == LoraTarget::All && target(1) == LoraTarget::Experts);
        QTest::keyClick(first, Qt::Key_Home);
        bench.settle();
        QVERIFY(target(0) == LoraTarget::Base && target(1) == LoraTarget::Experts);
        QCOMPARE(first->currentText(), u"Base only"_s);
        bench.document().setCompat(true);  // the reference program has no choice
        QVERIFY(!second->isEnabled());
        QCOMPARE(second->currentText(), u"Base only"_s);
        for (int i = 0; i < 2; ++i) bench.document().undoStack().undo();
        QVERIFY(target(0) == LoraTarget::All && target(1) == LoraTarget::Experts);
        QVERIFY(second->isEnabled());
        QCOMPARE(second->currentText(), u"Experts"_s);
    }

    void dropsOnCards() {
        MixBench bench;
        bench.fill();
        QVERIFY(bench.drop(bench.centre("mix_card_B"), *bench.models({"glow"})));
        QCOMPARE(bench.document().card(1).spec.loras.size(), 1U);
        QVERIFY(bench.find<QWidget>("mix_B_lora_0_strength_spin")->isVisible());
        QVERIFY(bench.drop(bench.centre("mix_card_base"), *bench.models({"photo"})));
        QCOMPARE(bench.document().state().head.base, MixBench::path("photo").toStdString());
        // A prompt row from A to B, moved and copied.
        QMimeData prompt;
        writeGatePrompt(prompt, {bench.document().objectName(), 0, 0});
        QVERIFY(bench.drop(bench.centre("mix_card_B"), prompt, Qt::ControlModifier));
        QCOMPARE(bench.document().card(1).spec.positive.size(), 2U);
        QCOMPARE(bench.document().card(0).spec.positive.size(), 1U);
        // Plain text into B's list.
        QMimeData text;
        text.setText(u"woodcut"_s);
        auto* edit = bench.find<QPlainTextEdit>("mix_B_pos_0_edit");
        QVERIFY(bench.drop(bench.onList(*edit, edit->rect().center()), text));
        QCOMPARE(bench.document().card(1).spec.positive.size(), 3U);
        // Card B before card A.
        QMimeData expert;
        writeExpert(expert, {bench.document().objectName(), 1});
        auto* first = bench.find<QWidget>("mix_card_A");
        QVERIFY(bench.drop(bench.onList(*first, QPoint(50, 4)), expert));
        QCOMPARE(bench.document().card(0).spec.source, MixBench::path("ink").toStdString());
    }

    void anotherArchitectureAsksFirst() {
        MixBench bench;
        bench.fill();
        bench.drop(bench.centre("mix_card_base"), *bench.models({"anime"}));
        auto* box = bench.find<QMessageBox>("mix_base_dialog");
        QVERIFY(box && box->isVisible());
        QVERIFY(bench.document().state().head.base == MixBench::path("base").toStdString());
        bench.find<QPushButton>("mix_base_dialog_ok_button")->click();
        QCOMPARE(bench.document().state().head.base, MixBench::path("anime").toStdString());
        QCOMPARE(bench.document().cardCount(), 0);
        bench.document().undoStack().undo();
        QCOMPARE(bench.document().cardCount(), 2);
    }

    void unknownFilesShowThatTheyAreChecked() {
        MixBench bench;
        bench.fill();
        const int steps = bench.document().undoStack().count();
        bench.client.isHolding = true;
        SourceAnswer answer = bench.client.sources.at(MixBench::path("photo"));
        bench.client.sources[u"/new/file.safetensors"_s] = answer;
        QVERIFY(bench.drop(bench.centre("mix_add_tile"), *bench.files({u"/new/file.safetensors"_s})));
        QCOMPARE(bench.find<QLabel>("mix_checking_label")->text(), u"Checking file…"_s);
        QVERIFY(bench.find<QLabel>("mix_checking_label")->isVisible());
        QCOMPARE(bench.document().undoStack().count(), steps);
        bench.client.release();
        QVERIFY(!bench.find<QLabel>("mix_checking_label")->isVisible());
        QCOMPARE(bench.document().cardCount(), 3);
    }

    void buildingAndItsStates() {
        MixBench bench;
        bench.fill();
        auto* state = bench.find<QLabel>("mix_state_label");
        bench.find<QToolButton>("mix_build_button")->click();
        QCOMPARE(bench.jobs.builds.size(), 1U);
        QCOMPARE(state->text(), u"building"_s);
        Q_EMIT bench.jobs.buildProgressed(0.4, u"Gate of B"_s);
        QVERIFY(bench.find<QProgressBar>("mix_build_progress")->isVisible());
        bench.jobs.finishBuild();
        QCOMPARE(state->text(), u"built"_s);
        bench.document().setPromptText({0, PromptSide::Positive, 0}, u"other"_s);
        QCOMPARE(state->text(), u"gates out of date"_s);
        QCOMPARE(bench.find<QToolButton>("mix_build_button")->text(), u"Update gates"_s);
        bench.document().undoStack().undo();
        QCOMPARE(state->text(), u"built"_s);
        bench.page->build();
        Q_EMIT bench.jobs.buildFailed({ErrorCode::GateFailed, "The gate of expert B could not be measured.", ""});
        QCOMPARE(state->text(), u"build failed"_s);
        QVERIFY(bench.hint().contains(u"expert B"_s));
        bench.page->build();
        bench.find<QToolButton>("mix_build_cancel_button")->click();
        QCOMPARE(bench.jobs.cancelledBuilds, 1);
    }

    void renderHandsOverTheRecipe() {
        MixBench bench;
        bench.fill();
        bench.document().setName(u"coast"_s);
        QSignalSpy wanted(&bench.navigator, &Navigator::mixWanted);
        QSignalSpy page(&bench.navigator, &Navigator::pageWanted);
        bench.find<QPushButton>("mix_render_button")->click();
        QCOMPARE(wanted.size(), 1);
        const auto recipe = wanted[0][0].value<MixRecipe>();
        QCOMPARE(recipe.name, std::string("coast"));
        QCOMPARE(recipe.experts.size(), 2U);
        QCOMPARE(page.size(), 1);
    }

    void predictionsAreShown() {
        MixBench bench;
        bench.fill();
        bench.find<QLineEdit>("mix_probe_edit")->setText(u"a lighthouse"_s);
        bench.find<QPushButton>("mix_probe_button")->click();
        QCOMPARE(bench.jobs.predictions, QStringList{u"a lighthouse"_s});
        Prediction prediction;
        prediction.experts = {"a", "b"};
        prediction.share = {0.9, 0.1};
        prediction.sites = {{"cross_kv", {1, 0}, {0.5, 0.5}}};
        Q_EMIT bench.jobs.predicted(prediction);
        QVERIFY(bench.find<QLabel>("mix_probe_text_label")->text().contains(u"B, A"_s));
        const auto& checks = bench.page->checks();
        QVERIFY(std::ranges::any_of(checks, [](const Check& check) { return check.id == "C11"_L1; }));
        bench.document().setK(1);  // of another mix now
        QVERIFY(std::ranges::none_of(bench.page->checks(), [](const Check& check) { return check.id == "C11"_L1; }));
    }

    void yamlLinesBelongToCards() {
        const QString yaml =
            u"base_model: a\nexperts:\n  - source_model: b\n    loras:\n      - source_model: l\n  - "
            "source_model: c\nstudio:\n  seed: 1\n"_s;
        QCOMPARE(cardsOfLines(yaml), (std::vector<int>{-1, -2, 0, 0, 0, 1, -2, -2, -2}));
        QCOMPARE(comparison(u"a\nb\nc"_s, u"a\nx\nc"_s), u"  a\n− b\n+ x\n  c"_s);
    }

    void theForecastFollows() {
        MixBench bench;
        bench.fill();
        QTRY_VERIFY(bench.find<QLabel>("mix_forecast_verdict_label")->text().contains(u"fits"_s));
        // Base 6.94 GB, its 16 mixed attentions of 40 MB replaced by two experts' each.
        QCOMPARE(bench.find<QLabel>("mix_forecast_disk_label")->text(), byteText(6'940'000'000 + 16 * 40'000'000));
        bench.client.memory->peakBytes = 20'000'000'000;
        bench.document().setLayers(MoeLayers::All);
        QTRY_VERIFY(bench.find<QLabel>("mix_forecast_verdict_label")->text().contains(u"does not fit"_s));
        QCOMPARE(bench.find<QLabel>("mix_forecast_disk_label")->text(), byteText(6'940'000'000 + 16 * 130'000'000));
    }

    void pictureTimeIsWhatRendersTook() {
        MixBench bench;
        bench.fill();
        bench.document().setK(1);
        auto* label = bench.find<QLabel>("mix_forecast_image_label");
        QCOMPARE(label->text(), u"not known yet"_s);
        RenderRequest rendered;  // the base alone at half the steps of the basis
        rendered.model = MixBench::path("base").toStdString();
        rendered.width = rendered.height = 1024;
        rendered.steps = 10;
        rendered.guidanceScale = 7.0;
        for (const double seconds : {30.0, 5.0, 5.0}) bench.page->learnPace(rendered, seconds);  // the first one loads
        QCOMPARE(label->text(), u"about 10 s"_s);
        bench.document().setK(2);  // 16 mixed attentions of 40 MB twice, of 6.94 GB
        QCOMPARE(label->text(), u"about %1 s"_s.arg(qRound(10.0 * (1.0 + 0.64 / 6.94))));
    }

    void thePaceIsRemembered() {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"pace.json"_s);
        RenderPace(file).learn(u"SDXL"_s, 2.0, 5.0);
        QCOMPARE(RenderPace(file).seconds(u"SDXL"_s, 4.0), 10.0);
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{\"SDXL\":[-1,\"x\",0]}");
        damaged.close();
        QCOMPARE(RenderPace(file).seconds(u"SDXL"_s, 4.0), -1.0);
    }

    /// Every remedy that helps is a button, and each of them is one undo step.
    void remediesAct() {
        MixBench bench;
        bench.fill();
        bench.document().addExpert(MixBench::path("photo"));
        bench.document().setLayers(MoeLayers::All);
        bench.document().setK(2);
        bench.client.memoryOf = [](const RenderRequest& request) {
            MemoryForecast forecast;
            forecast.availableBytes = 4'000'000'000;
            forecast.peakBytes = 4'000'000'000 + 500'000'000 * static_cast<int>(request.recipe->experts.size()) +
                                 300'000'000 * request.recipe->expertsPerToken;
            if (request.recipe->layers == MoeLayers::Attention) forecast.peakBytes -= 700'000'000;
            return forecast;
        };
        bench.document().setName(u"heavy"_s);
        const auto remedy = [&bench](const char* name) {
            return bench.page->findChild<QPushButton*>(QLatin1StringView(name));
        };
        for (const char* name : {"mix_remedy_k_button", "mix_remedy_attn_button", "mix_remedy_drop_button"})
            QTRY_VERIFY2(remedy(name), name);
        QTest::qWait(0);
        QVERIFY(!remedy("mix_remedy_half_button"));  // would save nothing here
        const int steps = bench.document().undoStack().count();
        remedy("mix_remedy_drop_button")->click();
        QCOMPARE(bench.document().recipe().experts.size(), 2U);
        QCOMPARE(bench.document().undoStack().count(), steps + 1);
        QTRY_VERIFY(remedy("mix_remedy_attn_button"));
        remedy("mix_remedy_attn_button")->click();
        QVERIFY(bench.document().recipe().layers == MoeLayers::Attention);
        QTRY_VERIFY(remedy("mix_remedy_k_button"));
        remedy("mix_remedy_k_button")->click();
        QCOMPARE(bench.document().recipe().expertsPerToken, 1);
    }

    void everythingHasANameOfItsOwn() {
        MixBench bench;
        bench.fill();
        QSet<QString> names;
        for (const QWidget* widget : bench.page->findChildren<QWidget*>()) {
            const bool isInteractive =
                qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
                qobject_cast<const QComboBox*>(widget) || qobject_cast<const QPlainTextEdit*>(widget) ||
                qobject_cast<const QAbstractSpinBox*>(widget);
            if (!isInteractive || widget->objectName().startsWith(u"qt_"_s) || !widget->isVisibleTo(bench.page.get()) ||
                qobject_cast<const QAbstractSpinBox*>(widget->parent()) ||
                qobject_cast<const QComboBox*>(widget->parent()) || qobject_cast<const QLineEdit*>(widget->parent()) ||
                qobject_cast<const QTabBar*>(widget->parent()) ||
                qobject_cast<const QAbstractItemView*>(widget->parent()))
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            QVERIFY2(!names.contains(widget->objectName()), qPrintable(widget->objectName()));
            names << widget->objectName();
        }
        QVERIFY(names.size() > 40);
    }
};

QTEST_MAIN(MixPageTest)
#include "mix_page_test.moc"
