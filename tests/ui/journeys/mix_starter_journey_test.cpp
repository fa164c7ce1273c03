// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Longer than J4 (starter_compose_journeys), on the real engine with the starter family: a mixture is composed by drag,
// key and typing, built, asked, given another gate prompt, rendered without being saved, saved and read back.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/mix/mix_walk.h"
#include "tests/ui/support/heartbeat.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/yaml_view.h"
#include "ui/render/render_page.h"
#include "ui/render/result_pane.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::MixWalk;
using test::StudioBench;

namespace {

constexpr int kLimit = StudioBench::kLimit;

/// What compose() makes, written by hand with the keys of the reference program; %1 is the starter's folder.
constexpr const char* kMeadow = R"(base_model: %1/base
num_experts: 3
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
  - source_model: %1/fish
    positive_prompt: a fish
    negative_prompt: ""
studio:
  name: meadow
)";

}  // namespace

class MixStarterJourneyTest : public QObject {
    Q_OBJECT

    std::unique_ptr<StudioBench> m_bench;
    std::unique_ptr<MixWalk> m_walk;
    WorkReport m_last;  ///< of the engine's latest job
    RenderedImage m_unsaved;

    template <class T = QWidget>
    T* find(const char* name) {
        return m_bench->find<T>(name);
    }
    MixPage& page() { return m_walk->page(); }
    RenderPage& renderPage() { return m_bench->window->renderPage(); }

    bool drag(const char* name, const char* target) { return m_walk->drag(name, target); }
    void type(const char* edit, const QString& words) { m_walk->type(edit, words); }
    QModelIndex row(const char* name) { return m_walk->row(name); }
    QString state() { return m_walk->state(); }
    QString problem() { return m_walk->problem(); }
    bool idle() { return m_walk->idle(); }

    /// A recipe as the core reads it; without experts when it finds something wrong.
    MixRecipe read(const QString& yaml) {
        std::optional<RecipeText> text;
        page().files().examineText(yaml, m_bench->facts.starterFolder,
                                   [&](const RecipeText& answer) { text = answer; });
        if (!QTest::qWaitFor([&] { return text.has_value(); }, kLimit) || !text->mistakes.empty()) return {};
        return text->recipe;
    }

    void compose();
    void compareWithGolden();
    void build();
    void renderUnsaved();
    void saveAndReadBack();

private Q_SLOTS:
    void initTestCase() {
        m_bench = std::make_unique<StudioBench>();
        QVERIFY(m_bench->start());
        m_walk = std::make_unique<MixWalk>(*m_bench);
        QVERIFY(!m_bench->facts.starterFolder.isEmpty());
        connect(m_bench->client.get(), &EngineClient::workFinished, this,
                [this](JobId, const WorkReport& report) { m_last = report; });
        QTest::mouseClick(find("nav_mix_button"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(row("fish").isValid(), kLimit);
    }
    void cleanupTestCase() {
        m_walk.reset();
        m_bench.reset();
    }

    void j4_threeExpertsFromFilesToASavedMixture() {
        compose();
        if (!QTest::currentTestFailed()) compareWithGolden();
        if (!QTest::currentTestFailed()) build();
        if (!QTest::currentTestFailed()) renderUnsaved();
        if (!QTest::currentTestFailed()) saveAndReadBack();
    }
};

void MixStarterJourneyTest::compose() {
    QVERIFY(drag("base", "mix_card_base"));
    QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>("mix_arch_badge")->text(), u"Custom"_s, kLimit);
    auto* list = find<QListView>("mix_source_list");
    for (const char* expert : {"flower", "house"}) {
        const int before = page().document().cardCount();
        list->setCurrentIndex(row(expert));
        list->scrollTo(row(expert));
        const QPoint centre = list->visualRect(row(expert)).center();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, centre);
        QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, centre);
        QTRY_COMPARE_WITH_TIMEOUT(page().document().cardCount(), before + 1, kLimit);
    }
    list->setCurrentIndex(row("fish"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page().document().cardCount(), 3, kLimit);
    type("mix_A_pos_0_edit", u"a flower"_s);
    type("mix_B_pos_0_edit", u"a house"_s);
    type("mix_C_pos_0_edit", u"a fish"_s);
    find<QSpinBox>("mix_k_spin")->setValue(2);
    QTest::mouseClick(find("mix_layers_all_radio"), Qt::LeftButton);
    find<QLineEdit>("mix_name_edit")->setFocus();
    find<QLineEdit>("mix_name_edit")->selectAll();
    QTest::keyClicks(find("mix_name_edit"), u"meadow"_s);
    QVERIFY2(find("mix_build_button")->isEnabled(), qPrintable(problem()));
    QCOMPARE(page().document().recipe().experts.size(), 3U);
    QCOMPARE(page().document().recipe().name, std::string("meadow"));
}

void MixStarterJourneyTest::compareWithGolden() {
    auto* yaml = page().findChild<YamlView*>();
    QVERIFY(yaml);
    QTRY_VERIFY_WITH_TIMEOUT(yaml->yaml().contains(u"meadow"_s), kLimit);
    const MixRecipe golden = read(QString::fromLatin1(kMeadow).arg(m_bench->facts.starterFolder));
    QCOMPARE(golden.experts.size(), 3U);
    QVERIFY2(read(yaml->yaml()) == golden, qPrintable(yaml->yaml()));
    QVERIFY(page().document().undoStack().count() >= 8);
}

void MixStarterJourneyTest::build() {
    Heartbeat heart;
    QTest::mouseClick(find("mix_build_button"), Qt::LeftButton);
    QCOMPARE(state(), u"building"_s);
    QTRY_VERIFY_WITH_TIMEOUT(idle(), kLimit);
    heart.report("build");
    QVERIFY2(state() == u"built"_s, qPrintable(problem()));
    const auto first = std::get<BuildReport>(m_last.result);
    QCOMPARE(first.gates.experts.size(), 3U);
    QVERIFY(first.gates.sites.size() > 4);
    QCOMPARE(first.remembered, 0);
    // The prompt of B's own subject chooses B on the text path, which is exact.
    auto* probe = find<QLineEdit>("mix_probe_edit");
    probe->setFocus();
    QTest::keyClicks(probe, u"a house"_s);
    QTest::keyClick(probe, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("mix_probe_text_label")->text().contains(u"Text path (exact): B"_s), kLimit);
    QTRY_VERIFY_WITH_TIMEOUT(idle(), kLimit);
    // Another word for A: its gates alone are measured anew.
    type("mix_A_pos_0_edit", u"a red flower"_s);
    QCOMPARE(state(), u"gates out of date"_s);
    QCOMPARE(find<QToolButton>("mix_build_button")->text(), u"Update gates"_s);
    QTest::mouseClick(find("mix_build_button"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(idle(), kLimit);
    QVERIFY2(state() == u"built"_s, qPrintable(problem()));
    const auto second = std::get<BuildReport>(m_last.result);
    QCOMPARE(second.remembered, 2);
    qInfo("first build %.2f s, gates of one expert %.2f s", first.seconds, second.seconds);
}

void MixStarterJourneyTest::renderUnsaved() {
    QTest::mouseClick(find("mix_render_button"), Qt::LeftButton);
    QCOMPARE(m_bench->window->pages().current(), PageId::Render);
    find<QPlainTextEdit>("render_prompt_edit")->setPlainText(u"a big blue house on a yellow background"_s);
    find<QSpinBox>("render_steps_spin")->setValue(6);
    QTRY_VERIFY_WITH_TIMEOUT(find("render_start_button")->isEnabled(), kLimit);
    QTest::mouseClick(find("render_start_button"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(idle() && renderPage().result().shown(), kLimit);
    QVERIFY2(!find("render_error_panel")->isVisible(), qPrintable(find<QLabel>("render_error_message_label")->text()));
    m_unsaved = renderPage().result().shown()->image;
    QCOMPARE(m_unsaved.picture.width, 128);
    QCOMPARE(m_unsaved.trace.expertCount(), 3);
    QCOMPARE(m_unsaved.trace.steps, 6);
}

void MixStarterJourneyTest::saveAndReadBack() {
    QTest::mouseClick(find("nav_mix_button"), Qt::LeftButton);
    page().saveMixture();
    auto* dialog = find<QDialog>("save_mixture_dialog");
    QVERIFY(dialog && dialog->isVisible());
    auto* save = find<QPushButton>("save_mixture_dialog_ok_button");
    QVERIFY2(save->isEnabled(), qPrintable(save->toolTip()));
    const QString folder = QDir(find<QLineEdit>("save_mixture_dialog_folder_edit")->text()).filePath(u"meadow"_s);
    auto* preview = find<QCheckBox>("save_mixture_dialog_preview_check");
    QTest::mouseClick(preview, Qt::LeftButton, {}, QPoint(8, preview->height() / 2));
    QVERIFY(preview->isChecked());
    Heartbeat heart;
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(idle(), kLimit);
    heart.report("merge");
    QVERIFY2(!find("save_mixture_dialog_problem_label")->isVisible(),
             qPrintable(find<QLabel>("save_mixture_dialog_problem_label")->text()));
    const auto report = std::get<MixReport>(m_last.result);
    QVERIFY(report.bytesWritten > 1'000'000);
    QVERIFY(QFileInfo::exists(folder + u"/model_index.json"_s));
    // It shows the picture that the same mixture made before it was saved.
    QCOMPARE(QImage(folder + u"/preview.png"_s).convertToFormat(QImage::Format_RGB888),
             toImage(m_unsaved.picture).convertToFormat(QImage::Format_RGB888));
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(folder + u".yaml"_s), kLimit);
    QTest::mouseClick(find("save_mixture_dialog_cancel_button"), Qt::LeftButton);
    // Read back as a document …
    const MixRecipe composed = page().document().recipe();
    QSignalSpy opened(&page().files(), &MixFiles::opened);
    page().openFile(folder);
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kLimit);
    const MixRecipe read = page().document().recipe();
    QCOMPARE(read.experts.size(), 3U);
    QCOMPARE(read.expertsPerToken, 2);
    for (std::size_t e = 0; e < 3; ++e) QVERIFY(read.experts[e].positive == composed.experts[e].positive);
    // … and as a model: the same picture as before it was saved, from the same request.
    RenderRequest request = renderPage().result().shown()->request;
    request.recipe = nullptr;
    request.model = folder.toStdString();
    m_bench->window->queue().add(RenderWork{request});
    QTRY_VERIFY_WITH_TIMEOUT(idle(), kLimit);
    QVERIFY2(m_last.outcome == RenderOutcome::Done, m_last.failure.message.c_str());
    const Picture again = std::get<RenderResult>(m_last.result).images.at(0).picture;
    QCOMPARE(again.rgb.size(), m_unsaved.picture.rgb.size());
    int most = 0;
    for (std::size_t i = 0; i < again.rgb.size(); ++i)
        most = std::max(most, std::abs(int{again.rgb[i]} - int{m_unsaved.picture.rgb[i]}));
    QVERIFY2(most <= 2, qPrintable(u"largest difference %1 of 255"_s.arg(most)));
}

QTEST_MAIN(MixStarterJourneyTest)
#include "mix_starter_journey_test.moc"
