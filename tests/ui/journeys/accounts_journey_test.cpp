// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Access tokens and publishing with the real engine against the stand-in of the hubs: a gated model is refused, a token
// is checked and kept in a keychain, the model opens; the starter mixture is saved and published with its card. At the
// end the token is looked for wherever it must not be.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "core/engine/recipe_text.h"
#include "tests/support/standin/standin.h"
#include "tests/ui/support/fake_keychain.h"
#include "tests/ui/support/studio_bench.h"
#include "ui/bridge/account_client.h"
#include "ui/bridge/hub_keys.h"
#include "ui/bridge/mix_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/library/token_dialog.h"
#include "ui/mix/mix_files.h"
#include "ui/mix/publish_dialog.h"
#include "ui/shell/action_table.h"
#include "ui/shell/log_store.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using segmoe::standin::Standin;
using test::FakeKeychain;
using test::StudioBench;

namespace {

constexpr int kLimit = StudioBench::kLimit;
const QString kToken = QString::fromLatin1(Standin::kToken);
const QString kKey = QString::fromLatin1(Standin::kCivitaiKey);

std::map<std::string, std::string> filesBelow(const QString& folder) {
    std::map<std::string, std::string> files;
    QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (file.open(QIODevice::ReadOnly))
            files[QDir(folder).relativeFilePath(file.fileName()).toStdString()] = file.readAll().toStdString();
    }
    return files;
}

}  // namespace

class AccountsJourneyTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Standin> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LogStore> m_log;
    std::unique_ptr<StudioBench> m_bench;
    std::shared_ptr<FakeKeychain::Content> m_keychain = std::make_shared<FakeKeychain::Content>();
    std::unique_ptr<EngineBackend> m_backend;
    std::unique_ptr<HubAccess> m_hub;  ///< as another page of the window has one
    QStringList m_shown;               ///< sentences of refusals

    template <class T = QWidget>
    T* find(const char* name) {
        return m_bench->find<T>(name);
    }
    void click(const char* name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    QString text(const char* label) { return find<QLabel>(label)->text(); }
    const AccountState& state(HubSite site) { return m_bench->client->accounts().state(site); }
    /// The code of the refusal, or nothing.
    QString plan(const char* reference) {
        try {
            (void)m_hub->plan(reference, {}, {});
            return {};
        } catch (const Error& error) {
            m_shown << toText(error.what()) << toText(error.detail());
            return toText(errorCodeName(error.code()));
        }
    }
    void openTokens() {
        m_bench->window->actionTable().action(ActionId::FileTokens)->trigger();
        QVERIFY(find<TokenDialog>("token_dialog"));
    }
    QString saveStarter();

private Q_SLOTS:
    void initTestCase() {
        m_server = std::make_unique<Standin>();
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE",
                                 "HF_TOKEN_PATH", "HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "CIVITAI_API_TOKEN",
                                 "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
        qputenv("HF_ENDPOINT", m_server->url("hub").c_str());
        qputenv("SEGMOE_CIVITAI_ENDPOINT", m_server->url("civitai").c_str());
        qputenv("HF_HOME", m_folder->filePath(u"hf"_s).toUtf8());
        qputenv("SEGMOE_HOME", m_folder->filePath(u"home"_s).toUtf8());
        m_server->addRepo("ada/gated",
                          filesBelow(QStringLiteral(SEGMOE_SOURCE_DIR) + u"/tests/golden/data/models/sd1"_s));
        m_server->editRepo("ada/gated",
                           [](standin::Repository& repository) { repository.access = standin::Access::Gated; });
        m_log = std::make_unique<LogStore>(m_folder->filePath(u"log"_s));
        m_bench = std::make_unique<StudioBench>();
        m_bench->keychain = std::make_unique<FakeKeychain>(m_keychain);
        QVERIFY(m_bench->start());
        m_backend = engineModuleFactory({QStringLiteral(SEGMOE_ENGINE_MODULE)})();
        m_hub = m_backend->openHub();
        connect(&m_bench->client->accounts(), &AccountClient::refused, this, [this](HubSite, const Failure& failure) {
            m_shown << toText(failure.message) << toText(failure.detail);
        });
    }
    void cleanupTestCase() {
        m_hub.reset();
        m_backend.reset();
        m_bench.reset();
        m_log.reset();
    }

    void aGatedModelOpensOnceATokenIsThere() {
        QCOMPARE(plan("ada/gated"), u"Gated"_s);
        openTokens();
        QTRY_VERIFY_WITH_TIMEOUT(text("token_hf_state_label").contains(u"127.0.0.1"_s), kLimit);
        QTest::keyClicks(find("token_hf_edit"), u"hf_ThisOneIsNotKnown1"_s);
        click("token_hf_check_button");
        QTRY_VERIFY_WITH_TIMEOUT(text("token_hf_result_label").startsWith(u"Not accepted"_s), kLimit);
        find<QLineEdit>("token_hf_edit")->clear();
        QTest::keyClicks(find("token_hf_edit"), kToken);
        click("token_hf_check_button");
        QTRY_COMPARE_WITH_TIMEOUT(text("token_hf_result_label"), u"Works, signed in as standin."_s, kLimit);
        QCOMPARE(plan("ada/gated"), u"Gated"_s);  // asking has kept nothing
        QTest::keyClicks(find("token_civitai_edit"), kKey);
        click("token_civitai_check_button");
        QTRY_VERIFY_WITH_TIMEOUT(text("token_civitai_result_label").startsWith(u"Works"_s), kLimit);
        click("token_dialog_ok_button");
        QTRY_VERIFY_WITH_TIMEOUT(state(HubSite::HuggingFace).place == AccountState::Place::Keychain &&
                                     state(HubSite::CivitAi).place == AccountState::Place::Keychain,
                                 kLimit);
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench->window->findChild<TokenDialog*>(), kLimit);
        QCOMPARE(m_keychain->secrets.size(), 2U);
        QCOMPARE(m_keychain->secrets[keychainEntry(HubSite::HuggingFace, toText(m_server->url("hub")))], kToken);
        QCOMPARE(plan("ada/gated"), QString());
    }

    void theStarterMixtureIsPublishedWithItsCard() {
        const QString folder = saveStarter();
        QVERIFY(!folder.isEmpty());
        Q_EMIT m_bench->window->navigator().publishWanted(folder);
        auto* dialog = find<PublishDialog>("publish_dialog");
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(find<QLineEdit>("publish_dialog_repo_edit")->text().startsWith(u"standin/"_s), kLimit);
        auto* publish = find<QPushButton>("publish_dialog_ok_button");
        auto* permitted = find<QCheckBox>("publish_dialog_permitted_check");
        QTRY_VERIFY_WITH_TIMEOUT(text("publish_dialog_where_label").startsWith(u"A new repository"_s), kLimit);
        QVERIFY(permitted->isVisible() && !publish->isEnabled());  // the starter's files name no licence
        permitted->click();
        auto* card = find<QPlainTextEdit>("publish_dialog_card_edit");
        QTRY_VERIFY_WITH_TIMEOUT(!card->toPlainText().contains(u"not known | not known"_s), kLimit);
        const std::string text = card->toPlainText().toStdString();
        const std::string repo = find<QLineEdit>("publish_dialog_repo_edit")->text().toStdString();
        QVERIFY2(publish->isEnabled(), qPrintable(publish->toolTip()));
        publish->click();
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("publish_dialog_open_button")->isVisible(), kLimit);
        QVERIFY2(this->text("publish_dialog_status_label").startsWith(u"Published"_s),
                 qPrintable(this->text("publish_dialog_status_label")));

        m_server->editRepo(repo, [&](standin::Repository& repository) {
            QVERIFY(repository.access == standin::Access::Private);
            const auto& tree = repository.commits.at(repository.commitOf("main"));
            const auto files = filesBelow(folder);
            for (const auto& [path, bytes] : files)
                QVERIFY2(tree.contains(path) && *tree.at(path).bytes == bytes, path.c_str());
            QCOMPARE(tree.size(), files.size() + 1);
            QCOMPARE(*tree.at("README.md").bytes, text);
            for (const char* part : {"library_name: diffusers", "flower", "house", "fish", "SHA-256", "num_experts: 4"})
                QVERIFY2(text.find(part) != std::string::npos, part);
            QVERIFY(text.find(folder.toStdString()) == std::string::npos);
            // a digest of every part, of 64 digits
            static const QRegularExpression digest(u"`[0-9a-f]{64}`"_s);
            QCOMPARE(QString::fromStdString(text).count(digest), 4);
        });
        click("publish_dialog_cancel_button");
    }

    void theTokensAreNowhereElse() {
        Q_EMIT m_bench->window->navigator().windowClosing();
        QSettings(m_bench->profile.filePath(u"settings.ini"_s), QSettings::IniFormat).sync();
        int files = 0;
        for (const QString& place : {m_bench->profile.path(), m_folder->path()})
            for (const auto& [path, bytes] : filesBelow(place)) {
                ++files;
                for (const QString& secret : {kToken, kKey})
                    QVERIFY2(bytes.find(secret.toStdString()) == std::string::npos, path.c_str());
            }
        QVERIFY(files > 5);
        QVERIFY(!m_log->lines().empty());
        for (const LogLine& line : m_log->lines())
            QVERIFY2(!line.text.contains(kToken) && !line.text.contains(kKey), qPrintable(line.text));
        QVERIFY(!m_shown.isEmpty());
        for (const QString& sentence : m_shown)
            QVERIFY2(!sentence.contains(u"hf_"_s) && !sentence.contains(kKey), qPrintable(sentence));
        for (const QWidget* widget : m_bench->window->findChildren<QWidget*>())
            if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
                QVERIFY2(!edit->text().contains(kToken), qPrintable(edit->objectName()));
        for (const standin::Record& record : m_server->log()) {
            const std::string& asked = record.request.target;
            for (const QString& secret : {kToken, kKey})
                QVERIFY2(asked.find(secret.toStdString()) == std::string::npos, asked.c_str());
            const std::string authorization = record.request.header("Authorization");
            const bool isHub = record.request.origin == "hub", isCivitai = record.request.origin == "civitai";
            QVERIFY(isHub || authorization.find(kToken.toStdString()) == std::string::npos);
            QVERIFY(isCivitai || authorization.find(kKey.toStdString()) == std::string::npos);
        }
    }

    void aRemovedTokenIsGoneAtOnce() {
        openTokens();
        click("token_hf_remove_button");
        QTRY_VERIFY_WITH_TIMEOUT(!state(HubSite::HuggingFace).hasToken(), kLimit);
        QCOMPARE(m_keychain->secrets.size(), 1U);
        QCOMPARE(plan("ada/gated"), u"Gated"_s);
        click("token_dialog_cancel_button");
    }

    void offlineAsksNobody() {
        m_bench->settings->set(keys::kOffline, true);
        m_bench->client->accounts().setNetwork({.isOffline = true});
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->client->accounts().network().isOffline, kLimit);
        m_server->clearLog();
        QCOMPARE(plan("ada/other"), u"OfflineMissing"_s);
        QVERIFY(m_server->log().empty());
    }
};

/// The starter mixture as a folder of its own; empty when it could not be saved.
QString AccountsJourneyTest::saveStarter() {
    MixClient& mix = m_bench->client->mix();
    QSignalSpy read(&mix, &MixClient::recipeRead);
    mix.readFile(7001, m_bench->facts.starterFolder + u"/starter.yaml"_s);
    if (!QTest::qWaitFor([&] { return !read.isEmpty(); }, kLimit)) return {};
    SaveMixtureRequest request;
    // As the Mix page does it: sources are named in full, whatever folder the mixture goes to.
    request.build.recipe = movedTo(read[0][1].value<RecipeText>().recipe, m_folder->path());
    request.output = toPath(m_folder->filePath(u"meadow"_s));
    QSignalSpy finished(m_bench->client.get(), &EngineClient::workFinished);
    m_bench->client->submit(SaveMixtureWork{request});
    if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, kLimit)) return {};
    const auto report = finished[0][1].value<WorkReport>();
    if (report.outcome != RenderOutcome::Done) qWarning("%s", report.failure.message.c_str());
    return report.outcome == RenderOutcome::Done ? pathText(request.output) : QString();
}

QTEST_MAIN(AccountsJourneyTest)
#include "accounts_journey_test.moc"
