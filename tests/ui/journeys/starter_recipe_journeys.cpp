// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// J9 YAML round trip: what the core reads and writes, through the page's own dialog and files.
#include "tests/ui/journeys/starter_stage.h"
#include "ui/mix/mix_files.h"
#include "ui/mix/mix_page.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::StarterStage;

namespace {

constexpr int kLimit = StarterStage::kLimit;

/// A recipe as SegMoE's own documentation writes them; %1 is a folder.
constexpr const char* kReferenceYaml = R"(base_model: %1/base
num_experts: 3
moe_layers: attn
num_experts_per_tok: 2
type: sd
experts:
  - source_model: %1/flower
    positive_prompt: "a flower, petals: red"
    negative_prompt: "grey"
  - source_model: %1/house
    positive_prompt: "a house"
    negative_prompt: ""
  - source_model: %1/fish
    positive_prompt: "a fish"
    negative_prompt: ""
)";

class StarterRecipeJourneys : public QObject {
    Q_OBJECT

public:
    explicit StarterRecipeJourneys(StarterStage& stage) : m_stage(stage) {}

private:
    StarterStage& m_stage;

    MixPage& page() { return *static_cast<MixPage*>(m_stage.window().pages().page(PageId::Mix)); }
    /// Pastes a text into the import dialog; empty = it takes it, else what it says.
    QString import(const QString& yaml) {
        page().importRecipe();
        auto* dialog = m_stage.find<QDialog>("import_dialog");
        auto* replace = dialog->findChild<QPushButton*>(u"import_dialog_ok_button"_s);
        auto* problem = dialog->findChild<QLabel*>(u"import_dialog_problem_label"_s);
        dialog->findChild<QPlainTextEdit*>(u"import_dialog_text_edit"_s)->setPlainText(yaml);
        if (!QTest::qWaitFor([&] { return replace->isEnabled() || !problem->text().isEmpty(); }, kLimit))
            return u"no answer"_s;
        const bool isTaken = replace->isEnabled();
        const QString said = problem->text();
        QTest::mouseClick(isTaken ? replace : dialog->findChild<QPushButton*>(u"import_dialog_cancel_button"_s),
                          Qt::LeftButton);
        QTest::qWait(0);  // the dialog deletes itself
        return isTaken ? QString() : said;
    }

private Q_SLOTS:
    void j9YamlRoundTrip() {
        m_stage.goTo("mix");
        QCOMPARE(import(QString::fromLatin1(kReferenceYaml).arg(m_stage.bench.facts.starterFolder)), QString());
        const MixRecipe imported = page().document().recipe();
        QCOMPARE(imported.experts.size(), std::size_t{3});
        QCOMPARE(imported.expertsPerToken, 2);
        QCOMPARE(imported.experts[0].positive.at(0).text, std::string("a flower, petals: red"));
        QCOMPARE(imported.experts[0].negative.at(0).text, std::string("grey"));

        const QString file = m_stage.home.filePath(u"exported.yaml"_s);
        QSignalSpy exported(&page().files(), &MixFiles::exported);
        page().exportRecipe();
        auto* files = page().findChild<QFileDialog*>();
        QVERIFY(files);
        Q_EMIT files->fileSelected(file);
        files->close();
        QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, kLimit);

        QTest::mouseClick(m_stage.find("mix_layers_ff_radio"), Qt::LeftButton);
        QVERIFY(page().document().recipe() != imported);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QString yaml = QString::fromUtf8(written.readAll());
        QCOMPARE(import(yaml), QString());
        QVERIFY(page().document().recipe() == imported);

        // The list of experts begins and is nothing.
        QString broken = yaml;
        broken.replace(u"experts:\n"_s, u"experts: [\n"_s);
        QVERIFY(broken != yaml);
        const QString said = import(broken);
        QVERIFY2(QRegularExpression(u"^Line \\d+, column \\d+: "_s).match(said).hasMatch(), qPrintable(said));
        QVERIFY(page().document().recipe() == imported);
    }
};

}  // namespace

namespace segmoe::test {

std::unique_ptr<QObject> recipeJourneys(StarterStage& stage) { return std::make_unique<StarterRecipeJourneys>(stage); }

}  // namespace segmoe::test

#include "starter_recipe_journeys.moc"
