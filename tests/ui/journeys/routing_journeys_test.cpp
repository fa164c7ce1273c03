// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// J10 Inspect, J11 Act, J12 k = 1 honesty (ui.md §16), with real widgets on a scripted engine; they run on the real one
// too (starter_routing_journeys), and so does J22 (exchange_journey_test).
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/routing/routing_stage.h"
#include "tests/ui/routing/routing_walk.h"
#include "ui/routing/act_panel.h"
#include "ui/routing/export_menu.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

class RoutingJourneys : public QObject {
    Q_OBJECT

    std::unique_ptr<RoutingStage> m_stage;

    RoutingPage& page() { return m_stage->page; }

private Q_SLOTS:
    void init() {
        m_stage = std::make_unique<RoutingStage>();
        m_stage->open();
    }

    void j10Inspect() {
        m_stage->render(RoutingStage::spec(2));
        RoutingWalk walk(page());
        walk.toStep(2);
        QCOMPARE(page().controller().selection().step, 2);
        walk.clickBlock(7);
        QCOMPARE(page().controller().selection().blocks, std::vector<int>{7});
        page().charts().show(ChartTabs::Place);
        walk.clickPlace(0.55, 0.3);
        QVERIFY(page().controller().selection().place.has_value());
        walk.key(Qt::Key_2);  // expert B
        walk.key(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(m_stage->find("routing_place_table")->isVisible());
        QVERIFY2(walk.tableError(2, 7) < 1e-3, qPrintable(QString::number(walk.tableError(2, 7))));

        const QString block = page().controller().model().layout().blocks[7].label;
        const QString caption = page().charts().current().frame().caption();
        QVERIFY2(caption.contains(block) && caption.contains(u"step 3 of 8"_s), qPrintable(caption));
        QTRY_VERIFY(m_stage->find<QLabel>("routing_overlay_label")->text().contains(block));
    }

    void j11Act() {
        m_stage->render(RoutingStage::spec(2));
        RoutingWalk walk(page());
        page().controller().setBlocks({0, 1, 2});
        walk.restrictRules();
        walk.click("routing_mute_B_button");
        walk.key(Qt::Key_R, Qt::ControlModifier);
        const RoutingPolicy& sent = m_stage->client.requests.back().routing;
        QCOMPARE(sent.rules.size(), std::size_t{1});
        QVERIFY(sent.rules[0].sites.matches(page().controller().model().trace().sites[1]));
        sample::CaptureSpec muted = RoutingStage::spec(2);
        muted.muted = 1;
        RenderedImage after = sample::captured(muted);
        for (std::size_t i = 0; i < after.picture.rgb.size(); i += 2) after.picture.rgb[i] ^= 0x20;
        m_stage->answer(after);

        QVERIFY(page().imageArea().isCompareShown());
        page().imageArea().compareView().setPosition(0.5);
        QCOMPARE(page().imageArea().compareView().position(), 0.5);
        QVERIFY(walk.largestDifference() > 0);
        const ExpertLoad load = expertLoad(page().controller().model(), {.blocks = {0, 1, 2}});
        QCOMPARE(load.weight[1], 0.0);
        QSignalSpy kept(&m_stage->navigator, &Navigator::mixPolicyWanted);
        walk.click("routing_keep_button");
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept[0][0].value<RoutingPolicy>().rules.size(), std::size_t{1});
    }

    void j12OneActiveExpertIsSaid() {
        m_stage->render(RoutingStage::spec(1));
        QVERIFY(page().controller().selection().value == ValueKind::Preferred);
        QVERIFY(m_stage->find<QPushButton>("routing_value_preferred_radio")->isChecked());
        page().controller().selectBlock(3, false);
        RoutingWalk(page()).click("routing_value_applied_radio");
        auto* caption = m_stage->find<QLabel>("routing_overlay_label");
        QTRY_COMPARE(caption->text(),
                     u"With one active expert the applied weight is the same everywhere. Preferred shows what each "
                     u"place would have picked."_s);
        const std::vector<int>& winners = page().imageArea().view().overlay().winners;
        QVERIFY(std::ranges::all_of(winners, [&](int winner) { return winner == winners.front(); }) ||
                page().controller().selection().step < 0);
    }

    void everyFormatIsWritten() {
        m_stage->render(RoutingStage::spec(2));
        page().controller().setPlace(QRectF(0.5, 0.5, 0.0625, 0.0625));
        QTemporaryDir folder;
        QSignalSpy written(&page().exports(), &ExportMenu::written);
        const std::pair<ExportMenu::Format, const char*> formats[] = {{ExportMenu::Format::ChartPng, "chart.png"},
                                                                      {ExportMenu::Format::ChartPdf, "chart.pdf"},
                                                                      {ExportMenu::Format::PlaceCsv, "place.csv"},
                                                                      {ExportMenu::Format::Json, "summary.json"},
                                                                      {ExportMenu::Format::Html, "report.html"}};
        for (const auto& [format, name] : formats) page().exports().write(format, folder.filePath(QLatin1String(name)));
        QTRY_COMPARE(written.size(), 5);
        const auto bytes = [&](const char* name) {
            QFile file(folder.filePath(QLatin1String(name)));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(bytes("chart.pdf").startsWith("%PDF"));
        QVERIFY(QImage::fromData(bytes("chart.png")).width() >= 1000);
        QCOMPARE(QJsonDocument::fromJson(bytes("summary.json")).object()["k"_L1].toInt(), 2);
        QCOMPARE(bytes("place.csv").count('\n'), 1 + 45 * 8 * 2 * 4);
        const QByteArray html = bytes("report.html");
        QVERIFY(html.contains("data:image/png;base64,") && !html.contains("<script") && !html.contains("http"));
        QSignalSpy failed(&page().exports(), &ExportMenu::failed);
        page().exports().write(ExportMenu::Format::Json, folder.filePath(u"no/such/folder.json"_s));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(m_stage->find("routing_notice_label")->isVisible());
    }
};

QTEST_MAIN(RoutingJourneys)
#include "routing_journeys_test.moc"
