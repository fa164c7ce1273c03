// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Layers and tokens chosen without a mouse; what zooms and what moves by itself.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/routing/routing_stage.h"
#include "ui/routing/export_menu.h"
#include "ui/routing/layer_strip.h"
#include "ui/widgets/custom_plot.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

class RoutingKeysTest : public QObject {
    Q_OBJECT

    std::unique_ptr<RoutingStage> m_stage;

    RoutingPage& page() { return m_stage->page; }
    const RoutingSelection& selection() { return page().controller().selection(); }
    void key(Qt::Key key) { QTest::keyClick(&page(), key); }

private Q_SLOTS:
    void init() {
        m_stage = std::make_unique<RoutingStage>();
        m_stage->open();
        m_stage->render(RoutingStage::spec());
    }
    void layersAreChosenByKeys() {
        auto* strip = m_stage->find<QCustomPlot>("routing_strip_plot");
        strip->setFocus();
        const RoutingLayout& layout = page().controller().model().layout();
        const int kinds = static_cast<int>(layout.kinds.size());
        QTest::keyClick(strip, Qt::Key_Down);  // the cursor comes: first block
        for (int i = 0; i < kinds; ++i) QTest::keyClick(strip, Qt::Key_Down);
        QTest::keyClick(strip, Qt::Key_Space);
        QCOMPARE(selection().blocks, std::vector<int>{1});
        QCoreApplication::processEvents();  // the strip shows it, and the cursor stays where it is
        for (int i = 0; i < kinds; ++i) QTest::keyClick(strip, Qt::Key_Down);
        QTest::keyClick(strip, Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(selection().blocks, (std::vector<int>{1, 2}));
        for (int i = 0; i < 2 * kinds; ++i) QTest::keyClick(strip, Qt::Key_Up);
        QTest::keyClick(strip, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(selection().blocks, (std::vector<int>{0, 1, 2}));
    }
    void layersAreChosenInTheList() {
        auto* combo = m_stage->find<QComboBox>("routing_layer_combo");
        QCOMPARE(combo->currentText(), u"All layers"_s);
        combo->setFocus();
        combo->showPopup();
        auto* tree = combo->findChild<QTreeWidget*>(u"routing_layer_tree"_s);
        QVERIFY(tree->isVisible());
        const RoutingLayout& layout = page().controller().model().layout();
        QCOMPARE(tree->topLevelItemCount(), static_cast<int>(layout.stageStarts().size()));
        // The first stage as a whole, then all but its first block.
        QTest::keyClick(tree, Qt::Key_Home);
        QTest::keyClick(tree, Qt::Key_Space);
        std::vector<int> stage;
        for (int block = 0; block < layout.stageOf(0).second; ++block)
            if (layout.blocks[static_cast<std::size_t>(block)].isMixed()) stage.push_back(block);
        QCOMPARE(selection().blocks, stage);
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Space);
        stage.erase(stage.begin());
        QCOMPARE(selection().blocks, stage);
        // And the other way: the strip's selection is checked here.
        page().controller().setBlocks({0});
        QCOMPARE(combo->currentText(), layout.blocks[0].label);
        QVERIFY(tree->topLevelItem(0)->child(0)->checkState(0) == Qt::Checked);
        const int step = selection().step;
        QTest::keyClick(tree, Qt::Key_Escape);
        QVERIFY(!tree->isVisible());
        QCOMPARE(selection().step, step);
    }
    void tokensAreChosenByKeys() {
        auto* plot = m_stage->find<QCustomPlot>("routing_token_plot");
        plot->setFocus();
        QTest::keyClick(plot, Qt::Key_Down);
        QTest::keyClick(plot, Qt::Key_Down);
        QTest::keyClick(plot, Qt::Key_Space);
        QCOMPARE(selection().token, 1);
        QCoreApplication::processEvents();
        QTest::keyClick(plot, Qt::Key_Return);
        QCOMPARE(selection().token, -1);
    }
    void zoomIsReset() {
        LayerStrip& strip = page().strip();
        QVERIFY(!strip.isZoomed());
        QCPAxis* axis = strip.frame().plot().axisRects().first()->axis(QCPAxis::atBottom);
        axis->setRange(2.5, 6.5);
        QVERIFY(strip.isZoomed());
        page().exports().popupFor(strip, QPoint(0, 0));
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        auto* whole = menu->findChild<QAction*>(u"routing_zoom_reset_action"_s);
        QVERIFY(whole && whole->isEnabled());
        whole->trigger();
        menu->close();
        QVERIFY(!strip.isZoomed());
        QCOMPARE(axis->range().lower, -0.5);
    }
    void playingNeedsMotion() {
        auto* play = m_stage->find<QToolButton>("routing_play_button");
        QVERIFY(play->isEnabled());
        play->setChecked(true);
        ThemeOptions options = m_stage->theme.options();
        options.reducedMotion = true;
        m_stage->theme.setOptions(options);
        QVERIFY(!play->isEnabled());
        QVERIFY(!play->isChecked());
        key(Qt::Key_Space);
        QVERIFY(!play->isChecked());
        const int step = selection().step;
        key(Qt::Key_Right);
        QCOMPARE(selection().step, step + 1);
        options.reducedMotion = false;
        m_stage->theme.setOptions(options);
        QVERIFY(play->isEnabled());
    }
};

QTEST_MAIN(RoutingKeysTest)
#include "routing_keys_test.moc"
