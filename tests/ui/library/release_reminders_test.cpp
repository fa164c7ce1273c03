// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/release_reminders.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QtTest/QtTest>

#include "tests/ui/library/hub_bench.h"
#include "ui/bridge/hub_keys.h"

using namespace segmoe;
using namespace segmoe::ui;
using namespace Qt::StringLiterals;
using Bench = segmoe::ui::test::HubBench;

class ReleaseRemindersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void earlyAccessIsWaitedFor() {
        Bench bench;
        QSignalSpy message(&bench.navigator, &Navigator::message);
        bench.clickButton(2);
        QCOMPARE(bench.badge("Comic"), u"Reminder set"_s);
        QCOMPARE(message.size(), 1);
        QVERIFY(message[0][0].toString().contains(u"Comic Line v7"_s));
        const ReleaseReminders kept(bench.settings);
        const QList<ReleaseReminder> all = kept.all();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].reference, u"civitai:3"_s);
        QCOMPARE(all[0].page, u"https://civitai.com/models/1003"_s);
        QCOMPARE(all[0].until, QDateTime({2027, 1, 2}, {3, 4, 5}, Qt::UTC));

        bench.choose(2);
        auto* remind = bench.child<QPushButton>("hub_remind_button");
        QVERIFY(remind->isVisible());
        QCOMPARE(remind->text(), u"Forget the reminder"_s);
        QTest::mouseClick(remind, Qt::LeftButton);
        QCOMPARE(remind->text(), u"Remind me"_s);
        QCOMPARE(bench.badge("Comic"), u"Remind me"_s);
        QVERIFY(kept.all().isEmpty());
        QTest::mouseClick(remind, Qt::LeftButton);
        QCOMPARE(kept.all().size(), 1);
        bench.choose(0);
        QVERIFY(!remind->isVisible());

        // a day that the hub does not tell cannot be waited for
        HubRow row = bench.hub().pages[HubSite::CivitAi].rows[2];
        row.until.clear();
        QVERIFY(!reminderOf(row));
        QCOMPARE(badgeOf(row, {}).act, HubAct::OpenPage);
    }

    void spoiltRemindersAreLeftOut() {
        QTemporaryDir profile;
        Settings settings(profile.path());
        ReleaseReminders reminders(settings);
        for (const char* text : {"", "x", "{}", "[7,null,{}]", "[{\"reference\":\"civitai:1\",\"until\":\"soon\"}]"}) {
            settings.set(keys::kReminders, QString::fromLatin1(text));
            QVERIFY(reminders.all().isEmpty());
        }
        const QDateTime day({2027, 1, 2}, {}, Qt::UTC);
        for (int i = 0; i < 150; ++i) reminders.add({QString::number(i), u"n"_s, {}, day.addDays(-i)});
        QCOMPARE(reminders.all().size(), 100);
        QCOMPARE(reminders.all().first().reference, u"149"_s);  // the one that comes next
        reminders.add({u"149"_s, u"later"_s, {}, day});
        QCOMPARE(reminders.all().size(), 100);
        QCOMPARE(reminders.all().last().name, u"later"_s);
    }
};

QTEST_MAIN(ReleaseRemindersTest)
#include "release_reminders_test.moc"
