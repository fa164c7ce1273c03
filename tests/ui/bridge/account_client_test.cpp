// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Where tokens go: from the dialog to the keychain and the engine, from the keychain to the engine, never back.
#include <mutex>

#include <QtTest/QtTest>

#include "tests/ui/support/fake_keychain.h"
#include "ui/bridge/threaded_account_client.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using segmoe::test::FakeKeychain;
using Place = AccountState::Place;

namespace {

constexpr int kLimit = 60'000;

/// What the engine's side holds; used by its thread and looked at by the test.
struct Engine {
    std::mutex mutex;
    std::map<HubSite, std::string> lent, file;
    std::string endpoint = "https://huggingface.co";
    HubNetwork network;
};

class FakeAccounts final : public HubAccounts {
public:
    explicit FakeAccounts(Engine& engine) : m_engine(engine) {}
    HubTokenState state(HubSite site) override {
        const std::lock_guard lock(m_engine.mutex);
        const TokenPlace place = m_engine.lent.contains(site)   ? TokenPlace::Session
                                 : m_engine.file.contains(site) ? TokenPlace::File
                                                                : TokenPlace::None;
        return {site, place, {}, site == HubSite::CivitAi ? "https://civitai.com" : m_engine.endpoint};
    }
    HubAccount check(HubSite, const std::string& token, const CancelToken&) override {
        if (token != "good") throw Error(ErrorCode::TokenInvalid, "The token is not valid.");
        return {"ada", "write"};
    }
    void lend(HubSite site, const std::string& token) override {
        const std::lock_guard lock(m_engine.mutex);
        m_engine.lent[site] = token;
    }
    void keepInFile(HubSite site, const std::string& token) override {
        const std::lock_guard lock(m_engine.mutex);
        m_engine.lent.erase(site);
        m_engine.file[site] = token;
    }
    bool forget(HubSite site) override {
        const std::lock_guard lock(m_engine.mutex);
        return m_engine.lent.erase(site) + m_engine.file.erase(site) > 0;
    }
    void setNetwork(const HubNetwork& network) override {
        if (network.endpoint == "nonsense") throw Error(ErrorCode::RequestInvalid, "This is no address.");
        const std::lock_guard lock(m_engine.mutex);
        m_engine.network = network;
        if (!network.endpoint.empty() && network.endpoint != m_engine.endpoint) m_engine.lent.clear();
        m_engine.endpoint = network.endpoint.empty() ? "https://huggingface.co" : network.endpoint;
    }

private:
    Engine& m_engine;
};

struct Bench {
    explicit Bench(bool hasKeychain = true) {
        client =
            std::make_unique<ThreadedAccountClient>([this] { return std::make_unique<FakeAccounts>(engine); },
                                                    hasKeychain ? std::make_unique<FakeKeychain>(keychain) : nullptr);
    }
    std::string lent(HubSite site = HubSite::HuggingFace) {
        const std::lock_guard lock(engine.mutex);
        return engine.lent.contains(site) ? engine.lent[site] : std::string();
    }
    Place place(HubSite site = HubSite::HuggingFace) const { return client->state(site).place; }

    Engine engine;
    std::shared_ptr<FakeKeychain::Content> keychain = std::make_shared<FakeKeychain::Content>();
    std::unique_ptr<ThreadedAccountClient> client;
};

}  // namespace

class AccountClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownEntriesOfTheKeychainReachTheEngine() {
        Bench bench;
        bench.keychain->secrets = {{u"huggingface"_s, u"good"_s}, {u"civitai"_s, u"key"_s}};
        bench.client->load({u"huggingface"_s});
        QTRY_VERIFY_WITH_TIMEOUT(bench.place() == Place::Keychain, kLimit);
        QCOMPARE(bench.lent(), std::string("good"));
        // nobody has said that there is a key of CivitAI: the keychain is not asked, and nobody has to unlock it
        QCOMPARE(bench.keychain->asked, QStringList{u"read huggingface"_s});
        QVERIFY(bench.place(HubSite::CivitAi) == Place::None);
        bench.client->lookIntoKeychain();
        QTRY_VERIFY_WITH_TIMEOUT(bench.place(HubSite::CivitAi) == Place::Keychain, kLimit);
        QCOMPARE(bench.lent(HubSite::CivitAi), std::string("key"));
    }

    void entriesThatAreGoneAreForgotten() {
        Bench bench;
        QSignalSpy entries(bench.client.get(), &AccountClient::keychainEntriesChanged);
        bench.client->load({u"huggingface"_s});
        QTRY_COMPARE_WITH_TIMEOUT(entries.size(), 1, kLimit);
        QCOMPARE(entries[0][0].toStringList(), QStringList());
        QVERIFY(bench.place() == Place::None);
    }

    void aNewTokenGoesToTheKeychainAndReplacesTheFile() {
        Bench bench;
        bench.engine.file[HubSite::HuggingFace] = "old";
        bench.client->load({});
        QTRY_VERIFY_WITH_TIMEOUT(bench.place() == Place::File, kLimit);
        QSignalSpy kept(bench.client.get(), &AccountClient::kept);
        QSignalSpy entries(bench.client.get(), &AccountClient::keychainEntriesChanged);
        bench.client->keep(HubSite::HuggingFace, u" good \n"_s);
        QTRY_COMPARE_WITH_TIMEOUT(kept.size(), 1, kLimit);
        QCOMPARE(bench.keychain->secrets[u"huggingface"_s], u"good"_s);
        QVERIFY(bench.place() == Place::Keychain);
        QVERIFY(bench.engine.file.empty());
        QCOMPARE(entries.last()[0].toStringList(), QStringList{u"huggingface"_s});
        bench.client->remove(HubSite::HuggingFace);
        QTRY_VERIFY_WITH_TIMEOUT(bench.place() == Place::None && bench.keychain->secrets.empty(), kLimit);
        QTRY_COMPARE_WITH_TIMEOUT(entries.last()[0].toStringList(), QStringList(), kLimit);
        QCOMPARE(bench.lent(), std::string());
    }

    void withoutAKeychainThePersonDecides_data() {
        QTest::addColumn<bool>("isBuiltIn");
        QTest::newRow("none answers") << true;
        QTest::newRow("built without") << false;
    }
    void withoutAKeychainThePersonDecides() {
        QFETCH(bool, isBuiltIn);
        Bench bench(isBuiltIn);
        bench.keychain->isThere = false;
        QSignalSpy missing(bench.client.get(), &AccountClient::keychainMissing);
        QSignalSpy kept(bench.client.get(), &AccountClient::kept);
        bench.client->load({});
        bench.client->keep(HubSite::CivitAi, u"good"_s);
        QTRY_COMPARE_WITH_TIMEOUT(missing.size(), 1, kLimit);
        QVERIFY(kept.isEmpty() && bench.lent(HubSite::CivitAi).empty());
        bench.client->keepForNow(HubSite::CivitAi, u"good"_s);
        QTRY_COMPARE_WITH_TIMEOUT(kept.size(), 1, kLimit);
        QVERIFY(bench.place(HubSite::CivitAi) == Place::Session);
        bench.client->keepInFile(HubSite::CivitAi, u"better"_s);
        QTRY_COMPARE_WITH_TIMEOUT(kept.size(), 2, kLimit);
        QVERIFY(bench.place(HubSite::CivitAi) == Place::File);
        QCOMPARE(bench.engine.file[HubSite::CivitAi], std::string("better"));
    }

    void aMirrorHasATokenOfItsOwn() {
        Bench bench;
        bench.keychain->secrets = {{u"huggingface"_s, u"good"_s}};
        bench.client->load({u"huggingface"_s});
        QTRY_VERIFY_WITH_TIMEOUT(bench.place() == Place::Keychain, kLimit);
        bench.client->setNetwork({.endpoint = "https://mirror.example"});
        QTRY_COMPARE_WITH_TIMEOUT(bench.client->state(HubSite::HuggingFace).origin, u"https://mirror.example"_s,
                                  kLimit);
        QVERIFY(bench.place() == Place::None);
        QCOMPARE(bench.lent(), std::string());
        QSignalSpy kept(bench.client.get(), &AccountClient::kept);
        bench.client->keep(HubSite::HuggingFace, u"theirs"_s);
        QTRY_COMPARE_WITH_TIMEOUT(kept.size(), 1, kLimit);
        QCOMPARE(bench.keychain->secrets[u"huggingface"_s], u"good"_s);
        QCOMPARE(bench.keychain->secrets[u"huggingface@https://mirror.example"_s], u"theirs"_s);
    }

    void checksAndRefusals() {
        Bench bench;
        QSignalSpy checked(bench.client.get(), &AccountClient::checked);
        QSignalSpy refused(bench.client.get(), &AccountClient::refused);
        QSignalSpy network(bench.client.get(), &AccountClient::networkRefused);
        bench.client->check(HubSite::HuggingFace, u"good"_s);
        bench.client->check(HubSite::HuggingFace, u"bad"_s);
        bench.client->setNetwork({.endpoint = "nonsense"});
        QTRY_COMPARE_WITH_TIMEOUT(network.size(), 1, kLimit);
        QCOMPARE(checked.size(), 1);
        QCOMPARE(checked[0][1].value<HubAccount>().name, std::string("ada"));
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused[0][1].value<Failure>().code == ErrorCode::TokenInvalid);
        QVERIFY(bench.client->network().endpoint.empty());
    }
};

QTEST_GUILESS_MAIN(AccountClientTest)
#include "account_client_test.moc"
