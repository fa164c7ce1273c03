// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_page.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/routing/routing_stage.h"
#include "ui/routing/capture_saver.h"
#include "ui/routing/chart_tabs.h"
#include "ui/routing/layer_strip.h"
#include "ui/routing/routing_chart.h"
#include "ui/routing/routing_image_view.h"
#include "ui/routing/step_bar.h"
#include "ui/routing/token_strip.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

class RoutingPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<RoutingStage> m_stage;

    RoutingPage& page() { return m_stage->page; }
    const RoutingSelection& selection() { return page().controller().selection(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&page(), key, modifiers);
    }

private Q_SLOTS:
    void init() {
        m_stage = std::make_unique<RoutingStage>();
        m_stage->open();
    }
    void emptyThenSingleThenShown() {
        auto* main = m_stage->find<QPushButton>("routing_empty_render_button");
        QVERIFY(main->isVisible());
        QSignalSpy wanted(&m_stage->navigator, &Navigator::pageWanted);
        QTest::mouseClick(main, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        RenderRequest request;
        request.model = "/models/flower";
        m_stage->queue.add(RenderWork{request});
        RenderedImage single;
        m_stage->answer(single);
        QCOMPARE(main->text(), u"Render with a mixture"_s);
        m_stage->render(RoutingStage::spec());
        QVERIFY(!main->isVisible());
        QCOMPARE(page().store().rowCount(), 1);
        QVERIFY(!page().controller().model().isEmpty());
    }
    void keysOfThePage() {
        m_stage->render(RoutingStage::spec());
        const int last = page().controller().model().steps() - 1;
        QCOMPARE(selection().step, last);
        key(Qt::Key_Left);
        QCOMPARE(selection().step, last - 1);
        key(Qt::Key_Home);
        QCOMPARE(selection().step, 0);
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(selection().step, 5);
        key(Qt::Key_A);
        QCOMPARE(selection().step, -1);
        key(Qt::Key_A);
        QCOMPARE(selection().step, 5);
        key(Qt::Key_V);
        QVERIFY(selection().value == ValueKind::Preferred);
        key(Qt::Key_N);
        QVERIFY(selection().half == GuidanceHalf::Negative);
        key(Qt::Key_K);
        QVERIFY(selection().kind == SiteKind::CrossQuery);
        key(Qt::Key_U);
        QVERIFY(selection().show == ShowMode::Uncertainty);
        key(Qt::Key_D);
        QVERIFY(selection().show == ShowMode::LayerDifference);
        key(Qt::Key_W);
        QVERIFY(selection().show == ShowMode::Winner);
        key(Qt::Key_H);
        QVERIFY(selection().show == ShowMode::Nothing);
        key(Qt::Key_3);
        QVERIFY(selection().show == ShowMode::OneExpert && selection().expert == 2);
        key(Qt::Key_BracketRight);
        QCOMPARE(m_stage->find<QSlider>("routing_opacity_slider")->value(), 60);
    }
    void arrowsBelongToWhatHasTheFocus() {
        m_stage->render(RoutingStage::spec());
        auto* image = m_stage->find("routing_image_view");
        image->setFocus();
        const int step = selection().step;
        QTest::keyClick(image, Qt::Key_Right);
        QCOMPARE(selection().step, step);
        QVERIFY(selection().place.has_value());
        const QRectF before = *selection().place;
        QTest::keyClick(image, Qt::Key_Left);
        QVERIFY(selection().place->left() < before.left());
        QTest::keyClick(image, Qt::Key_Escape);
        QVERIFY(!selection().place);
    }
    void everyRowOfTheStripIsEquallyHigh() {
        m_stage->render(RoutingStage::spec());
        auto* strip = m_stage->find<QCustomPlot>("routing_strip_plot");
        for (const QSize size : {QSize(1200, 740), QSize(952, 640), QSize(1500, 900)}) {
            page().resize(size);
            QCoreApplication::processEvents();
            strip->replot();
            const QList<QCPAxisRect*> rows = strip->axisRects();
            QCOMPARE(rows.size(), 3);
            for (QCPAxisRect* row : rows)
                QVERIFY2(std::abs(row->height() - rows.first()->height()) <= 1,
                         qPrintable(u"%1, %2"_s.arg(row->height()).arg(rows.first()->height())));
            QVERIFY(rows.first()->height() >= 10);
        }
    }
    void patternsFollowTheSetting() {
        m_stage->render(RoutingStage::spec());
        auto* strip = m_stage->find<QCustomPlot>("routing_strip_plot");
        const auto brushOf = [strip](int expert) {
            // The first of a row stands for blocks without experts.
            return strip->axisRects().first()->plottables()[expert + 1]->brush().textureImage();
        };
        const auto isPlain = [](const QImage& tile) {
            for (int y = 0; y < tile.height(); ++y)
                for (int x = 0; x < tile.width(); ++x)
                    if (tile.pixel(x, y) != tile.pixel(0, 0)) return false;
            return true;
        };
        QVERIFY(!isPlain(brushOf(1)));
        ThemeOptions options = m_stage->theme.options();
        options.expertPatterns = false;
        m_stage->theme.setOptions(options);
        QCoreApplication::processEvents();
        QVERIFY(isPlain(brushOf(1)));
    }
    void stripSelectsAndEscapeClears() {
        m_stage->render(RoutingStage::spec());
        page().controller().selectBlock(3, false);
        page().controller().selectBlock(4, true);
        QCOMPARE(selection().blocks, (std::vector<int>{3, 4}));
        page().controller().selectBlock(6, true);  // the middle block is not mixed
        QCOMPARE(selection().blocks, (std::vector<int>{3, 4}));
        key(Qt::Key_Escape);
        QVERIFY(selection().blocks.empty());
    }
    void textPathEndsWithThePrompt() {
        sample::CaptureSpec made = RoutingStage::spec();
        made.prompt = "a red flower";
        m_stage->render(made);
        // Three words between start and end, without the filling of the context.
        QCOMPARE(page().findChild<TokenStrip*>()->frame().table().rowCount(), 5);
    }
    void stagesAreNamedUnderTheLayers() {
        m_stage->render(RoutingStage::spec());
        QCustomPlot& plot = page().findChild<LayerStrip*>()->frame().plot();
        const auto axis = [&] { return plot.axisRects().back()->axis(QCPAxis::atBottom); };
        QTRY_VERIFY(axis()->tickVectorLabels().size() > 3);
    }
    void everyChartHasSummaryCaptionAndTable() {
        m_stage->render(RoutingStage::spec());
        page().controller().setPlace(QRectF(0.25, 0.25, 0.0625, 0.0625));
        page().controller().setCompare(page().store().add([] {
            Capture other;
            other.title = u"other"_s;
            sample::CaptureSpec muted = RoutingStage::spec();
            muted.muted = 1;
            other.image = sample::captured(muted);
            return other;
        }()));
        for (RoutingChart* chart : page().charts().charts()) {
            page().charts().show(static_cast<ChartTabs::Chart>(std::ranges::find(page().charts().charts(), chart) -
                                                               page().charts().charts().begin()));
            PlotFrame& frame = chart->frame();
            QVERIFY2(!frame.hasReason(), qPrintable(frame.title()));
            QVERIFY2(!frame.summary().isEmpty(), qPrintable(frame.title()));
            QVERIFY2(!frame.caption().isEmpty(), qPrintable(frame.title()));
            QAbstractItemModelTester tester(&frame.table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
            QVERIFY2(frame.table().rowCount() > 0 && frame.table().columnCount() > 0, qPrintable(frame.title()));
            QVERIFY(!frame.picture(1.0).isNull());
        }
    }
    void summaryCaptureOffersMaps() {
        sample::CaptureSpec summary = RoutingStage::spec();
        summary.level = CaptureLevel::Summary;
        m_stage->render(summary);
        auto* button = m_stage->find<QToolButton>("routing_maps_button");
        QTRY_VERIFY(button->isVisible());
        QCOMPARE(m_stage->find<QLabel>("routing_overlay_label")->text(), u"This capture holds choices but no maps."_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(m_stage->client.requests.back().capture == CaptureLevel::Full);
        m_stage->answer(sample::captured(RoutingStage::spec()));
        QVERIFY(page().controller().model().hasMaps());
    }
    void storeDropsTheOldest() {
        CaptureStore store;
        QAbstractItemModelTester tester(&store, QAbstractItemModelTester::FailureReportingMode::QtTest);
        store.setLimits(2, 1'000'000'000);
        const CapturePtr first = store.add({});
        store.add({});
        store.add({});
        QCOMPARE(store.rowCount(), 2);
        QVERIFY(!store.find(first->id));
        QCOMPARE(store.droppedCount(), 1);
        Capture file;
        file.id = file.file = u"a.segroute"_s;
        store.add(file);
        store.add({});
        store.add({});
        QVERIFY(store.find(u"a.segroute"_s));  // opened files stay
    }
    void capturesAreStoredBesideThePictures() {
        const QString folder = m_stage->profile.filePath(u"pictures"_s);
        m_stage->pictures.setTarget(folder, u"{index}_{seed}"_s, u"png"_s);
        const CaptureSaver saver(m_stage->context);
        const auto stored = [this] { return m_stage->client.captures; };
        m_stage->render(RoutingStage::spec());  // Starred is the default: nothing yet
        QVERIFY(stored().empty());
        const QString first = m_stage->client.savedFiles.constLast();
        QCOMPARE(captureFileBeside(first), first.chopped(3) + u"segroute"_s);
        QVERIFY(m_stage->captures.ofPicture(first));
        Q_EMIT m_stage->navigator.pictureStarred(first, true);
        QCOMPARE(stored().size(), std::size_t{1});
        QVERIFY(stored().contains(captureFileBeside(first)));
        m_stage->settings.set(keys::kSaveCapture, SaveCapture::Always);
        m_stage->render(RoutingStage::spec());
        QCOMPARE(stored().size(), std::size_t{2});
        m_stage->settings.set(keys::kSaveCapture, SaveCapture::Never);
        m_stage->render(RoutingStage::spec());
        Q_EMIT m_stage->navigator.pictureStarred(m_stage->client.savedFiles.constLast(), true);
        QCOMPARE(stored().size(), std::size_t{2});
    }
    void styleFollowsTheSettings() {
        m_stage->render(RoutingStage::spec());
        auto* scale = m_stage->find<QComboBox>("routing_scale_combo");
        QCOMPARE(scale->currentIndex(), 0);
        m_stage->settings.setChoice(keys::kHeatScale, 2);
        QCOMPARE(scale->currentData().toInt(), static_cast<int>(HeatScale::WholeCapture));
        scale->setCurrentIndex(1);  // and back: what is chosen here is remembered
        QCOMPARE(m_stage->settings.choice(keys::kHeatScale), 1);
        m_stage->settings.set(keys::kOverlayOpacity, 20);
        QCOMPARE(m_stage->find<QSlider>("routing_opacity_slider")->value(), 20);
    }
    void damagedFileIsSaid() {
        page().openCapture(u"broken.segroute"_s);
        auto* notice = m_stage->find<QLabel>("routing_notice_label");
        QVERIFY(notice->isVisible());
        QVERIFY(notice->text().startsWith(u"This capture cannot be read"_s));
    }
    void interactiveWidgetsHaveNames() {
        m_stage->render(RoutingStage::spec());
        QSet<QString> names;
        for (QWidget* widget : page().findChildren<QWidget*>()) {
            const bool interactive = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
                                     qobject_cast<QAbstractSlider*>(widget) ||
                                     qobject_cast<QAbstractSpinBox*>(widget) || widget->inherits("QCustomPlot");
            const bool inner = qobject_cast<QScrollBar*>(widget) || widget->objectName().startsWith(u"qt_"_s) ||
                               qobject_cast<QAbstractItemView*>(widget->parentWidget());
            if (!interactive || inner) continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            QVERIFY2(!names.contains(widget->objectName()), qPrintable(widget->objectName()));
            names << widget->objectName();
        }
    }
};

QTEST_MAIN(RoutingPageTest)
#include "routing_page_test.moc"
