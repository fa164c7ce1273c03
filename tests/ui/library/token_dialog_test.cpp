// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/token_dialog.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/support/page_walk.h"
#include "ui/bridge/scripted_account_client.h"
#include "ui/library/token_group.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using Place = AccountState::Place;

namespace {

const QString kToken = u"hf_abcdefgh12345678"_s;

struct Bench {
    Bench() {
        accounts.good = {{kToken, {"ada", "write"}}, {u"hf_readonly"_s, {"ada", "read"}}, {u"key"_s, {"eve", {}}}};
        dialog = new TokenDialog(theme, accounts);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
    }
    ~Bench() { delete dialog; }
    template <class T>
    T* child(const char* name) {
        auto* found = dialog->findChild<T*>(QString::fromLatin1(name));
        if (!found) qWarning("no %s", name);
        return found;
    }
    QString text(const char* label) { return child<QLabel>(label)->text(); }
    void click(const char* name) { QTest::mouseClick(child<QAbstractButton>(name), Qt::LeftButton); }
    void type(const char* name, const QString& text) {
        child<QLineEdit>(name)->setFocus();
        QTest::keyClicks(child<QLineEdit>(name), text);
    }

    Theme theme;
    ScriptedAccountClient accounts;
    QPointer<TokenDialog> dialog;
};

}  // namespace

class TokenDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsNamedAndReachable() {
        Bench bench;
        QCOMPARE(walk::nameProblems(*bench.dialog), QStringList());
        QCOMPARE(walk::clippedTexts(*bench.dialog), QStringList());
        QCOMPARE(walk::unreachableControls(*bench.dialog), QStringList());
        QVERIFY(bench.accounts.asked.contains(u"look"_s));
        QVERIFY(!bench.child<QPushButton>("token_dialog_ok_button")->isEnabled());
        QVERIFY(!bench.child<QPushButton>("token_hf_check_button")->isEnabled());
        QVERIFY(!bench.child<QPushButton>("token_hf_remove_button")->isEnabled());
    }

    void whatIsTypedIsHiddenUntilItIsAskedFor() {
        Bench bench;
        auto* edit = bench.child<QLineEdit>("token_hf_edit");
        bench.type("token_hf_edit", kToken);
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        bench.click("token_hf_reveal_button");
        QCOMPARE(edit->echoMode(), QLineEdit::Normal);
        edit->clear();
        QCOMPARE(edit->echoMode(), QLineEdit::Password);  // the next one is not shown unasked
    }

    void checkSaysWhoseItIs_data() {
        QTest::addColumn<QString>("site");
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("role");
        QTest::newRow("works") << u"hf"_s << kToken << u"Works, signed in as ada."_s << u"success"_s;
        QTest::newRow("may only read")
            << u"hf"_s << u"hf_readonly"_s
            << u"Works, signed in as ada. This token may only read: publishing needs one with "
               "write access."_s
            << u"warning"_s;
        QTest::newRow("not accepted") << u"hf"_s << u"hf_wrong"_s
                                      << u"Not accepted. Copy it once more from your account."_s << u"problem"_s;
        QTest::newRow("civitai") << u"civitai"_s << u"key"_s << u"Works, signed in as eve."_s << u"success"_s;
    }
    void checkSaysWhoseItIs() {
        QFETCH(QString, site);
        QFETCH(QString, token);
        QFETCH(QString, sentence);
        QFETCH(QString, role);
        Bench bench;
        bench.type((u"token_"_s + site + u"_edit"_s).toLatin1(), token);
        bench.click((u"token_"_s + site + u"_check_button"_s).toLatin1());
        auto* result = bench.child<QLabel>((u"token_"_s + site + u"_result_label"_s).toLatin1());
        QVERIFY(result->isVisible());
        QCOMPARE(result->text(), sentence);
        QCOMPARE(result->property("role").toString(), role);
        QVERIFY(!bench.accounts.asked.contains(u"keep "_s + site));  // asking keeps nothing
    }

    void aScopedKeyIsAWarningNotARefusal() {
        Bench bench;
        bench.type("token_civitai_edit", u"scoped"_s);
        Q_EMIT bench.accounts.refused(HubSite::CivitAi, {ErrorCode::TokenScope, "Your token may not do this.", {}});
        QVERIFY(bench.text("token_civitai_result_label").contains(u"Downloads may work"_s));
        QCOMPARE(bench.child<QLabel>("token_civitai_result_label")->property("role").toString(), u"warning"_s);
        QVERIFY(!bench.child<QLabel>("token_hf_result_label")->isVisible());
    }

    void saveKeepsBothAndCloses() {
        Bench bench;
        bench.type("token_hf_edit", kToken);
        bench.type("token_civitai_edit", u"key"_s);
        bench.click("token_dialog_ok_button");
        QVERIFY(bench.accounts.asked.contains(u"keep hf"_s) && bench.accounts.asked.contains(u"keep civitai"_s));
        QVERIFY(bench.accounts.state(HubSite::HuggingFace).place == Place::Keychain);
        QTRY_VERIFY(!bench.dialog || !bench.dialog->isVisible());
    }

    void withoutAKeychainThePersonDecides_data() {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("asked");
        QTest::newRow("for now") << u"token_keychain_dialog_ok_button"_s << u"now hf"_s;
        QTest::newRow("file") << u"token_keychain_dialog_file_button"_s << u"file hf"_s;
        QTest::newRow("not at all") << u"token_keychain_dialog_cancel_button"_s << QString();
    }
    void withoutAKeychainThePersonDecides() {
        QFETCH(QString, button);
        QFETCH(QString, asked);
        Bench bench;
        bench.accounts.hasKeychain = false;
        bench.type("token_hf_edit", kToken);
        bench.click("token_dialog_ok_button");
        auto* box = bench.child<QMessageBox>("token_keychain_dialog");
        QVERIFY(box);
        QCOMPARE(box->text(), u"No keychain was found. Keep the token until the program closes?"_s);
        QTest::mouseClick(box->findChild<QPushButton*>(button), Qt::LeftButton);
        if (!asked.isEmpty()) {
            QVERIFY(bench.accounts.asked.contains(asked));
            QTRY_VERIFY(!bench.dialog || !bench.dialog->isVisible());
            return;
        }
        QVERIFY(!bench.accounts.state(HubSite::HuggingFace).hasToken());
        QCOMPARE(bench.child<QLineEdit>("token_hf_edit")->text(), kToken);  // nothing is lost
        QVERIFY(bench.child<QPushButton>("token_dialog_ok_button")->isEnabled());
    }

    void environmentTokensAreShownAndLeftAlone() {
        Bench bench;
        bench.accounts.set({HubSite::HuggingFace, Place::Environment, u"HF_TOKEN"_s, u"https://huggingface.co"_s});
        auto* edit = bench.child<QLineEdit>("token_hf_edit");
        QVERIFY(edit->isReadOnly() && edit->text().isEmpty());
        QCOMPARE(edit->placeholderText(), u"set by environment"_s);
        QVERIFY(bench.text("token_hf_state_label").contains(u"HF_TOKEN"_s));
        QVERIFY(bench.child<QPushButton>("token_hf_check_button")->isEnabled());
        QVERIFY(!bench.child<QPushButton>("token_hf_remove_button")->isEnabled());
    }

    void whatIsOursCanBeRemoved() {
        Bench bench;
        bench.accounts.set({HubSite::CivitAi, Place::File, u"secrets.ini"_s, u"https://civitai.com"_s});
        bench.click("token_civitai_remove_button");
        QVERIFY(bench.accounts.asked.contains(u"remove civitai"_s));
        QVERIFY(!bench.child<QPushButton>("token_civitai_remove_button")->isEnabled());
    }

    void aMirrorIsNamed() {
        Bench bench;
        bench.accounts.set({HubSite::HuggingFace, Place::None, {}, u"https://mirror.example"_s});
        QVERIFY(bench.text("token_hf_state_label").contains(u"https://mirror.example"_s));
    }
};

QTEST_MAIN(TokenDialogTest)
#include "token_dialog_test.moc"
