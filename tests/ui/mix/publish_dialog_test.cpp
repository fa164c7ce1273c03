// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/publish_dialog.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "core/domain/hub_terms.h"
#include "tests/ui/mix/mix_bench.h"
#include "tests/ui/support/page_walk.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/scripted_publish_client.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

MixturePart part(const char* name, const char* license, const char* sha256 = "") {
    MixturePart made;
    made.role = MixturePart::Role::Expert;
    made.name = made.source = name;
    made.license = license;
    made.sha256 = sha256;
    return made;
}

struct Bench {
    Bench() {
        client.account = HubAccount{"ada", "write", {"studio"}};
        client.content.name = "coast-mix";
        client.content.files = {{"model_index.json", 400}, {"unet/diffusion_pytorch_model.safetensors", 6'000'000'000}};
        client.content.bytes = 6'000'000'400;
        client.content.parts = {part("base", "openrail++", "aa"), part("ink", "openrail++", "bb")};
        client.content.license = "openrail++";
        client.content.card = "---\nlicense: openrail++\ntags:\n- segmoe\n---\n\n# coast mix\n";
    }
    ~Bench() { delete dialog; }
    void open() {
        dialog = new PublishDialog(theme, client, u"/models/coast mix"_s);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
    }
    template <class T>
    T* child(const char* name) {
        auto* found = dialog->findChild<T*>(QString::fromLatin1(name));
        if (!found) qWarning("no %s", name);
        return found;
    }
    QPushButton* publish() { return child<QPushButton>("publish_dialog_ok_button"); }
    QString text(const char* label) { return child<QLabel>(label)->text(); }
    void click(const char* name) { QTest::mouseClick(child<QAbstractButton>(name), Qt::LeftButton); }
    void tick(const char* name) { child<QCheckBox>(name)->click(); }
    void name(const QString& repo) {
        auto* edit = child<QLineEdit>("publish_dialog_repo_edit");
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, repo);
        QTRY_COMPARE(client.inspectedRepos.last(), repo);
    }
    void progress(Stage stage, double fraction, const char* item) {
        Q_EMIT client.publishProgressed({.stage = stage, .fraction = fraction, .item = item});
    }

    Theme theme;
    ScriptedPublishClient client;
    QPointer<PublishDialog> dialog;
};

}  // namespace

class PublishDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsNamedReachableAndFilledIn() {
        Bench bench;
        bench.open();
        QCOMPARE(walk::nameProblems(*bench.dialog), QStringList());
        QCOMPARE(walk::clippedTexts(*bench.dialog), QStringList());
        QCOMPARE(walk::unreachableControls(*bench.dialog), QStringList());
        QCOMPARE(bench.child<QLineEdit>("publish_dialog_repo_edit")->text(), u"ada/coast-mix"_s);
        QVERIFY(bench.child<QPushButton>("publish_dialog_private_button")->isChecked());
        QCOMPARE(bench.child<QComboBox>("publish_dialog_licence_combo")->currentText(), u"openrail++"_s);
        QVERIFY(bench.child<QPlainTextEdit>("publish_dialog_card_edit")->toPlainText().contains(u"# coast mix"_s));
        QCOMPARE(bench.child<QTreeWidget>("publish_dialog_file_tree")->topLevelItemCount(), 2);
        QVERIFY(bench.text("publish_licence_sum_label").contains(u"sharing the mixture yes"_s));
        QVERIFY(bench.text("publish_dialog_account_label").contains(u"ada"_s));
        QVERIFY(bench.publish()->isEnabled());
    }

    void aNewRepositoryIsPublished() {
        Bench bench;
        bench.open();
        bench.child<QComboBox>("publish_dialog_licence_combo")->setCurrentText(u"cc-by-nc-4.0"_s);
        Q_EMIT bench.child<QComboBox>("publish_dialog_licence_combo")->textActivated(u"cc-by-nc-4.0"_s);
        bench.click("publish_dialog_public_button");
        auto* message = bench.child<QLineEdit>("publish_dialog_message_edit");
        message->setText(u"first try"_s);
        bench.click("publish_dialog_ok_button");
        QCOMPARE(bench.client.pushes.size(), 1U);
        const HubPush& push = bench.client.pushes.front();
        QCOMPARE(push.repo, std::string("ada/coast-mix"));
        QVERIFY(!push.isPrivate && !push.mayExist);
        QCOMPARE(push.message, std::string("first try"));
        QCOMPARE(*push.card, std::string("---\nlicense: cc-by-nc-4.0\ntags:\n- segmoe\n---\n\n# coast mix\n"));

        QVERIFY(!bench.child<QLineEdit>("publish_dialog_repo_edit")->isEnabled());
        QTest::keyClick(bench.dialog, Qt::Key_Escape);
        QVERIFY(bench.dialog && bench.dialog->isVisible());  // an upload does not end with a slip
        bench.progress(Stage::Checking, 0.4, "unet");
        QVERIFY(bench.text("publish_dialog_status_label").startsWith(u"Checking"_s));
        bench.progress(Stage::Writing, 0.5, "unet");
        QCOMPARE(bench.text("publish_dialog_status_label"), u"Uploading unet: 3.00 GB of 6.00 GB"_s);
        QCOMPARE(bench.child<QProgressBar>("publish_dialog_progress_bar")->value(), 500);
        bench.progress(Stage::Writing, 1.0, "");
        QVERIFY(bench.text("publish_dialog_status_label").startsWith(u"Recording"_s));
        QSignalSpy published(bench.dialog, &PublishDialog::published);
        Q_EMIT bench.client.published({"https://huggingface.co/ada/coast-mix", "c0ffee", 2, 6'000'000'000, {}});
        QCOMPARE(published.size(), 1);
        QVERIFY(bench.child<QPushButton>("publish_dialog_open_button")->isVisible());
        QVERIFY(!bench.publish()->isVisible());
        QCOMPARE(bench.child<QPushButton>("publish_dialog_cancel_button")->text(), u"Close"_s);
    }

    void withoutATokenItLeadsToOne() {
        Bench bench;
        bench.client.account.reset();
        bench.open();
        QVERIFY(!bench.publish()->isEnabled());
        QVERIFY(bench.text("publish_dialog_account_label").contains(u"token with write access"_s));
        QSignalSpy wanted(bench.dialog, &PublishDialog::tokenWanted);
        bench.click("publish_dialog_token_button");
        QCOMPARE(wanted.size(), 1);
        bench.client.account = HubAccount{"ada", "write"};
        bench.dialog->askTarget();
        QCOMPARE(bench.child<QLineEdit>("publish_dialog_repo_edit")->text(), u"ada/coast-mix"_s);
        QVERIFY(bench.publish()->isEnabled());
        QVERIFY(!bench.child<QPushButton>("publish_dialog_token_button")->isVisible());
    }

    void aTokenThatMayOnlyReadIsToldBeforehand() {
        Bench bench;
        bench.client.account->role = "read";
        bench.open();
        QVERIFY(!bench.publish()->isEnabled());
        QVERIFY(bench.publish()->toolTip().contains(u"only read"_s));
        QVERIFY(bench.child<QPushButton>("publish_dialog_token_button")->isVisible());
    }

    void anExistingRepositoryIsUpdatedOrRenamed() {
        Bench bench;
        bench.client.existing[u"ada/coast-mix"_s] = PublishTarget{.exists = true, .isPrivate = true};
        bench.open();
        QVERIFY(bench.text("publish_dialog_where_label").contains(u"exists and is private"_s));
        QVERIFY(!bench.publish()->isEnabled());
        bench.tick("publish_dialog_existing_check");
        QVERIFY(bench.publish()->isEnabled());
        bench.name(u"studio/coast"_s);
        QVERIFY(!bench.child<QCheckBox>("publish_dialog_existing_check")->isVisible());
        QVERIFY(bench.publish()->isEnabled());
        bench.click("publish_dialog_ok_button");
        QVERIFY(!bench.client.pushes.front().mayExist);
        QCOMPARE(bench.client.pushes.front().repo, std::string("studio/coast"));
    }

    void namesThatCannotBeAreRefusedBeforeAnybodyIsAsked_data() {
        QTest::addColumn<QString>("repo");
        for (const char* repo :
             {"coast", "ada/", "/coast", "ada/co ast", "ada/a--b", "ada/a..b", "../x", "ada/x/y", "-a/b"})
            QTest::newRow(repo) << QString::fromLatin1(repo);
    }
    void namesThatCannotBeAreRefusedBeforeAnybodyIsAsked() {
        QFETCH(QString, repo);
        QVERIFY(!repositoryProblem(repo).isEmpty());
        QVERIFY(repositoryProblem(u"ada/Coast_mix-1.5"_s).isEmpty());
        Bench bench;
        bench.open();
        bench.child<QLineEdit>("publish_dialog_repo_edit")->setText(repo);
        QVERIFY(!bench.publish()->isEnabled());
        QVERIFY(!bench.client.inspectedRepos.contains(repo));
    }

    void licencesDecide_data() {
        QTest::addColumn<QString>("license");
        QTest::addColumn<bool>("isForbidden");
        QTest::addColumn<bool>("isAsked");
        QTest::newRow("free") << u"apache-2.0"_s << false << false;
        QTest::newRow("not to be sold, but shared") << u"cc-by-nc-4.0"_s << false << false;
        QTest::newRow("no derivatives") << u"cc-by-nc-nd-4.0"_s << true << false;
        QTest::newRow("not said") << QString() << false << true;
        const auto terms = [](bool mayShare) { return toText(hubTermsText({true, false, false, mayShare})); };
        QTest::newRow("CivitAI, shared") << terms(true) << false << false;
        QTest::newRow("CivitAI, not shared") << terms(false) << true << false;
        QTest::newRow("nobody knows it") << u"my-own-terms"_s << false << true;
    }
    void licencesDecide() {
        QFETCH(QString, license);
        QFETCH(bool, isForbidden);
        QFETCH(bool, isAsked);
        Bench bench;
        bench.client.content.parts.push_back(part("third", license.toLatin1()));
        bench.open();
        auto* permitted = bench.child<QCheckBox>("publish_dialog_permitted_check");
        QCOMPARE(permitted->isVisible(), isAsked);
        QCOMPARE(bench.publish()->isEnabled(), !isForbidden && !isAsked);
        QCOMPARE(bench.text("publish_dialog_terms_label").contains(u"third"_s), isForbidden || isAsked);
        if (!isAsked) return;
        bench.tick("publish_dialog_permitted_check");
        QVERIFY(bench.publish()->isEnabled());
    }

    void cancellingKeepsWhatHasArrived() {
        Bench bench;
        bench.open();
        bench.click("publish_dialog_ok_button");
        bench.click("publish_dialog_cancel_button");
        QCOMPARE(bench.client.cancels, 1);
        QVERIFY(bench.text("publish_dialog_status_label").startsWith(u"Cancelled. Nothing was published"_s));
        QCOMPARE(bench.publish()->text(), u"Publish again"_s);
        QVERIFY(bench.publish()->isEnabled());
        // the repository was made by the first try: the second one may find it
        bench.click("publish_dialog_ok_button");
        QVERIFY(bench.client.pushes.back().mayExist);
    }

    void failuresSayWhatHelps_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("offersPage");
        QTest::newRow("conflict") << int(ErrorCode::UploadConflict) << u"changed while uploading"_s << true;
        QTest::newRow("unknown") << int(ErrorCode::CommitUnknown) << u"not certain"_s << true;
        QTest::newRow("scope") << int(ErrorCode::TokenScope) << u"may not do this"_s << false;
        QTest::newRow("offline") << int(ErrorCode::Unreachable) << u"cannot be reached"_s << false;
        QTest::newRow("card") << int(ErrorCode::ConfigInvalid) << u"license: no such one"_s << false;
    }
    void failuresSayWhatHelps() {
        QFETCH(int, code);
        QFETCH(QString, words);
        QFETCH(bool, offersPage);
        Bench bench;
        bench.open();
        bench.click("publish_dialog_ok_button");
        Q_EMIT bench.client.publishFailed(
            {static_cast<ErrorCode>(code), "The Hub refuses the head of README.md: license: no such one.", "detail"});
        QVERIFY2(bench.text("publish_dialog_status_label").contains(words),
                 qPrintable(bench.text("publish_dialog_status_label")));
        QCOMPARE(bench.child<QPushButton>("publish_dialog_open_button")->isVisible(), offersPage);
        QVERIFY(bench.publish()->isEnabled());
    }

    void hashesThatArriveLaterFillTheCardUnlessItWasEdited() {
        Bench bench;
        bench.client.content.parts[1].sha256.clear();
        bench.client.content.parts[1].isHere = true;
        bench.open();
        QVERIFY(bench.text("publish_dialog_card_hint").contains(u"being read"_s));
        Q_EMIT bench.client.planProgressed(u"/models/coast mix"_s, 0.5, u"ink"_s);
        QCOMPARE(bench.text("publish_dialog_card_hint"), u"Reading ink for its hash, 50 %"_s);
        PublishPlan whole = bench.client.content;
        whole.folder = "/models/coast mix";
        whole.parts[1].sha256 = "bb";
        whole.card += "bb\n";
        Q_EMIT bench.client.planned(whole);
        auto* card = bench.child<QPlainTextEdit>("publish_dialog_card_edit");
        QVERIFY(card->toPlainText().endsWith(u"bb\n"_s));
        card->setFocus();
        QTest::keyClicks(card, u"mine "_s);
        Q_EMIT bench.client.planned(bench.client.content);
        whole.card = "another";
        Q_EMIT bench.client.planned(whole);
        QVERIFY(card->toPlainText().startsWith(u"mine "_s));
    }

    void theFoldersOwnCardIsLeftAlone() {
        Bench bench;
        bench.client.content.hasOwnCard = true;
        bench.open();
        bench.click("publish_dialog_ok_button");
        QVERIFY(!bench.client.pushes.front().card);
    }

    void aLicenceFindsItsLine_data() {
        QTest::addColumn<QString>("card");
        QTest::addColumn<QString>("expected");
        QTest::newRow("replaced") << u"---\nlicense: mit\n---\nx"_s << u"---\nlicense: other\n---\nx"_s;
        QTest::newRow("a list") << u"---\nlicense:\n- mit\n- cc0\ntags:\n- a\n---\nx"_s
                                << u"---\nlicense: other\ntags:\n- a\n---\nx"_s;
        QTest::newRow("added") << u"---\ntags:\n- a\n---\nlicense: mit"_s
                               << u"---\ntags:\n- a\nlicense: other\n---\nlicense: mit"_s;
        QTest::newRow("no head") << u"# x"_s << u"---\nlicense: other\n---\n# x"_s;
    }
    void aLicenceFindsItsLine() {
        QFETCH(QString, card);
        QFETCH(QString, expected);
        QCOMPARE(withLicence(card, u"other"_s), expected);
    }

    void theMixPageSavesBeforeItPublishes() {
        test::MixBench bench;
        bench.fill();
        QTemporaryDir folder;
        QSignalSpy wanted(&bench.navigator, &Navigator::publishWanted);
        bench.page->publish();
        auto* box = bench.find<QMessageBox>("mix_publish_dialog");
        QTest::mouseClick(box->findChild<QPushButton*>(u"mix_publish_dialog_save_button"_s), Qt::LeftButton);
        auto* name = bench.find<QLineEdit>("save_mixture_dialog_name_edit");
        bench.find<QLineEdit>("save_mixture_dialog_folder_edit")->setText(folder.path());
        name->setText(u"coast"_s);
        QTest::mouseClick(bench.find<QPushButton>("save_mixture_dialog_ok_button"), Qt::LeftButton);
        QCOMPARE(bench.jobs.saves.size(), 1U);
        const QString saved = folder.filePath(u"coast"_s);
        QVERIFY(QDir().mkpath(saved));
        MixReport report;
        report.output = toPath(saved);
        Q_EMIT bench.jobs.saved(report);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), saved);

        // unchanged: at once; changed: it has to be saved anew
        bench.page->publish();
        QCOMPARE(wanted.size(), 2);
        bench.document().setPromptText({0, PromptSide::Positive, 0}, u"a quiet bay"_s);
        bench.page->publish();
        QCOMPARE(wanted.size(), 2);
        auto* again = bench.page->findChildren<QMessageBox*>(u"mix_publish_dialog"_s).last();
        QTest::mouseClick(again->findChild<QPushButton*>(u"mix_publish_dialog_folder_button"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 3);
        QVERIFY(wanted[2][0].toString().isEmpty());
    }
};

QTEST_MAIN(PublishDialogTest)
#include "publish_dialog_test.moc"
