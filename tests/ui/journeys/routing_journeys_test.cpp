// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// J10 Inspect, J11 Act, J12 k = 1 honesty, J22 Capture exchange (ui.md §16), with real widgets on a scripted engine.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/routing/routing_stage.h"
#include "ui/bridge/qt_convert.h"
#include "ui/routing/act_panel.h"
#include "ui/routing/chart_tabs.h"
#include "ui/routing/export_menu.h"
#include "ui/routing/image_area.h"
#include "ui/routing/layer_strip.h"
#include "ui/routing/routing_chart.h"
#include "ui/routing/routing_image_view.h"
#include "ui/widgets/compare_view.h"
#include "ui/widgets/custom_plot.h"
#include "ui/widgets/expert_palette.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

sample::CaptureSpec spec(int k) {
    sample::CaptureSpec made = sample::starterCapture();
    made.k = k;
    made.steps = 8;
    return made;
}

double cell(PlotTableModel& model, int row, int column) {
    return model.index(row, column).data(Qt::EditRole).toDouble();
}

}  // namespace

class RoutingJourneys : public QObject {
    Q_OBJECT

    std::unique_ptr<RoutingStage> m_stage;

    RoutingPage& page() { return m_stage->page; }
    void click(const char* name) { QTest::mouseClick(m_stage->find(name), Qt::LeftButton); }
    QPoint onPicture(double x, double y) {
        const QRectF area = page().imageArea().view().target();
        return QPointF(area.left() + area.width() * x, area.top() + area.height() * y).toPoint();
    }

private Q_SLOTS:
    void init() {
        QLocale::setDefault(QLocale::c());
        m_stage = std::make_unique<RoutingStage>();
        QVERIFY(QTest::qWaitForWindowExposed(&page()));
        page().activateWindow();
        page().setFocus();
    }

    void j10Inspect() {
        m_stage->render(spec(2));
        // Step 3 by the keyboard.
        QTest::keyClick(&page(), Qt::Key_Home);
        QTest::keyClick(&page(), Qt::Key_Right);
        QTest::keyClick(&page(), Qt::Key_Right);
        QCOMPARE(page().controller().selection().step, 2);
        // Block 7 of the strip, by the mouse.
        auto* strip = m_stage->find<QCustomPlot>("routing_strip_plot");
        strip->replot();
        QCPAxisRect* row = strip->axisRects().first();
        const QPoint seventh(static_cast<int>(row->axis(QCPAxis::atBottom)->coordToPixel(7)), row->center().y());
        QTest::mouseClick(strip, Qt::LeftButton, {}, seventh);
        QCOMPARE(page().controller().selection().blocks, std::vector<int>{7});
        // A place of the picture.
        page().charts().show(ChartTabs::Place);
        QTest::mouseClick(&page().imageArea().view(), Qt::LeftButton, {}, onPicture(0.55, 0.3));
        QVERIFY(page().controller().selection().place.has_value());
        // Expert B, then the numbers as a table.
        page().setFocus();
        QTest::keyClick(&page(), Qt::Key_2);
        QTest::keyClick(&page(), Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(m_stage->find("routing_place_table")->isVisible());

        const RoutingModel& model = page().controller().model();
        const int site = model.layout().siteOf(7, SiteKind::SelfAttention);
        const SiteDetail& record = *model.detailOf(site);
        const QRect at = cellsIn(*page().controller().selection().place, {record.mapWidth, record.mapHeight});
        PlotTableModel& table = page().charts().current().frame().table();
        for (int e = 0; e < 4; ++e) {
            const std::size_t index =
                static_cast<std::size_t>(((2 * 4 + e) * record.mapHeight + at.top()) * record.mapWidth + at.left());
            QVERIFY(std::abs(cell(table, e, 0) - record.preferredMaps[0][index] / 65535.0) < 1e-3);
        }
        const QString caption = page().charts().current().frame().caption();
        QVERIFY2(caption.contains(model.layout().blocks[7].label) && caption.contains(u"step 3 of 8"_s),
                 qPrintable(caption));
        const QString overlay = m_stage->find<QLabel>("routing_overlay_label")->text();
        QTRY_VERIFY2(m_stage->find<QLabel>("routing_overlay_label")->text().contains(model.layout().blocks[7].label),
                     qPrintable(overlay));
        PlotTableModel& strips = page().strip().frame().table();
        for (int e = 0; e < 4; ++e)
            QVERIFY(std::abs(cell(strips, 7 * 3, e) - double(record.appliedMean[0][std::size_t(2 * 4 + e)])) < 1e-3);
    }

    void j11Act() {
        m_stage->render(spec(2));
        page().controller().setBlocks({0, 1, 2});
        auto* layers = m_stage->find<QComboBox>("routing_scope_layers_combo");
        layers->setCurrentIndex(1);
        Q_EMIT layers->activated(1);
        click("routing_mute_B_button");
        page().setFocus();
        QTest::keyClick(&page(), Qt::Key_R, Qt::ControlModifier);
        const RoutingPolicy& sent = m_stage->client.requests.back().routing;
        QCOMPARE(sent.rules.size(), std::size_t{1});
        QVERIFY(sent.rules[0].sites.matches(page().controller().model().trace().sites[1]));
        sample::CaptureSpec muted = spec(2);
        muted.muted = 1;
        RenderedImage after = sample::captured(muted);
        for (std::size_t i = 0; i < after.picture.rgb.size(); i += 2) after.picture.rgb[i] ^= 0x20;
        m_stage->answer(after);

        QVERIFY(page().imageArea().isCompareShown());
        CompareView& compare = page().imageArea().compareView();
        compare.setPosition(0.5);
        QCOMPARE(compare.position(), 0.5);
        compare.setMode(CompareMode::Difference);
        int largest = 0;
        const QImage& difference = compare.difference();
        for (int x = 0; x < difference.width(); ++x)
            largest = std::max(largest, static_cast<int>(difference.constScanLine(0)[x]));
        QVERIFY(largest > 0);
        const ExpertLoad load = expertLoad(page().controller().model(), {.blocks = {0, 1, 2}});
        QCOMPARE(load.weight[1], 0.0);
        QSignalSpy kept(&m_stage->navigator, &Navigator::mixPolicyWanted);
        click("routing_keep_button");
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept[0][0].value<RoutingPolicy>().rules.size(), std::size_t{1});
    }

    void j12OneActiveExpertIsSaid() {
        m_stage->render(spec(1));
        QVERIFY(page().controller().selection().value == ValueKind::Preferred);
        QVERIFY(m_stage->find<QPushButton>("routing_value_preferred_radio")->isChecked());
        page().controller().selectBlock(3, false);
        click("routing_value_applied_radio");
        auto* caption = m_stage->find<QLabel>("routing_overlay_label");
        QTRY_COMPARE(caption->text(),
                     u"With one active expert the applied weight is the same everywhere. Preferred shows what each "
                     u"place would have picked."_s);
        const std::vector<int>& winners = page().imageArea().view().overlay().winners;
        QVERIFY(std::ranges::all_of(winners, [&](int winner) { return winner == winners.front(); }) ||
                page().controller().selection().step < 0);
    }

    void j22CaptureExchange() {
        m_stage->render(spec(2));
        QTemporaryDir folder;
        const QString capture = folder.filePath(u"a.segroute"_s);
        const QString csv = folder.filePath(u"a.csv"_s);
        const QString png = folder.filePath(u"a.png"_s);
        QSignalSpy written(&page().exports(), &ExportMenu::written);
        page().exports().write(ExportMenu::Format::Capture, capture);
        page().exports().write(ExportMenu::Format::Csv, csv);
        page().exports().write(ExportMenu::Format::OverlayPng, png);
        QTRY_VERIFY(!page().imageArea().view().overlay().image.isNull());
        const QString legend = folder.filePath(u"legend.png"_s);
        page().exports().write(ExportMenu::Format::OverlayLegend, legend);
        QTRY_COMPARE(written.size(), 4);
        const QImage plain(png);
        const QImage explained(legend);
        QVERIFY(plain.width() >= 512);
        QCOMPARE(explained.width(), plain.width());
        QVERIFY(explained.height() > plain.height() + 20);
        // Below the picture every expert has its chip.
        const ThemeTokens& tokens = m_stage->theme.tokens();
        for (int expert = 0; expert < 4; ++expert) {
            const QRgb fill = expertLook(expert, tokens).fill.rgb();
            bool isThere = false;
            for (int y = plain.height(); y < explained.height(); ++y)
                for (int x = 0; x < explained.width(); ++x) isThere = isThere || explained.pixel(x, y) == fill;
            QVERIFY2(isThere, qPrintable(QString::number(expert)));
        }

        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        const QList<QByteArray> header = lines[0].trimmed().split(',');
        QCOMPARE(header.size(), 15);
        std::map<QByteArray, double> sums;
        for (qsizetype i = 1; i < lines.size(); ++i) {
            // The title has a comma and is quoted: count from the end.
            const QList<QByteArray> fields = lines[i].trimmed().split(',');
            if (fields.size() < 15 || fields[fields.size() - 5].isEmpty()) continue;
            const QByteArray decision =
                fields[fields.size() - 12] + fields[fields.size() - 13] + fields[fields.size() - 10];
            sums[decision] += fields[fields.size() - 5].toDouble();
        }
        // Both halves of 45 decisions in 8 steps, and the text path, which has one.
        QCOMPARE(sums.size(), std::size_t{45 * 8 * 2 + 8});
        for (const auto& [decision, sum] : sums) QVERIFY2(std::abs(sum - 1.0) < 1e-4, decision.constData());

        // Another profile without models opens the file.
        RoutingStage other;
        other.client.captures = m_stage->client.captures;
        other.client.captures[capture].segmoeJson = "{}";
        PictureSettings& told = other.client.pictures->textSettings;
        told.format = "SegMoE Studio";
        told.models = {{.role = NamedModel::Role::Model, .name = "coast"},
                       {.role = NamedModel::Role::Base, .name = "waves", .source = "hf:shore/waves@12"}};
        other.page.openCapture(capture);
        QTRY_VERIFY(!other.page.controller().model().isEmpty());
        QVERIFY(other.page.controller().model().hasMaps());
        for (int chart = ChartTabs::Timeline; chart < ChartTabs::Change; ++chart) {
            other.page.charts().show(static_cast<ChartTabs::Chart>(chart));
            QVERIFY2(!other.page.charts().current().frame().hasReason(),
                     qPrintable(other.page.charts().current().frame().title()));
        }
        other.page.rules().setSwitch(1, RuleDocument::Switch::Mute, true);
        auto* button = other.find<QPushButton>("routing_rerender_button");
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), u"Needs coast."_s);
        auto* remedy = other.find<QPushButton>("routing_remedy_button");
        QCOMPARE(remedy->text(), u"Get missing"_s);
        QVERIFY(!remedy->isHidden());
        QSignalSpy wanted(&other.navigator, &Navigator::missingWanted);
        remedy->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toStringList(), QStringList{u"hf:shore/waves@12"_s});
    }
    void everyFormatIsWritten() {
        m_stage->render(spec(2));
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
