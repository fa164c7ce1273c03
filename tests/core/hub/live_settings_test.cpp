// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/live_settings.h"

#include <QtTest/QtTest>

#include "core/hub/token_store.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::hub;

namespace {

constexpr const char* kHub = "https://huggingface.co";
constexpr const char* kMirror = "https://mirror.example";

std::string header(const FoundToken& token, const std::string& origin) {
    return token.credential.authorizationHeader(origin);
}

}  // namespace

class LiveSettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<test::TempDir>();
        for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_TOKEN_PATH", "HF_ENDPOINT", "HF_HUB_OFFLINE",
                                 "TRANSFORMERS_OFFLINE", "CIVITAI_API_TOKEN"})
            qunsetenv(name);
        qputenv("HF_HOME", (*m_folder / "hf").c_str());
        LiveSettings::ofProcess().setNetwork({});
        for (const char* origin : {kHub, kMirror}) LiveSettings::ofProcess().takeBack(origin);
    }

    void lentTokensGoFirstAndAreNeverWritten() {
        LiveSettings& live = LiveSettings::ofProcess();
        TokenStore store(*m_folder / "own/secrets.ini");
        qputenv("HF_TOKEN", "hf_variable");
        live.lend(Site::HuggingFace, kHub, " hf_lent\n");
        const FoundToken found = store.find(Site::HuggingFace, kHub);
        QCOMPARE(header(found, kHub), std::string("Bearer hf_lent"));
        QCOMPARE(header(found, "https://hf.co"), std::string("Bearer hf_lent"));
        QCOMPARE(header(found, "https://civitai.com"), std::string());
        QVERIFY(found.origin == FoundToken::Origin::Session);
        QVERIFY(found.name.find("hf_") == std::string::npos);
        QVERIFY(store.find(Site::HuggingFace, kMirror).origin == FoundToken::Origin::Environment);
        QVERIFY(!std::filesystem::exists(*m_folder / "own"));
        QVERIFY(live.takeBack(kHub));
        QVERIFY(!live.takeBack(kHub));
        QCOMPARE(header(store.find(Site::HuggingFace, kHub), kHub), std::string("Bearer hf_variable"));
        QVERIFY(test::expectError([&] { live.lend(Site::HuggingFace, kHub, " \n"); }).code() ==
                ErrorCode::TokenInvalid);
        const Error odd = test::expectError([&] { live.lend(Site::HuggingFace, kHub, "hf_a\nb"); });
        QVERIFY(std::string(odd.what()).find("hf_a") == std::string::npos);
        QVERIFY(live.lent(kHub).empty());
    }

    void aMirrorOfTheSettingsGetsNoTokenOfTheVariables() {
        qputenv("HF_TOKEN", "hf_variable");
        const TokenStore store(*m_folder / "secrets.ini");
        LiveSettings::ofProcess().setNetwork({.endpoint = "https://mirror.example/"});
        QCOMPARE(LiveSettings::ofProcess().network().endpoint, std::string(kMirror));
        QVERIFY(store.find(Site::HuggingFace, kMirror).credential.empty());
        QCOMPARE(header(store.find(Site::HuggingFace, kHub), kHub), std::string("Bearer hf_variable"));
        // whoever names the mirror in the environment means its token too
        qputenv("HF_ENDPOINT", kMirror);
        QCOMPARE(header(store.find(Site::HuggingFace, kMirror), kMirror), std::string("Bearer hf_variable"));
    }

    void settingsLieOverTheEnvironment() {
        LiveSettings& live = LiveSettings::ofProcess();
        QVERIFY(!live.network().isOffline && !live.network().isDirect);
        const std::uint64_t before = live.revision();
        live.setNetwork({.endpoint = kMirror, .proxy = "proxy.example:3128", .isDirect = false, .isOffline = true});
        QVERIFY(live.revision() > before);
        QCOMPARE(live.network().proxy, std::string("http://proxy.example:3128"));
        QVERIFY(live.network().isOffline);
        live.setNetwork({});
        qputenv("HF_HUB_OFFLINE", "1");
        QVERIFY(live.network().isOffline);  // what the environment switches off stays off
    }

    void whatCannotBeIsRefusedAndChangesNothing_data() {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("proxy");
        QTest::newRow("not encrypted") << "http://mirror.example"
                                       << "";
        QTest::newRow("a path") << "https://mirror.example/hub"
                                << "";
        QTest::newRow("no address") << "mirror"
                                    << "";
        QTest::newRow("a foreign kind of proxy") << ""
                                                 << "ftp://proxy:21";
        QTest::newRow("a proxy with a path") << ""
                                             << "http://proxy:3128/x";
        QTest::newRow("a proxy with a password") << ""
                                                 << "http://me:secretword@proxy:3128";
        QTest::newRow("no proxy") << ""
                                  << "http://";
    }
    void whatCannotBeIsRefusedAndChangesNothing() {
        QFETCH(QString, endpoint);
        QFETCH(QString, proxy);
        LiveSettings& live = LiveSettings::ofProcess();
        live.setNetwork({.proxy = "socks5://127.0.0.1:1080"});
        LiveSettings::Network network;
        network.endpoint = endpoint.toStdString();
        network.proxy = proxy.toStdString();
        const Error error = test::expectError([&] { live.setNetwork(network); });
        QVERIFY(error.code() == ErrorCode::RequestInvalid);
        QVERIFY(std::string(error.what()).find("secretword") == std::string::npos);
        QCOMPARE(live.network().proxy, std::string("socks5://127.0.0.1:1080"));
    }

private:
    std::unique_ptr<test::TempDir> m_folder;
};

QTEST_APPLESS_MAIN(LiveSettingsTest)
#include "live_settings_test.moc"
