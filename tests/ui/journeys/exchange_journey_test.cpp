// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// J22 Capture exchange on the real engine: a mixture with an expert from a hub is rendered and its capture exported;
// another profile, which has no such model, opens the file, shows everything, and gets what rendering again takes.
#include <map>

#include "tests/support/standin/folder_files.h"
#include "tests/ui/journeys/starter_stage.h"
#include "tests/ui/mix/mix_walk.h"
#include "tests/ui/routing/routing_walk.h"
#include "tests/ui/support/file_dialog.h"
#include "ui/routing/act_panel.h"
#include "ui/routing/export_menu.h"
#include "ui/routing/token_strip.h"
#include "ui/widgets/expert_palette.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::StarterStage;

namespace {

constexpr int kLimit = StarterStage::kLimit;

/// Three experts, one of them in a repository; %1 is the starter's folder.
constexpr const char* kShore = R"(base_model: %1/base
num_experts: 3
moe_layers: all
num_experts_per_tok: 2
type: sd
experts:
  - source_model: "hf:shore/tulip"
    positive_prompt: "a flower"
    negative_prompt: ""
  - source_model: %1/house
    positive_prompt: "a house"
    negative_prompt: ""
  - source_model: %1/fish
    positive_prompt: "a fish"
    negative_prompt: ""
)";

bool hasColour(const QImage& image, QRgb colour) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) == colour) return true;
    return false;
}

class ExchangeJourneyTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<StarterStage> m_stage;
    int m_decisions = 0;  ///< of the capture: sites × steps × halves

    QString file(const char* name) const { return m_folder.filePath(QLatin1StringView(name)); }
    template <class T = QWidget>
    T* find(const char* name) {
        return m_stage->find<T>(name);
    }
    RoutingPage& page() { return m_stage->routingPage(); }
    /// A profile of its own, with a hub that has the expert.
    void enter() {
        m_stage = std::make_unique<StarterStage>();
        QVERIFY(m_stage->start());
        m_stage->network.addRepo("shore/tulip",
                                 standin::filesOf((m_stage->bench.facts.starterFolder + u"/flower"_s).toStdString()));
    }
    /// Confirms the dialog that says what fetching takes.
    void getMissing();
    void render();
    void exportAs(const char* action, const QString& path);

private Q_SLOTS:
    void cleanup() { m_stage.reset(); }

    void j22_1_aCaptureIsExported() {
        enter();
        if (QTest::currentTestFailed()) return;
        render();
        if (QTest::currentTestFailed()) return;
        exportAs("routing_export_capture_action", file("shore.segroute"));
        exportAs("routing_export_csv_action", file("shore.csv"));
        exportAs("routing_export_overlay_action", file("shore.png"));
        exportAs("routing_export_legend_action", file("legend.png"));
        if (QTest::currentTestFailed()) return;
        const RoutingModel& model = page().controller().model();
        for (int site = 0; site < model.trace().siteCount(); ++site) {
            const SiteDetail* record = model.detailOf(site);
            m_decisions += model.steps() * (record && !record->preferredMean[1].empty() ? 2 : 1);
        }
        const QImage plain(file("shore.png")), explained(file("legend.png"));
        QVERIFY(plain.width() >= 512);
        QCOMPARE(explained.width(), plain.width());
        QVERIFY(explained.height() > plain.height() + 20);
        // Below the picture every expert has its chip.
        for (int expert = 0; expert < model.experts(); ++expert)
            QVERIFY2(hasColour(explained.copy(0, plain.height(), plain.width(), explained.height() - plain.height()),
                               expertLook(expert, m_stage->bench.theme.tokens()).fill.rgb()),
                     qPrintable(QString::number(expert)));
    }

    void j22_2_decisionsSumToOne() {
        QFile csv(file("shore.csv"));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = csv.readAll().trimmed().split('\n');
        const QList<QByteArray> header = lines[0].trimmed().split(',');
        const qsizetype columns = header.size();
        // The title has a comma and is quoted: count from the end.
        const auto fromEnd = [&](const char* column) { return columns - header.indexOf(column); };
        std::map<QByteArray, double> sums;
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const QList<QByteArray> fields = lines[i].trimmed().split(',');
            const auto field = [&](const char* column) { return fields[fields.size() - fromEnd(column)]; };
            sums[field("step") + ' ' + field("site") + ' ' + field("half")] += field("mean_applied").toDouble();
        }
        QVERIFY(m_decisions > 0);
        QCOMPARE(static_cast<int>(sums.size()), m_decisions);
        for (const auto& [decision, sum] : sums)
            QVERIFY2(std::abs(sum - 1.0) < 1e-3,
                     qPrintable(QString::fromLatin1(decision) + u": "_s + QString::number(sum)));
    }

    void j22_3_anotherProfileOpensIt() {
        QVERIFY(QFileInfo::exists(file("shore.segroute")));
        enter();
        if (QTest::currentTestFailed()) return;
        m_stage->goTo("routing");
        QVERIFY(page().controller().model().isEmpty());
        QVERIFY(test::dropOn(page(), page().rect().center(), *test::draggedFiles({file("shore.segroute")})));
        QTRY_VERIFY_WITH_TIMEOUT(!page().controller().model().isEmpty(), kLimit);
        const RoutingModel& model = page().controller().model();
        QVERIFY(model.hasMaps() && model.hasMeans());
        QCOMPARE(model.experts(), 3);
        QCOMPARE(model.k(), 2);

        RoutingWalk walk(page());
        walk.toStep(1);
        walk.clickBlock(2);
        walk.clickPlace(0.4, 0.6);
        QTRY_VERIFY_WITH_TIMEOUT(!page().imageArea().view().overlay().image.isNull(), kLimit);
        for (int chart = ChartTabs::Place; chart < ChartTabs::Change; ++chart) {
            page().charts().show(static_cast<ChartTabs::Chart>(chart));
            PlotFrame& frame = page().charts().current().frame();
            QVERIFY2(!frame.hasReason(), qPrintable(frame.title()));
            QVERIFY2(frame.table().rowCount() > 0, qPrintable(frame.title()));
        }
        QVERIFY(page().strip().frame().table().rowCount() > 0);
        QVERIFY(page().findChild<TokenStrip*>()->frame().table().rowCount() > 0);

        // What it was rendered with is not here.
        walk.click("routing_mute_B_button");
        auto* again = find<QPushButton>("routing_rerender_button");
        QVERIFY(!again->isEnabled());
        QCOMPARE(again->toolTip(), u"Needs shore."_s);
        auto* remedy = find<QPushButton>("routing_remedy_button");
        QVERIFY(remedy->isVisible());
        QCOMPARE(remedy->text(), u"Get missing"_s);
        QTest::mouseClick(remedy, Qt::LeftButton);
        QCOMPARE(find<QTableWidget>("get_missing_table")->rowCount(), 1);
        QCOMPARE(find<QTableWidget>("get_missing_table")->item(0, 0)->text(), u"hf:shore/tulip"_s);
        getMissing();
        if (QTest::currentTestFailed()) return;
        QTRY_VERIFY2_WITH_TIMEOUT(again->isEnabled(), qPrintable(again->toolTip()), kLimit);
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(page().imageArea().isCompareShown(), kLimit);
        QVERIFY(!model.trace().chosen.empty());
        for (const std::int32_t expert : model.trace().chosen) QVERIFY(expert != 1);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->idle(), kLimit);
    }
};

void ExchangeJourneyTest::getMissing() {
    auto* get = find<QPushButton>("get_missing_ok_button");
    QVERIFY(get);
    QTRY_VERIFY_WITH_TIMEOUT(get->isEnabled(), kLimit);
    QTest::mouseClick(get, Qt::LeftButton);
    QTest::qWait(0);  // the dialog deletes itself
}

void ExchangeJourneyTest::render() {
    QFile yaml(file("shore.yaml"));
    QVERIFY(yaml.open(QIODevice::WriteOnly));
    yaml.write(QString::fromLatin1(kShore).arg(m_stage->bench.facts.starterFolder).toUtf8());
    yaml.close();
    m_stage->goTo("mix");
    test::MixWalk walk(m_stage->bench);
    walk.key(Qt::Key_O, Qt::ControlModifier);
    QVERIFY(test::chooseFile(m_stage->window(), yaml.fileName()));
    QTRY_VERIFY_WITH_TIMEOUT(find("mix_missing_bar")->isVisible(), kLimit);
    walk.click("mix_get_missing_button");
    getMissing();
    if (QTest::currentTestFailed()) return;
    QTRY_VERIFY2_WITH_TIMEOUT(find("mix_render_button")->isEnabled(), qPrintable(walk.problem()), kLimit);
    walk.activate();
    walk.click("mix_render_button");
    QCOMPARE(m_stage->window().pages().current(), PageId::Render);
    find<QPlainTextEdit>("render_prompt_edit")->setPlainText(u"a red flower on a blue background"_s);
    m_stage->setNumber("render_steps_spin", 3);
    QVERIFY(m_stage->render());
    walk.key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(page().controller().model().k(), 2, kLimit);
    QTRY_VERIFY_WITH_TIMEOUT(!page().imageArea().view().overlay().image.isNull(), kLimit);
}

void ExchangeJourneyTest::exportAs(const char* action, const QString& path) {
    QSignalSpy written(&page().exports(), &ExportMenu::written);
    find<QAction>(action)->trigger();
    QVERIFY(test::chooseFile(m_stage->window(), path));
    QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, kLimit);
    QVERIFY(QFileInfo(path).size() > 0);
}

}  // namespace

QTEST_MAIN(ExchangeJourneyTest)
#include "exchange_journey_test.moc"
