// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// J4 Compose by mouse and J5 Compose by keyboard: the same mixture both ways, with a LoRA on one of its experts.
#include "tests/support/safetensors_bytes.h"
#include "tests/ui/journeys/starter_stage.h"
#include "tests/ui/mix/mix_walk.h"
#include "tests/ui/support/written_file.h"
#include "ui/bridge/library_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/mix_state.h"
#include "ui/mix/yaml_view.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::MixWalk;
using test::StarterStage;

namespace {

constexpr int kLimit = StarterStage::kLimit;

/// What both make, written by hand with the keys of the reference program; %1 is the starter's folder, %2 the LoRA's.
constexpr const char* kGlowing = R"(base_model: %1/base
num_experts: 2
moe_layers: all
num_experts_per_tok: 2
init: hidden
experts:
  - source_model: %1/flower
    positive_prompt: a flower
    negative_prompt: ""
  - source_model: %1/house
    positive_prompt: a house
    negative_prompt: ""
    loras:
      - source_model: %2/glow.safetensors
studio:
  name: lamp
)";

/// A LoRA of rank 1 for one layer of the starter family (32 channels, prompt states of 64).
bool writeLora(const QString& path) {
    constexpr std::string_view kHeader =
        R"({"lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k.lora_down.weight":)"
        R"({"dtype":"F32","shape":[1,64],"data_offsets":[0,256]},)"
        R"("lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k.lora_up.weight":)"
        R"({"dtype":"F32","shape":[32,1],"data_offsets":[256,384]}})";
    const std::vector<float> values(64 + 32, 0.125F);
    const std::string bytes =
        test::safetensorsBytes(kHeader, {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)});
    return test::writeWhole(path, bytes);
}

class StarterComposeJourneys : public QObject {
    Q_OBJECT

public:
    explicit StarterComposeJourneys(StarterStage& stage) : m_stage(stage) {}

private:
    StarterStage& m_stage;
    QTemporaryDir m_models;
    std::unique_ptr<MixWalk> m_walk;
    MixRecipe m_byMouse;

    MixWalk& walk() { return *m_walk; }
    bool cardsCome(int count) {
        return QTest::qWaitFor([&] { return walk().document().cardCount() == count; }, kLimit);
    }
    QWidget* focus() {
        MainWindow* window = &m_stage.window();
        return window->focusWidget() ? window->focusWidget() : window;
    }
    QString focusName() { return focus()->objectName(); }
    /// Presses Tab until this control has the focus.
    bool tabTo(const char* name) {
        walk().activate();
        constexpr int kMostStops = 200;
        for (int stop = 0; stop < kMostStops; ++stop) {
            if (focusName() == QLatin1StringView(name)) return true;
            QTest::keyClick(focus(), Qt::Key_Tab);
        }
        qWarning("Tab does not lead to %s", name);
        return false;
    }
    /// Presses Down until this model is the current one of the list that has the focus.
    bool downTo(QListView& list, const char* name) {
        for (int row = 0; row <= list.model()->rowCount(); ++row) {
            if (list.currentIndex().data().toString() == QLatin1StringView(name)) return true;
            QTest::keyClick(&list, row == 0 ? Qt::Key_Home : Qt::Key_Down);
        }
        qWarning("%s is not in the list", name);
        return false;
    }
    /// Chooses a model in the dialog that is open: by Tab into its list, arrow keys and Enter.
    bool pick(const char* name) {
        auto* dialog = walk().find<QDialog>("model_picker_dialog");
        auto* list = dialog ? dialog->findChild<QListView*>(u"model_picker_dialog_list"_s) : nullptr;
        if (!list) return false;
        dialog->activateWindow();
        if (!QTest::qWaitForWindowActive(dialog)) return false;
        for (int stop = 0; stop < 10 && !list->hasFocus(); ++stop)
            QTest::keyClick(dialog->focusWidget() ? dialog->focusWidget() : dialog, Qt::Key_Tab);
        if (!downTo(*list, name)) return false;
        QTest::keyClick(list, Qt::Key_Return);
        const bool isClosed = !dialog->isVisible();
        QTest::qWait(0);  // it deletes itself
        return isClosed;
    }
    void compareWithGolden(const MixRecipe& composed);

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(writeLora(m_models.filePath(u"glow.safetensors"_s)));
        m_stage.goTo("mix");
        m_walk = std::make_unique<MixWalk>(m_stage.bench);
        m_stage.addModels(m_models.path());
        QTRY_VERIFY_WITH_TIMEOUT(walk().row("glow").isValid() && walk().row("house").isValid(), kLimit);
    }
    void cleanupTestCase() {
        m_stage.bench.client->library().removeRoot(m_models.path());
        QTRY_VERIFY_WITH_TIMEOUT(!walk().row("glow").isValid(), kLimit);
        m_walk.reset();
    }

    void j4ComposeByMouse() {
        QVERIFY(walk().begin());
        QVERIFY(walk().drag("base", "mix_card_base"));
        QTRY_COMPARE_WITH_TIMEOUT(walk().text("mix_arch_badge"), u"Custom"_s, kLimit);
        QVERIFY(walk().drag("flower", "mix_add_tile"));
        QVERIFY(cardsCome(1));
        QVERIFY(walk().drag("house", "mix_add_tile"));
        QVERIFY(cardsCome(2));
        walk().type("mix_A_pos_0_edit", u"a flower"_s);
        walk().type("mix_B_pos_0_edit", u"a house"_s);
        QVERIFY(walk().drag("glow", "mix_card_B"));
        QTRY_COMPARE_WITH_TIMEOUT(walk().document().card(1).spec.loras.size(), std::size_t{1}, kLimit);
        auto* k = walk().find<QSpinBox>("mix_k_spin");
        QTest::mouseClick(k, Qt::LeftButton);
        QTest::keyClick(k, Qt::Key_Down);
        QTest::keyClick(k, Qt::Key_Up);
        QCOMPARE(k->value(), 2);
        walk().click("mix_layers_all_radio");
        QTest::mouseDClick(walk().find("mix_name_edit"), Qt::LeftButton);
        walk().find<QLineEdit>("mix_name_edit")->selectAll();
        QTest::keyClicks(walk().find("mix_name_edit"), u"lamp"_s);
        QVERIFY(walk().document().undoStack().count() >= 8);
        m_byMouse = walk().document().recipe();
        compareWithGolden(m_byMouse);
        if (QTest::currentTestFailed()) return;

        QTRY_VERIFY2_WITH_TIMEOUT(walk().find("mix_build_button")->isEnabled(), qPrintable(walk().problem()), kLimit);
        QVERIFY2(walk().build(), qPrintable(walk().problem()));
        QVERIFY(!walk().check("C15"));  // all of the LoRA has its place
        walk().showSide(1);
        QTRY_VERIFY_WITH_TIMEOUT(walk().find("mix_forecast_verdict_label")->isVisible(), kLimit);
        QTRY_VERIFY2_WITH_TIMEOUT(walk().text("mix_forecast_verdict_label").contains(u"fits"_s),
                                  qPrintable(walk().text("mix_forecast_verdict_label")), kLimit);
        walk().showSide(0);
    }

    void j5ComposeByKeyboard() {
        QVERIFY2(!m_byMouse.experts.empty(), "nothing to compare with: J4 has failed");
        QVERIFY(walk().begin());
        QVERIFY(tabTo("mix_source_list"));
        auto* list = walk().find<QListView>("mix_source_list");
        QVERIFY(downTo(*list, "base"));
        QTest::keyClick(list, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(walk().text("mix_arch_badge"), u"Custom"_s, kLimit);
        QVERIFY(downTo(*list, "flower"));
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), u"mix_A_pos_0_edit"_s, kLimit);  // ready to be written in
        QTest::keyClicks(focus(), u"a flower"_s);
        walk().key(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(pick("house"));
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), u"mix_B_pos_0_edit"_s, kLimit);
        QTest::keyClicks(focus(), u"a house"_s);
        QVERIFY(tabTo("mix_B_lora_add_button"));
        QTest::keyClick(focus(), Qt::Key_Space);
        QVERIFY(pick("glow"));
        QTRY_COMPARE_WITH_TIMEOUT(walk().document().card(1).spec.loras.size(), std::size_t{1}, kLimit);
        QVERIFY(tabTo("mix_layers_attn_radio"));
        for (int step = 0; step < 2; ++step) QTest::keyClick(focus(), Qt::Key_Right);
        QCOMPARE(walk().document().recipe().layers, MoeLayers::All);
        QVERIFY(tabTo("mix_k_spin"));
        QTest::keyClick(focus(), Qt::Key_Down);
        QTest::keyClick(focus(), Qt::Key_Up);
        QVERIFY(tabTo("mix_name_edit"));
        QTest::keyClick(focus(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(focus(), u"lamp"_s);
        QCOMPARE(recipeHash(walk().document().recipe()).toHex(), recipeHash(m_byMouse).toHex());
        QVERIFY(walk().document().recipe() == m_byMouse);

        QTRY_VERIFY2_WITH_TIMEOUT(walk().find("mix_build_button")->isEnabled(), qPrintable(walk().problem()), kLimit);
        walk().key(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(walk().idle() && walk().state() == u"built"_s, kLimit);
        QVERIFY(walk().begin());
    }
};

void StarterComposeJourneys::compareWithGolden(const MixRecipe& composed) {
    auto* yaml = walk().page().findChild<YamlView*>();
    QVERIFY(yaml);
    QTRY_VERIFY_WITH_TIMEOUT(yaml->yaml().contains(u"lamp"_s), kLimit);
    const QString golden = QString::fromLatin1(kGlowing).arg(m_stage.bench.facts.starterFolder, m_models.path());
    for (const QString& text : {golden, yaml->yaml()}) {
        std::optional<RecipeText> read;
        walk().page().files().examineText(text, pathText(composed.folder),
                                          [&](const RecipeText& answer) { read = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(read.has_value(), kLimit);
        QVERIFY2(read->mistakes.empty() && read->recipe == composed, qPrintable(text));
    }
}

}  // namespace

namespace segmoe::test {

std::unique_ptr<QObject> composeJourneys(StarterStage& stage) {
    return std::make_unique<StarterComposeJourneys>(stage);
}

}  // namespace segmoe::test

#include "starter_compose_journeys.moc"
