// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Every page that exists, walked at both sizes: names, clipped texts, the Tab key (J18); pseudo-locales (J19).
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "app/studio/pseudo_translator.h"
#include "tests/ui/support/page_walk.h"
#include "ui/bridge/sample_data.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/render/model_chooser.h"
#include "ui/render/render_page.h"
#include "ui/routing/chart_tabs.h"
#include "ui/routing/routing_page.h"
#include "ui/shell/log_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/page_factory.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/page_text.h"
#include "ui/shell/settings_page.h"
#include "ui/shell/status_strip.h"
#include "ui/widgets/image_view.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

constexpr int kSettleMs = 150;  ///< answers come in and change what is written

struct Bench {
    explicit Bench(QSize size = {1280, 800})
        : settings(profile.path()), log(profile.filePath(u"log"_s)), window(theme, client, settings, &log) {
        client.facts.devices = {u"cpu"_s, u"cuda:0"_s};
        client.models = {{u"/m/mixture.yaml"_s, sample::mixtureSummary()}};
        window.resize(size);
        window.show();
        client.start();
        window.renderPage().chooser().choose(u"/m/mixture.yaml"_s);
    }
    QTemporaryDir profile;
    Theme theme;
    ScriptedEngineClient client;
    Settings settings;
    LogStore log;
    MainWindow window;
};

void addPages() {
    QTest::addColumn<int>("page");
    for (PageId page : existingPages()) QTest::newRow(qPrintable(pageKey(page))) << static_cast<int>(page);
}

void expectNone(const QStringList& problems) { QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n'))); }

}  // namespace

class PagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreThereAndUnique() {
        Bench bench;
        for (PageId page : existingPages()) bench.window.showPage(page);
        // What is made when somebody looks at it.
        bench.window.findChild<RoutingPage*>()->charts().charts();
        auto* find = bench.window.findChild<QLineEdit*>(u"settings_find_edit"_s);
        find->setText(u"e"_s);
        find->clear();
        expectNone(walk::nameProblems(bench.window));
    }
    void noTextIsCut_data() { addPages(); }
    void noTextIsCut() {
        QFETCH(int, page);
        for (const QSize size : {QSize(1280, 800), QSize(1024, 680)}) {
            Bench bench(size);
            bench.window.showPage(static_cast<PageId>(page));
            expectNone(walk::lastingFaults(bench.window));
        }
    }
    void noTextIsCutInSettings() {
        Bench bench({1024, 680});
        bench.window.showPage(PageId::Settings);
        auto* page = bench.window.findChild<SettingsPage*>();
        for (int section = 0; section < kSettingSections; ++section) {
            page->showSection(static_cast<SettingSection>(section));
            QTest::qWait(1);
            expectNone(walk::clippedTexts(*page));
        }
    }
    void j18_tabReachesEveryControl_data() { addPages(); }
    void j18_tabReachesEveryControl() {
        QFETCH(int, page);
        Bench bench;
        bench.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        bench.window.showPage(static_cast<PageId>(page));
        expectNone(walk::unreachableControls(*bench.window.pages().currentWidget()));
    }
    void j18_f6WalksTheAreas() {
        Bench bench;
        bench.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        QSet<QWidget*> areas;
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(&bench.window, Qt::Key_F6);
            for (QWidget* area :
                 {static_cast<QWidget*>(&bench.window.rail()), static_cast<QWidget*>(&bench.window.pages()),
                  static_cast<QWidget*>(&bench.window.status())})
                if (QApplication::focusWidget() && area->isAncestorOf(QApplication::focusWidget())) areas << area;
        }
        QCOMPARE(areas.size(), 3);
    }
    void j18_controlsHaveNameAndRole() {
        Bench bench;
        for (PageId page : existingPages()) {
            bench.window.showPage(page);
            for (QWidget* widget : bench.window.pages().currentWidget()->findChildren<QWidget*>()) {
                if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy()) continue;
                if (widget->objectName().startsWith(u"qt_"_s) || qobject_cast<QAbstractScrollArea*>(widget->parent()))
                    continue;
                QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(face && face->role() != QAccessible::NoRole, qPrintable(widget->objectName()));
                QVERIFY2(!face->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
            }
        }
    }
    void j18_paintedPartsSayWhatTheyShow() {
        Bench bench;
        const auto face = [&](const char* name) {
            auto* widget = bench.window.findChild<QWidget*>(QString::fromLatin1(name));
            return widget ? QAccessible::queryAccessibleInterface(widget) : nullptr;
        };
        QAccessibleInterface* preview = face("render_preview_view");
        QVERIFY(preview && preview->role() == QAccessible::Graphic);
        const QString empty = preview->text(QAccessible::Value);
        QVERIFY(!empty.isEmpty());
        static QStringList told;
        told.clear();
        const auto before = QAccessible::installUpdateHandler([](QAccessibleEvent* event) {
            if (event->type() == QAccessible::ValueChanged && event->object()) told << event->object()->objectName();
        });
        QAccessible::setActive(true);
        auto* view = bench.window.findChild<ImageView*>(u"render_preview_view"_s);
        QImage image(64, 32, QImage::Format_RGB32);
        image.fill(Qt::red);
        view->setImage(image);
        QAccessible::installUpdateHandler(before);
        if (QAccessible::isActive())  // not every platform has somebody to tell
            QVERIFY2(told.contains(u"render_preview_view"_s), qPrintable(told.join(u", "_s)));
        QVERIFY(preview->text(QAccessible::Value) != empty);
        QVERIFY(preview->text(QAccessible::Value).contains(u"64"_s));
        bench.window.showPage(PageId::Mix);
        QAccessibleInterface* strip = face("mix_block_strip");
        QVERIFY(strip && strip->role() == QAccessible::Chart && !strip->text(QAccessible::Value).isEmpty());
        QAccessibleInterface* memory = face("render_memory_bar");
        QVERIFY(memory && memory->role() == QAccessible::Indicator);
    }
    void j19_longTexts_data() { addPages(); }
    void j19_longTexts() {
        QFETCH(int, page);
        PseudoTranslator pseudo;
        QCoreApplication::installTranslator(&pseudo);
        const auto remove = qScopeGuard([&] { QCoreApplication::removeTranslator(&pseudo); });
        for (const QSize size : {QSize(1280, 800), QSize(1024, 680)}) {
            Bench bench(size);
            bench.window.showPage(static_cast<PageId>(page));
            QTest::qWait(kSettleMs);
            QCOMPARE(bench.window.size(), size);  // it did not grow to make room
            expectNone(walk::lastingFaults(bench.window));
        }
    }
    void j19_rightToLeft_data() { addPages(); }
    void j19_rightToLeft() {
        QFETCH(int, page);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        const auto turnBack = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
        Bench bench({1024, 680});
        QVERIFY(bench.window.rail().mapTo(&bench.window, QPoint(0, 0)).x() > bench.window.width() / 2);
        bench.window.showPage(static_cast<PageId>(page));
        QTest::qWait(kSettleMs);
        expectNone(walk::clippedTexts(*bench.window.pages().currentWidget()));
        expectNone(walk::overlaps(bench.window));
        expectNone(walk::mirroredByMistake(bench.window));
    }
};

QTEST_MAIN(PagesTest)
#include "pages_test.moc"
