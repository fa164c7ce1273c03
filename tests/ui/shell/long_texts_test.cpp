// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// J19: every state of every page with texts that are 40 % longer (en_XA), in the smallest window: nothing is cut off,
// nothing lies over its neighbour, and the window does not grow to make room.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "app/studio/pseudo_translator.h"
#include "app/studio/scenes.h"
#include "tests/ui/support/page_walk.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe::ui;

namespace {

constexpr QSize kSmallest(1024, 680);

}  // namespace

class LongTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void j19_states_data() {
        QTest::addColumn<int>("state");
        for (std::size_t i = 0; i < sceneStates().size(); ++i)
            QTest::newRow(sceneStates()[i].name) << static_cast<int>(i);
    }
    void j19_states() {
        QFETCH(int, state);
        PseudoTranslator pseudo;
        QCoreApplication::installTranslator(&pseudo);
        const auto remove = qScopeGuard([&] { QCoreApplication::removeTranslator(&pseudo); });
        Theme theme;
        theme.setMode(state % 2 == 0 ? ThemeMode::Light : ThemeMode::Dark);
        Scene scene(theme, kSmallest);
        sceneStates()[static_cast<std::size_t>(state)].arrange(scene);
        scene.grab();
        QCOMPARE(scene.window().size(), kSmallest);
        const QStringList faults = walk::lastingFaults(scene.window());
        QVERIFY2(faults.isEmpty(), qPrintable(u"%1 faults"_s.arg(faults.size())));
    }
};

QTEST_MAIN(LongTextsTest)
#include "long_texts_test.moc"
