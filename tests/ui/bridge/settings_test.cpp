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
    void everyGroupIsFoundInTheFileAgain() {
        const QTemporaryDir folder, other;
        {
            Settings settings(folder.path());
            settings.set(keys::kLanguage, u"de"_s);
            settings.set(keys::kNotifyDone, false);
            settings.addRecentFile(u"/models/mix.yaml"_s);
        }
        // Another path: QSettings keeps what it has read from the first.
        QVERIFY(QFile::copy(folder.filePath(u"settings.ini"_s), other.filePath(u"settings.ini"_s)));
        const Settings again(other.path());
        QCOMPARE(again.language(), u"de"_s);
        QVERIFY(!again.get(keys::kNotifyDone));
        QCOMPARE(again.recentFiles(), QStringList(u"/models/mix.yaml"_s));
    }
    void typedValuesSurviveAndAreClamped() {
        QTemporaryDir folder;
        {
            Settings settings(folder.path());
            QCOMPARE(settings.get(keys::kTextScale), 1.0);
            QCOMPARE(settings.get(keys::kDensity), Density::Comfortable);
            QSignalSpy changed(&settings, &Settings::changed);
            settings.set(keys::kTextScale, 9.0);
            settings.set(keys::kDensity, Density::Compact);
            settings.set(keys::kPreviewMs, 700);
            settings.set(keys::kHighContrast, true);
            settings.set(keys::kHighContrast, true);
            QCOMPARE(changed.size(), 4);
            QCOMPARE(changed.first().first().toString(), u"appearance/textScale"_s);
        }
        Settings again(folder.path());
        QCOMPARE(again.get(keys::kTextScale), 1.6);
        QCOMPARE(again.get(keys::kDensity), Density::Compact);
        QCOMPARE(again.get(keys::kPreviewMs), 700);
        QVERIFY(again.get(keys::kHighContrast));
        again.reset(keys::kPreviewMs.name);
        QCOMPARE(again.get(keys::kPreviewMs), 500);
    }
    void damagedValuesAreTheDefaults() {
        QTemporaryDir folder;
        {
            QSettings file(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
            file.setValue(u"appearance/textScale"_s, u"large"_s);
            file.setValue(u"appearance/density"_s, u"airy"_s);
            file.setValue(u"render/previewMs"_s, u"soon"_s);
            file.setValue(u"device/threads"_s, -5);
        }
        const Settings settings(folder.path());
        QCOMPARE(settings.get(keys::kTextScale), 1.0);
        QCOMPARE(settings.get(keys::kDensity), Density::Comfortable);
        QCOMPARE(settings.get(keys::kPreviewMs), 500);
        QCOMPARE(settings.get(keys::kThreads), 0);
    }
    void shortcutsAreAbsentEmptyOrAKey() {
        QTemporaryDir folder;
        Settings settings(folder.path());
        QVERIFY(!settings.shortcut(u"action_x"_s));
        settings.setShortcut(u"action_x"_s, QString());
        QVERIFY(settings.shortcut(u"action_x"_s)->isEmpty());
        settings.setShortcut(u"action_x"_s, u"Ctrl+Y; F2"_s);
        QCOMPARE(*settings.shortcut(u"action_x"_s), u"Ctrl+Y; F2"_s);
        settings.setShortcut(u"action_x"_s, std::nullopt);
        QVERIFY(!settings.shortcut(u"action_x"_s));
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
