// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/release_notices.h"

#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/queue/job_queue.h"
#include "ui/queue/picture_saver.h"
#include "ui/shell/action_table.h"
#include "ui/shell/banner_bar.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

const QDateTime kDay({2027, 1, 2}, {3, 4, 5}, Qt::UTC);

ReleaseReminder reminder(const char* reference, const QDateTime& until) {
    return {QString::fromLatin1(reference), u"Comic Line v7"_s, u"https://civitai.com/models/1003"_s, until};
}

struct Bench {
    QTemporaryDir profile;
    Settings settings{profile.path()};
    Theme theme;
    ScriptedEngineClient engine;
    JobQueue queue{engine};
    PictureSaver pictures{queue, engine};
    Navigator navigator;
    ActionTable actions{theme, {PageId::Library}};
    StudioContext context{theme, settings, engine, queue, pictures, navigator, actions};
    BannerBar banner{theme};
    QDateTime now = kDay.addSecs(-60);
    ReleaseReminders reminders{settings};
    ReleaseNotices notices{context, banner, nullptr, [this] { return now; }};

    QPushButton* button(const char* name) { return banner.findChild<QPushButton*>(QLatin1StringView(name)); }
};

/// Keeps the address that would go to the browser.
class Browser : public QObject {
    Q_OBJECT
public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }
    QList<QUrl> opened;
public Q_SLOTS:
    void open(const QUrl& url) { opened << url; }
};

}  // namespace

class ReleaseNoticesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTimeComesWhileTheProgramRuns() {
        Bench bench;
        bench.reminders.add(reminder("civitai:3", kDay));
        QVERIFY(bench.banner.currentId().isEmpty());
        bench.now = kDay;
        bench.notices.look();
        QCOMPARE(bench.banner.currentId(), u"release:civitai:3"_s);
        QVERIFY(bench.banner.findChild<QLabel*>()->text().contains(u"Comic Line v7"_s));
        bench.notices.look();  // once is enough
        QSignalSpy wanted(&bench.navigator, &Navigator::hubModelWanted);
        bench.button("release_get_button")->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), u"civitai:3"_s);
        QVERIFY(bench.banner.currentId().isEmpty());
        QVERIFY(bench.reminders.all().isEmpty());
    }

    void theTimerWakesUp() {
        Bench bench;
        bench.reminders.add(reminder("civitai:3", bench.now.addMSecs(20)));
        QVERIFY(bench.banner.currentId().isEmpty());
        bench.now = kDay;
        QTRY_COMPARE(bench.banner.currentId(), u"release:civitai:3"_s);
    }

    void whatPassedWhileItWasClosedIsSaidAtTheStart() {
        Browser browser;
        Bench bench;
        bench.now = kDay.addYears(-5);
        bench.reminders.add(reminder("civitai:3", kDay));
        bench.reminders.add(reminder("civitai:4", kDay.addDays(-1)));
        bench.reminders.add(reminder("civitai:5", kDay.addYears(10)));
        bench.now = kDay.addDays(30);
        bench.engine.start();
        QTRY_COMPARE(bench.banner.currentId(), u"release:civitai:4"_s);  // in the order of their days
        bench.button("release_page_button")->click();
        QCOMPARE(browser.opened, QList<QUrl>{QUrl(u"https://civitai.com/models/1003"_s)});
        QCOMPARE(bench.banner.currentId(), u"release:civitai:3"_s);
        QCOMPARE(bench.reminders.references(), (QSet<QString>{u"civitai:3"_s, u"civitai:5"_s}));
    }

    void addressesOfOtherKindsAreNotOpened() {
        Bench bench;
        ReleaseReminder odd = reminder("civitai:3", kDay.addDays(-1));
        odd.page = u"file:///etc/passwd"_s;
        bench.reminders.add(odd);
        bench.notices.look();
        QVERIFY(bench.button("release_get_button"));
        QVERIFY(!bench.button("release_page_button"));
    }
};

QTEST_MAIN(ReleaseNoticesTest)
#include "release_notices_test.moc"
