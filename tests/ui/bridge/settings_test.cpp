// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/settings.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace segmoe::ui;

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesSurviveANewObject() {
        QTemporaryDir folder;
        {
            Settings settings(folder.path());
            QVERIFY(!settings.hasPrompt());
            QCOMPARE(settings.theme(), ThemeMode::System);
            settings.setTheme(ThemeMode::Dark);
            settings.setPrompts(u"eine Blume, „rot“"_s, u"unscharf"_s);
            settings.setLastModel(u"/models/a b"_s);
            settings.setWindowGeometry("bytes");
        }
        const Settings again(folder.path());
        QVERIFY(again.hasPrompt());
        QCOMPARE(again.theme(), ThemeMode::Dark);
        QCOMPARE(again.prompt(), u"eine Blume, „rot“"_s);
        QCOMPARE(again.negative(), u"unscharf"_s);
        QCOMPARE(again.lastModel(), u"/models/a b"_s);
        QCOMPARE(again.windowGeometry(), QByteArray("bytes"));
    }
    void recentModelsAreTenAndNewestFirst() {
        QTemporaryDir folder;
        Settings settings(folder.path());
        for (int i = 0; i < 12; ++i) settings.addRecentModel(u"/m/%1"_s.arg(i));
        settings.addRecentModel(u"/m/5"_s);
        QCOMPARE(settings.recentModels().size(), 10);
        QCOMPARE(settings.recentModels().first(), u"/m/5"_s);
        QCOMPARE(settings.recentModels().count(u"/m/5"_s), 1);
    }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
