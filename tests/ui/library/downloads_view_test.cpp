// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/downloads_view.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>
#include <QUrl>
#include <QtTest/QtTest>

#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/library/download_delegate.h"
#include "ui/library/download_model.h"
#include "ui/library/library_frame.h"
#include "ui/library/library_page.h"
#include "ui/queue/job_queue.h"
#include "ui/queue/picture_saver.h"
#include "ui/shell/action_table.h"
#include "ui/shell/navigator.h"
#include "ui/shell/page_factory.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/theme.h"

using namespace segmoe;
using namespace segmoe::ui;
using namespace Qt::StringLiterals;

namespace {

using State = DownloadRow::State;

DownloadRow row(quint64 id, State state, std::optional<ErrorCode> failure = {}) {
    DownloadRow made;
    made.id = id;
    made.reference = u"ada/model%1"_s.arg(id);
    made.title = u"Model %1"_s.arg(id);
    made.page = u"https://huggingface.co/ada/model%1"_s.arg(id);
    made.state = state;
    made.doneBytes = 2'500'000'000;
    made.totalBytes = 10'000'000'000;
    made.folder = u"/cache/hub"_s;
    if (state == State::Done) made.place = u"/cache/hub/model"_s;
    if (failure) made.failure = Failure{*failure, "It failed.", "detail"};
    return made;
}

/// Takes the links that would open a browser.
class Browser : public QObject {
    Q_OBJECT
public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }
    QList<QUrl> opened;
public Q_SLOTS:
    void open(const QUrl& url) { opened << url; }
};

struct Bench {
    QTemporaryDir profile;
    Settings settings{profile.path()};
    Theme theme;
    ScriptedEngineClient engine;
    JobQueue queue{engine};
    PictureSaver pictures{queue, engine};
    Navigator navigator;
    ActionTable actions{theme, existingPages()};
    StudioContext context{theme, settings, engine, queue, pictures, navigator, actions};
    ScriptedDownloadClient& downloads = engine.downloads();
};

QStyleOptionViewItem optionOf(const DownloadsView& view, const QModelIndex& index) {
    QStyleOptionViewItem option;
    QListView& list = const_cast<DownloadsView&>(view).list();
    option.initFrom(&list);
    option.rect = list.visualRect(index);
    return option;
}

/// A click on the button of a row, where the delegate has drawn it.
void clickMain(DownloadsView& view, quint64 id) {
    const QModelIndex index = view.model().indexOf(id);
    view.list().scrollTo(index);
    const QRect place = DownloadDelegate::mainRect(optionOf(view, index), index);
    QTest::mouseClick(view.list().viewport(), Qt::LeftButton, {}, place.center());
}

QStringList menuOf(DownloadsView& view, quint64 id) {
    const QModelIndex index = view.model().indexOf(id);
    view.list().scrollTo(index);
    QTest::mouseClick(view.list().viewport(), Qt::LeftButton, {},
                      DownloadDelegate::menuRect(view.list().visualRect(index)).center());
    QStringList texts;
    auto* menu = view.findChild<QMenu*>(u"download_menu"_s);
    if (!menu) return texts;
    for (const QAction* action : menu->actions())
        if (!action->isSeparator()) texts << action->text();
    delete menu;
    return texts;
}

template <class Widget>
Widget* child(const QWidget& page, const char* name) {
    return page.findChild<Widget*>(QString::fromLatin1(name));
}

}  // namespace

class DownloadsViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sentenceAndButtonOfEveryState_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("button");
        const auto add = [](const char* name, State state, const QString& sentence, const QString& button) {
            QTest::newRow(name) << static_cast<int>(state) << sentence << button;
        };
        add("queued", State::Queued, u"Waiting"_s, u"Start now"_s);
        add("resolving", State::Resolving, u"Asking huggingface.co…"_s, u"Pause"_s);
        add("checking", State::Checking, u"Checking what is already here, 25 %"_s, u"Pause"_s);
        add("running", State::Running, u"2.50 GB of 10.0 GB"_s, u"Pause"_s);
        add("paused", State::Paused, u"Paused at 25 %"_s, u"Resume"_s);
        add("waiting", State::Waiting, u"No connection. Continues by itself."_s, u"Retry now"_s);
        add("verifying", State::Verifying, u"Checking SHA-256, 25 %"_s, QString());
        add("publishing", State::Publishing, u"Putting Model 1 in place"_s, QString());
        add("done", State::Done, u"Installed in /cache/hub"_s, u"Add as expert"_s);
        add("cancelled", State::Cancelled, u"Cancelled at 25 %, 2.50 GB kept"_s, u"Resume"_s);
    }
    void sentenceAndButtonOfEveryState() {
        QFETCH(int, state);
        QFETCH(QString, sentence);
        QFETCH(QString, button);
        ScriptedDownloadClient client;
        client.setRows({row(1, static_cast<State>(state))});
        DownloadModel model(client);
        QAbstractItemModelTester tester(&model);
        const QModelIndex index = model.index(0);
        QCOMPARE(index.data(DownloadModel::TextRole).toString(), sentence);
        QCOMPARE(index.data(DownloadModel::MainTextRole).toString(), button);
        QCOMPARE(index.data(DownloadModel::TitleRole).toString(), u"Model 1"_s);
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(sentence));
    }

    void numbersOfARunningOne() {
        DownloadRow running = row(1, State::Running);
        running.bytesPerSecond = 42'000'000;
        running.secondsLeft = 178;
        QVERIFY(downloadSentence(running).startsWith(u"2.50 GB of 10.0 GB, 42.0 MB/s, "_s));
        QVERIFY(downloadSentence(running).endsWith(u" left"_s));
        DownloadRow queued = row(2, State::Queued);
        queued.ahead = 3;
        QCOMPARE(downloadSentence(queued), u"Waiting, 3 ahead"_s);
        DownloadRow limited = row(3, State::Waiting, ErrorCode::RateLimited);
        QCOMPARE(downloadSentence(limited), u"huggingface.co asks to wait. Continues by itself."_s);
    }

    void remediesOfFailures_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("button");
        const auto add = [](const char* name, ErrorCode code, const QString& button) {
            QTest::newRow(name) << static_cast<int>(code) << button;
        };
        add("token", ErrorCode::TokenInvalid, u"Log in…"_s);
        add("login", ErrorCode::LoginNeeded, u"Log in…"_s);
        add("gated", ErrorCode::Gated, u"Open page"_s);
        add("early", ErrorCode::EarlyAccess, u"Open page"_s);
        add("pickle", ErrorCode::PickleRefused, u"Search similar"_s);
        add("disabled", ErrorCode::RepoDisabled, u"Search similar"_s);
        add("changed", ErrorCode::ContentChanged, u"Start again"_s);
        add("full", ErrorCode::DiskFull, u"Retry"_s);
        add("hash", ErrorCode::HashMismatch, u"Retry"_s);
    }
    void remediesOfFailures() {
        QFETCH(int, code);
        QFETCH(QString, button);
        const DownloadRow failed = row(1, State::Failed, static_cast<ErrorCode>(code));
        QCOMPARE(actText(mainAct(failed)), button);
        QVERIFY(!downloadSentence(failed).isEmpty());
        const auto menu = menuActs(failed);
        for (const DownloadAct act :
             {DownloadAct::Retry, DownloadAct::CopyLink, DownloadAct::Details, DownloadAct::Remove})
            QVERIFY(std::ranges::find(menu, act) != menu.end());
    }

    void rowsComeGoAndMove() {
        ScriptedDownloadClient client;
        DownloadModel model(client);
        QAbstractItemModelTester tester(&model);
        client.setRows({row(1, State::Running), row(2, State::Queued), row(3, State::Queued)});
        const QPersistentModelIndex second = model.indexOf(2);
        client.setRows({row(3, State::Queued), row(2, State::Queued), row(4, State::Failed, ErrorCode::Gated)});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(second.row(), 1);
        QCOMPARE(second.data(DownloadModel::IdRole).toULongLong(), 2ULL);
        client.setRow(row(2, State::Running));
        QCOMPARE(second.data(DownloadModel::StateRole).toInt(), static_cast<int>(State::Running));
        client.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void buttonsOfTheRows() {
        Bench bench;
        bench.downloads.setRows({row(1, State::Running), row(2, State::Queued), row(3, State::Paused),
                                 row(4, State::Done), row(5, State::Failed, ErrorCode::PickleRefused)});
        DownloadsView view(bench.context);
        QSignalSpy expert(&bench.navigator, &Navigator::expertWanted);
        QSignalSpy search(&bench.navigator, &Navigator::hubSearchWanted);
        view.resize(900, 600);
        view.show();
        for (quint64 id : {1, 2, 3, 4, 5}) clickMain(view, id);
        QCOMPARE(bench.downloads.asked, (QStringList{u"pause 1"_s, u"start now 2"_s, u"resume 3"_s}));
        QCOMPARE(expert.size(), 1);
        QCOMPARE(expert[0][0].toString(), u"ada/model4"_s);
        QCOMPARE(search.size(), 1);
        QCOMPARE(search[0][0].toString(), u"Model 5"_s);
    }

    void loggingInLeadsToAnotherTry() {
        Bench bench;
        DownloadRow locked = row(1, State::Failed, ErrorCode::LoginNeeded);
        locked.reference = u"civitai:31"_s;
        bench.downloads.setRows({locked, row(2, State::Failed, ErrorCode::TokenInvalid)});
        DownloadsView view(bench.context);
        view.resize(900, 600);
        view.show();
        QSignalSpy tokens(&bench.navigator, &Navigator::tokensWanted);
        clickMain(view, 1);
        clickMain(view, 2);
        QCOMPARE(tokens.size(), 2);
        QCOMPARE(tokens[0][0].toString(), u"civitai"_s);
        QCOMPARE(tokens[1][0].toString(), u"hf"_s);
        clickMain(view, 1);
        QCOMPARE(bench.downloads.asked, QStringList{u"resume 1"_s});
    }

    void menusOfTheRows() {
        Bench bench;
        bench.downloads.setRows({row(1, State::Queued), row(2, State::Done), row(3, State::Cancelled),
                                 row(4, State::Failed, ErrorCode::HashMismatch)});
        DownloadsView view(bench.context);
        view.resize(900, 600);
        view.show();
        QCOMPARE(menuOf(view, 1),
                 (QStringList{u"First"_s, u"Up"_s, u"Down"_s, u"Pause"_s, u"Copy link"_s, u"Cancel"_s}));
        QCOMPARE(menuOf(view, 2),
                 (QStringList{u"Show"_s, u"Show file"_s, u"Open page"_s, u"Copy link"_s, u"Remove"_s}));
        QCOMPARE(menuOf(view, 3), (QStringList{u"Copy link"_s, u"Remove"_s}));
        QVERIFY(menuOf(view, 4).contains(u"Details…"_s));
        view.act(4, DownloadAct::CopyLink);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"https://huggingface.co/ada/model4"_s);
        QSignalSpy detail(&bench.navigator, &Navigator::modelDetailWanted);
        view.act(2, DownloadAct::Show);
        QCOMPARE(detail.size(), 1);
        QCOMPARE(detail[0][0].toString(), u"/cache/hub/model"_s);
    }

    void keysOfTheList() {
        Bench bench;
        bench.downloads.setRows({row(1, State::Running), row(2, State::Queued), row(3, State::Paused)});
        DownloadsView view(bench.context);
        view.show();
        view.select(2);
        QTest::keyClick(&view.list(), Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(&view.list(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(&view.list(), Qt::Key_Return);
        QTest::keyClick(&view.list(), Qt::Key_Delete);
        view.select(3);
        QTest::keyClick(&view.list(), Qt::Key_Delete);
        QCOMPARE(bench.downloads.asked,
                 (QStringList{u"up 2"_s, u"down 2"_s, u"start now 2"_s, u"cancel 2"_s, u"remove 3"_s}));
    }

    void toolbarIsKeptInTheSettings() {
        Bench bench;
        bench.settings.set(keys::kDownloadLimit, 20);
        bench.downloads.setRows({row(1, State::Running), row(2, State::Done), row(3, State::Paused)});
        DownloadsView view(bench.context);
        auto* limit = child<QComboBox>(view, "download_limit_combo");
        auto* parallel = child<QSpinBox>(view, "download_parallel_spin");
        QCOMPARE(limit->currentText(), u"20 MB/s"_s);
        QCOMPARE(parallel->value(), 4);
        limit->setCurrentIndex(limit->findData(5));
        parallel->setValue(2);
        for (const char* name : {"download_pause_all_button", "download_resume_all_button", "download_clear_button"})
            QTest::mouseClick(child<QPushButton>(view, name), Qt::LeftButton);
        QCOMPARE(bench.downloads.asked, (QStringList{u"pause all"_s, u"resume all"_s, u"clear done"_s}));
        QCOMPARE(bench.settings.get(keys::kDownloadLimit), 5);
        QCOMPARE(bench.settings.get(keys::kDownloadParallel), 2);
        QCOMPARE(child<QLabel>(view, "download_summary_label")->text(), u"1 under way"_s);
        bench.settings.set(keys::kDownloadLimit, 33);  // elsewhere
        QCOMPARE(limit->currentText(), u"33 MB/s"_s);
        bench.downloads.setRows({});
        for (const char* name : {"download_pause_all_button", "download_resume_all_button", "download_clear_button"})
            QVERIFY(!child<QPushButton>(view, name)->isEnabled());
    }

    void acceptedTermsAreTriedAgain() {
        Bench bench;
        Browser browser;
        bench.downloads.setRows({row(1, State::Failed, ErrorCode::Gated)});
        DownloadsView view(bench.context);
        view.resize(900, 600);
        view.show();
        clickMain(view, 1);
        QCOMPARE(browser.opened, QList<QUrl>{QUrl(u"https://huggingface.co/ada/model1"_s)});
        QCOMPARE(view.model().indexOf(1).data(DownloadModel::MainTextRole).toString(), u"I accepted, retry"_s);
        // back from the browser: by itself
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationActive);
        QCOMPARE(bench.downloads.asked, QStringList{u"resume 1"_s});
        // whatever happens then is a new story
        bench.downloads.setRow(row(1, State::Failed, ErrorCode::Gated));
        QCOMPARE(view.model().indexOf(1).data(DownloadModel::MainTextRole).toString(), u"Open page"_s);
    }

    void tabsOfTheLibrary() {
        Bench bench;
        LibraryFrame frame(bench.context);
        frame.show();
        auto* tabs = child<QTabBar>(frame, "library_tabs");
        QCOMPARE(frame.currentTab(), LibraryFrame::Tab::MyModels);
        bench.downloads.setRows({row(1, State::Running), row(2, State::Done), row(3, State::Queued)});
        QCOMPARE(tabs->tabText(tabs->count() - 1), u"Downloads (2)"_s);
        frame.cycle(-1);
        QCOMPARE(frame.currentTab(), LibraryFrame::Tab::Downloads);
        QVERIFY(frame.downloads().isVisible());
        Q_EMIT bench.navigator.modelDetailWanted(u"/cache/hub/model"_s);
        QCOMPARE(frame.currentTab(), LibraryFrame::Tab::MyModels);
        Q_EMIT bench.navigator.hubModelWanted(u"ada/new"_s);
        QCOMPARE(frame.currentTab(), LibraryFrame::Tab::Downloads);
        QVERIFY(bench.downloads.asked.contains(u"get ada/new"_s));
        QCOMPARE(frame.downloads().list().currentIndex().data().toString(), u"ada/new"_s);
        bench.downloads.refusals[u"bad"_s] = Failure{ErrorCode::RequestInvalid, "That is no model.", {}};
        QSignalSpy toast(&bench.navigator, &Navigator::toast);
        Q_EMIT bench.navigator.hubModelWanted(u"bad"_s);
        QCOMPARE(toast.size(), 1);
        QCOMPARE(toast[0][0].toString(), u"That is no model."_s);
    }
};

QTEST_MAIN(DownloadsViewTest)
#include "downloads_view_test.moc"
