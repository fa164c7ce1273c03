// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/curl_transport.h"

#include <QtTest/QtTest>

#include <thread>

#include "core/hub/proxy_choice.h"
#include "tests/core/hub/asking.h"
#include "tests/support/standin/connection.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::hub;
using namespace segmoe::test;
using standin::Answer;
using standin::Request;
using standin::Standin;

class CurlTransportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksWithItsOwnHeadersOnly() {
        Standin server;
        server.addRepo("org/name", {{"a.txt", "hello"}});
        CurlTransport transport(settingsOf(server));
        HttpRequest request = get(server.url("hub") + "/org/name/resolve/main/a.txt");
        request.headers.set("X-HF-Download-Counter", "1");
        request.credential = Credential(std::string(kSecret), {server.url("hub")});
        const HttpResponse response = transport.perform(request);
        QCOMPARE(response.status, 200);
        QVERIFY(response.body == "hello");
        const Request asked = server.log("hub").at(0).request;
        QVERIFY(asked.header("User-Agent").starts_with("segmoe-studio/"));
        QVERIFY(asked.header("Accept-Encoding") == "identity");
        QVERIFY(asked.header("Authorization") == "Bearer " + std::string(kSecret));
        QVERIFY(asked.header("X-HF-Download-Counter") == "1");
        QCOMPARE(asked.header("X-Amzn-Trace-Id").size(), std::size_t(36));
    }
    void tlsIsTrustedOrRefused_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("good") << 0;
        QTest::newRow("F3 unknown authority") << 1;
        QTest::newRow("F3 expired") << 2;
        QTest::newRow("F3 other host") << 3;
        QTest::newRow("F3 TLS 1.0") << 4;
    }
    void tlsIsTrustedOrRefused() {
        QFETCH(int, kind);
        const standin::Authority authority;
        const standin::Authority stranger;
        using Kind = standin::Authority::Kind;
        const auto context = kind == 1   ? stranger.serverContext()
                             : kind == 2 ? authority.serverContext(Kind::Expired)
                             : kind == 3 ? authority.serverContext(Kind::OtherHost)
                             : kind == 4 ? authority.oldContext()
                                         : authority.serverContext();
        std::atomic<int> requests = 0;
        const standin::Origin origin(
            "hub", context,
            [&](const Request&) {
                ++requests;
                return Answer::text(200, "hi");
            },
            [](auto) {});
        test::TempDir folder;
        NetworkSettings settings;
        settings.endpoint = origin.url();
        settings.caFile = folder / "ca.pem";
        authority.writeTo(settings.caFile);
        CurlTransport transport(settings);
        if (kind == 0) {
            QVERIFY(transport.perform(get(origin.url() + "/")).body == "hi");
            return;
        }
        QCOMPARE(test::expectError([&] { transport.perform(get(origin.url() + "/")); }).code(), ErrorCode::TlsFailed);
        QCOMPARE(requests.load(), 0);
    }
    void lackOfAnAnswerIsTold_data() {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("code");
        QTest::newRow("F4 reset at once") << 0 << int(ErrorCode::TransferBroken);
        QTest::newRow("F5 closed early") << 1 << int(ErrorCode::TransferBroken);
        QTest::newRow("F5 chunked and cut") << 2 << int(ErrorCode::TransferBroken);
        QTest::newRow("F8 silent") << 3 << int(ErrorCode::Timeout);
        QTest::newRow("F8 stalls in the body") << 4 << int(ErrorCode::Timeout);
        QTest::newRow("F8 slow head") << 5 << int(ErrorCode::Timeout);
        QTest::newRow("F11 length abc") << 6 << int(ErrorCode::BadServerReply);
        QTest::newRow("F11 two lengths") << 7 << int(ErrorCode::BadServerReply);
        QTest::newRow("F65 folded line") << 8 << int(ErrorCode::BadServerReply);
        QTest::newRow("F65 200 lines") << 9 << int(ErrorCode::BadServerReply);
        QTest::newRow("two places") << 10 << int(ErrorCode::BadServerReply);
        QTest::newRow("too large") << 11 << int(ErrorCode::BadServerReply);
        QTest::newRow("too large without length") << 12 << int(ErrorCode::BadServerReply);
    }
    void lackOfAnAnswerIsTold() {
        QFETCH(int, fault);
        QFETCH(int, code);
        Standin server;
        server.fail({"hub", "", "", 0, -1, [=](const Request&, Answer& answer) {
                         answer = Answer::text(200, std::string(1000, 'x'));
                         switch (fault) {
                             case 0: answer.isReset = true; break;
                             case 1: answer.closeAt = 500; break;
                             case 2:
                                 answer.isChunked = true;
                                 answer.closeAt = 500;
                                 break;
                             case 3: answer.isSilent = true; break;
                             case 4: answer.stallAt = 500; break;
                             case 5: answer.slowHead = 1; break;
                             case 6: answer.set("Content-Length", "abc"); break;
                             case 7: answer.headers = {{"Content-Length", "1000"}, {"Content-Length", "999"}}; break;
                             case 8: answer.set("X-Long", "a\r\n b"); break;
                             case 9:
                                 for (int i = 0; i < 200; ++i) answer.headers.emplace_back("X-Line", "1");
                                 break;
                             case 10:
                                 answer.headers = {{"Location", "/a"}, {"location", "/b"}};
                                 answer.status = 302;
                                 break;
                             case 12: answer.hasLength = false; break;
                             default: break;
                         }
                     }});
        CurlTransport transport(settingsOf(server));
        HttpRequest request = get(server.url("hub") + "/x?token=" + std::string(kSecret));
        request.timeouts.firstByte = std::chrono::milliseconds(fault == 3 ? 300 : 20'000);
        request.timeouts.stall = std::chrono::seconds(fault == 4 || fault == 5 ? 1 : 60);
        if (fault >= 11) request.maxBodyBytes = 999;
        const Error error = test::expectError([&] { transport.perform(request); });
        QCOMPARE(int(error.code()), code);
        for (const std::string& text : {std::string(error.what()), error.detail()})
            QVERIFY2(text.find(kSecret) == std::string::npos, text.c_str());
    }
    void interimAnswersAndTrailersAreDropped() {
        Standin server;
        server.fail({"hub", "", "", 0, -1, [](const Request&, Answer& answer) {
                         answer = Answer::text(200, "body");
                         answer.rawHead =
                             "HTTP/1.1 103 Early Hints\r\nLocation: https://evil.example/\r\nETag: early\r\n\r\n";
                         answer.isChunked = true;
                     }});
        CurlTransport transport(settingsOf(server));
        const HttpResponse response = transport.perform(get(server.url("hub") + "/x"));
        QCOMPARE(response.status, 200);
        QVERIFY(response.body == "body");
        QVERIFY(!response.headers.has("Location") && !response.headers.has("ETag"));
    }
    void nobodyListens() {
        Standin server;
        std::string gone;
        {
            const standin::Origin origin(
                "gone", nullptr, [](const Request&) { return Answer(); }, [](auto) {});
            gone = origin.url();
        }
        CurlTransport transport(settingsOf(server));
        QCOMPARE(test::expectError([&] { transport.perform(get(gone + "/")); }).code(), ErrorCode::Unreachable);
        NetworkSettings behindProxy = settingsOf(server);
        behindProxy.proxy = gone;
        CurlTransport proxied(behindProxy);
        const Error error = test::expectError([&] { proxied.perform(get(server.url("hub") + "/")); });
        QCOMPARE(error.code(), ErrorCode::ProxyFailed);
        QCOMPARE(server.log().size(), std::size_t(0));
    }
    void proxyRefusals_data() {
        QTest::addColumn<bool>("isSecure");
        QTest::newRow("F9 407 to CONNECT") << true;
        QTest::newRow("F9 407 to plain") << false;
    }
    void proxyRefusals() {
        QFETCH(bool, isSecure);
        Standin proxy;
        proxy.fail({"other", "", "", 0, -1, [](const Request&, Answer& answer) {
                        answer = Answer::text(407, "").set("Proxy-Authenticate", "Basic realm=\"x\"");
                    }});
        NetworkSettings settings;
        settings.endpoint = isSecure ? "https://127.0.0.1:9" : "http://127.0.0.1:9";
        settings.proxy = proxy.url("other");
        settings.proxy.insert(settings.proxy.find("127"), "user:Passw0rd@");
        CurlTransport transport(settings);
        const Error error = test::expectError([&] { transport.perform(get(settings.endpoint + "/x")); });
        QCOMPARE(error.code(), ErrorCode::ProxyFailed);
        QVERIFY(std::string(error.what()).find("Passw0rd") == std::string::npos);
        QCOMPARE(proxy.log("other").size(), std::size_t(1));
        QCOMPARE(proxy.log("other").at(0).request.method == "CONNECT", isSecure);
    }
    void proxiesPassOn() {
        // F9: what the proxy says to CONNECT is not the server's answer, and what we tell the server is not the
        // proxy's.
        const standin::Authority authority;
        Standin secure(&authority);
        secure.addRepo("org/name", {{"a.txt", "hello"}});
        Standin proxy;
        proxy.fail({"other", "CONNECT", "", 0, -1, [](const Request&, Answer& answer) {
                        answer.headers = {{"ETag", "\"proxy\""}, {"Content-Length", "5"}, {"X-Repo-Commit", "proxy"}};
                    }});
        TempDir folder;
        NetworkSettings settings = settingsOf(secure);
        settings.caFile = folder / "ca.pem";
        settings.proxy = proxy.url("other");
        authority.writeTo(settings.caFile);
        CurlTransport transport(settings);
        HttpRequest request = get(secure.url("hub") + "/org/name/resolve/main/a.txt");
        request.credential = Credential(std::string(kSecret), {secure.url("hub")});
        const HttpResponse response = transport.perform(request);
        QVERIFY(response.body == "hello");
        QVERIFY(response.headers.first("ETag") != "\"proxy\"");
        QVERIFY(secure.log("hub").at(0).request.hasHeader("Authorization"));
        const auto passed = proxy.log("other");
        QCOMPARE(passed.size(), std::size_t(1));
        for (const auto& [name, value] : passed.front().request.headers)
            QVERIFY2(value.find(kSecret) == std::string::npos, name.c_str());
    }
    void proxiesAreChosen_data() {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("list");
        QTest::addColumn<bool>("isCovered");
        QTest::newRow("itself") << "hub.example"
                                << "a.example,hub.example" << true;
        QTest::newRow("domain") << "cdn.hub.example"
                                << ".hub.example" << true;
        QTest::newRow("domain without dot") << "cdn.hub.example"
                                            << "hub.example" << true;
        QTest::newRow("all") << "hub.example"
                             << "*" << true;
        QTest::newRow("blanks and case") << "hub.example"
                                         << " , HUB.example" << true;
        QTest::newRow("end of a word") << "myhub.example"
                                       << "hub.example" << false;
        QTest::newRow("longer") << "example"
                                << "hub.example" << false;
        QTest::newRow("nothing") << "hub.example"
                                 << "" << false;
    }
    void proxiesAreChosen() {
        QFETCH(QString, host);
        QFETCH(QString, list);
        QFETCH(bool, isCovered);
        QCOMPARE(isCoveredByNoProxy(host.toStdString(), list.toStdString()), isCovered);
    }
    void settingsComeFromTheEnvironment() {
        const auto with = [](std::initializer_list<std::pair<const char*, const char*>> variables) {
            for (const char* name : {"HF_ENDPOINT", "HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_ETAG_TIMEOUT"})
                qunsetenv(name);
            for (const auto& [name, value] : variables) qputenv(name, value);
            return NetworkSettings::fromEnvironment();
        };
        QVERIFY(with({}).endpoint == "https://huggingface.co");
        QVERIFY(with({{"HF_ENDPOINT", "https://mirror.example/"}}).endpoint == "https://mirror.example");
        QVERIFY(with({{"HF_ENDPOINT", ""}}).endpoint == "https://huggingface.co");
        QVERIFY(with({{"HF_HUB_OFFLINE", "yes"}}).isOffline);
        QVERIFY(with({{"TRANSFORMERS_OFFLINE", "1"}}).isOffline);
        QVERIFY(!with({{"HF_HUB_OFFLINE", "0"}, {"TRANSFORMERS_OFFLINE", "1"}}).isOffline);
        QCOMPARE(with({{"HF_HUB_ETAG_TIMEOUT", "7"}}).etagTimeout->count(), 7000);
        QVERIFY(!with({{"HF_HUB_ETAG_TIMEOUT", "soon"}}).etagTimeout);
        for (const char* endpoint : {"http://hub.example", "https://hub.example/path", "ftp://hub.example", "hub"})
            QCOMPARE(expectError([&] { with({{"HF_ENDPOINT", endpoint}}); }).code(), ErrorCode::RequestInvalid);
        with({});
    }
    void bodiesStreamToTheSink() {
        Standin server;
        const std::string weights(3'000'000, 'w');
        server.addRepo("org/name", {{"m.safetensors", weights}});
        CurlTransport transport(settingsOf(server));
        HttpRequest request = get(server.url("hub") + "/org/name/resolve/main/m.safetensors");
        request.redirects = RedirectPolicy::Anywhere;
        TextSink sink;
        QCOMPARE(transport.performStreaming(request, sink).status, 200);
        QVERIFY(sink.text == weights);
        TextSink shy;
        shy.wants = false;
        const HttpResponse refused = transport.performStreaming(request, shy);
        QVERIFY(shy.text.empty());
        QVERIFY(refused.body.size() <= 64 * 1024);
    }
    void uploadsAreSent() {
        Standin server;
        const std::string body(200'000, 'u');
        CurlTransport transport(settingsOf(server));
        HttpRequest request = get(server.url("storage") + "/blobs/" + standin::sha256Hex(body) + "?X-Amz-Signature=g1");
        request.method = HttpMethod::Put;
        request.upload = HttpUpload::ofText(body);
        QVERIFY(transport.perform(request).isSuccess());
        QCOMPARE(server.log("storage").at(0).bodyBytes, body.size());
    }
    void bodyIsSentWithoutPermission() {
        Standin server;
        const std::string body(2'000'000, 'u');
        standin::Connection::s_withholdsContinue = true;
        CurlTransport transport(settingsOf(server));
        HttpRequest request = get(server.url("storage") + "/blobs/" + standin::sha256Hex(body) + "?X-Amz-Signature=g1");
        request.method = HttpMethod::Put;
        request.upload = HttpUpload::ofText(body);
        QVERIFY(transport.perform(request).isSuccess());
        standin::Connection::s_withholdsContinue = false;
    }
    void cancelEndsAWait() {
        Standin server;
        server.fail({"hub", "", "", 0, -1, [](const Request&, Answer& answer) { answer.isSilent = true; }});
        CurlTransport transport(settingsOf(server));
        HttpRequest request = get(server.url("hub") + "/x");
        request.timeouts.firstByte = std::chrono::milliseconds(0);
        std::thread canceller([&] {
            while (server.log().empty()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
            request.cancel.cancel();
        });
        QVERIFY_EXCEPTION_THROWN(transport.perform(request), Cancelled);
        canceller.join();
    }
    void offlineAsksNobody() {
        Standin server;
        NetworkSettings settings = settingsOf(server);
        settings.isOffline = true;
        CurlTransport transport(settings);
        QCOMPARE(test::expectError([&] { transport.perform(get(server.url("hub") + "/")); }).code(),
                 ErrorCode::OfflineMissing);
        QCOMPARE(server.origin("hub").connections(), 0);
        transport.setOffline(false);
        QVERIFY(transport.perform(get(server.url("hub") + "/api/models")).isSuccess());
    }
    void connectionsAreKept() {
        Standin server;
        CurlTransport transport(settingsOf(server));
        for (int i = 0; i < 5; ++i) QVERIFY(transport.perform(get(server.url("hub") + "/api/models")).isSuccess());
        QCOMPARE(server.origin("hub").connections(), 1);
        HttpRequest fresh = get(server.url("hub") + "/api/models");
        fresh.freshConnection = true;
        transport.perform(fresh);
        QCOMPARE(server.origin("hub").connections(), 2);
    }
    void credentialsCannotBeSentByHand() {
        CurlTransport transport{NetworkSettings{}};
        HttpRequest request = get("https://huggingface.co/");
        request.headers.set("authorization", "Bearer x");
        QCOMPARE(test::expectError([&] { transport.perform(request); }).code(), ErrorCode::InternalError);
    }
};

QTEST_GUILESS_MAIN(CurlTransportTest)
#include "curl_transport_test.moc"
