// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Where a request may be sent on to, and what goes along (hub.md §2.3; faults F26 to F31).
#include <QtTest/QtTest>

#include <netdb.h>
#include <unistd.h>

#include "core/hub/address_rules.h"
#include "core/hub/curl_transport.h"
#include "tests/core/hub/asking.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::hub;
using namespace segmoe::test;
using standin::Answer;
using standin::Request;
using standin::Standin;

class RedirectsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        // A proxy of this machine would be asked in place of the names that have to be refused.
        for (const char* name : {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) qunsetenv(name);
    }
    void headLeavesTheRedirectToTheStorageAlone() {
        Standin server;
        const std::string weights(1000, 'w');
        const std::string commit = server.addRepo("org/name", {{"m.safetensors", weights}});
        CurlTransport transport(settingsOf(server));
        HttpRequest request = get(server.url("hub") + "/org/name/resolve/main/m.safetensors");
        request.method = HttpMethod::Head;
        const HttpResponse response = transport.perform(request);
        QCOMPARE(response.status, 302);
        QVERIFY(response.headers.first("X-Repo-Commit") == commit);
        QVERIFY(response.headers.first("x-linked-size") == "1000");
        QCOMPARE(server.log("storage").size(), std::size_t(0));
    }
    void tokenStaysAtHome_data() {
        QTest::addColumn<QString>("first");   // where the hub sends to
        QTest::addColumn<QString>("second");  // and where that one sends to; empty = nowhere
        QTest::newRow("F29 another port") << "other"
                                          << "";
        QTest::newRow("F29 localhost for 127.0.0.1") << "localhost"
                                                     << "";
        QTest::newRow("F29 away and back") << "other"
                                           << "hub";
        QTest::newRow("F29 protocol-relative") << "//other"
                                               << "";
    }
    void tokenStaysAtHome() {
        QFETCH(QString, first);
        QFETCH(QString, second);
        Standin server;
        server.addRepo("org/name", {{"a.txt", "hello"}});
        std::string target = server.url(first == "hub" || first == "localhost" ? "hub" : "other") + "/next";
        if (first == "localhost") target.replace(target.find("127.0.0.1"), 9, "localhost");
        if (first.startsWith("//")) target = target.substr(5);
        server.fail({"hub", "", "/start", 0, -1, redirectTo(target)});
        server.fail({"hub", "", "/next", 0, -1, [](auto&, Answer& answer) { answer = Answer::text(200, "there"); }});
        if (!second.isEmpty())
            server.fail({"other", "", "/next", 0, 1, redirectTo(server.url("hub") + "/org/name/resolve/main/a.txt")});
        CurlTransport transport(settingsOf(server));
        HttpRequest request = get(server.url("hub") + "/start");
        request.redirects = RedirectPolicy::Anywhere;
        request.credential = Credential(std::string(kSecret), {server.url("hub")});
        request.headers = {{"X-HF-Download-Counter", "1"}, {"Range", "bytes=1-"}, {"If-Range", "\"x\""}};
        QVERIFY(transport.perform(request).isSuccess());
        const auto records = server.log();
        QCOMPARE(records.size(), second.isEmpty() ? std::size_t(2) : std::size_t(3));
        QVERIFY(records[0].request.hasHeader("Authorization"));
        for (std::size_t i = 1; i < records.size(); ++i) {
            QVERIFY(!records[i].request.hasHeader("Authorization"));
            QVERIFY(!records[i].request.hasHeader("X-HF-Download-Counter"));
            QVERIFY(records[i].request.header("Range") == "bytes=1-");
            QVERIFY(records[i].request.header("If-Range") == "\"x\"");
        }
    }
    void homeIsFollowedWithTheToken_data() {
        QTest::addColumn<QString>("location");
        QTest::newRow("F27 relative with query") << "/org/name/resolve/main/a%20%5B1%5D.txt?download=true&x=%2F";
        QTest::newRow("F28 absolute") << "HUB/org/name/resolve/main/a%20%5B1%5D.txt";
        QTest::newRow("F27 dots") << "/x/../org/name/./resolve/main/a%20%5B1%5D.txt";
        QTest::newRow("another home") << "TWIN/api/v1/models";
    }
    void homeIsFollowedWithTheToken() {
        QFETCH(QString, location);
        Standin server;
        server.addRepo("org/name", {{"a [1].txt", "hello"}});
        location.replace("HUB", QString::fromStdString(server.url("hub")))
            .replace("TWIN", QString::fromStdString(server.url("civitai")));
        server.fail({"hub", "", "/start", 0, -1, redirectTo(location.toStdString(), 307)});
        server.fail({"civitai", "", "", 0, -1, [](auto&, Answer& answer) { answer = Answer::text(200, "hello"); }});
        CurlTransport transport(settingsOf(server));
        HttpRequest request = get(server.url("hub") + "/start");
        request.homeOrigins = {server.url("civitai")};
        request.credential = Credential(std::string(kSecret), {server.url("hub"), server.url("civitai")});
        QVERIFY(transport.perform(request).body == "hello");
        for (const auto& record : server.log()) QVERIFY(record.request.hasHeader("Authorization"));
        if (location.startsWith("/org")) QVERIFY(server.log().back().request.target == location.toStdString());
    }
    void badRedirectsAreRefused_data() {
        QTest::addColumn<QString>("location");
        for (const char* location : {"file:///etc/passwd", "ftp://127.0.0.1/x", "data:,x", "http://user@127.0.0.1/",
                                     "http:///x", "http://hub.example/x", "http://", "gopher://127.0.0.1:1/"})
            QTest::addRow("F30 %s", location) << QString(location);
    }
    void badRedirectsAreRefused() {
        QFETCH(QString, location);
        for (const RedirectPolicy policy : {RedirectPolicy::Anywhere, RedirectPolicy::WithinHome}) {
            Standin server;
            server.fail({"hub", "", "/start", 0, -1, redirectTo(location.toStdString())});
            CurlTransport transport(settingsOf(server));
            HttpRequest request = get(server.url("hub") + "/start");
            request.redirects = policy;
            QCOMPARE(test::expectError([&] { transport.perform(request); }).code(), ErrorCode::RedirectRefused);
            QCOMPARE(server.log().size(), std::size_t(1));
        }
    }
    void circlesAndLongWaysEnd_data() {
        QTest::addColumn<bool>("isCircle");
        QTest::addColumn<int>("requests");
        QTest::newRow("F26 same address twice") << true << 1;
        QTest::newRow("F26 eleven hops") << false << 11;
    }
    void circlesAndLongWaysEnd() {
        QFETCH(bool, isCircle);
        QFETCH(int, requests);
        Standin server;
        server.fail({"hub", "", "/hop", 0, -1, [=](const Request& request, Answer& answer) {
                         const int now = isCircle ? -1 : std::stoi("0" + request.queryValue("n", "0"));
                         answer = Answer::text(302, "").set("Location",
                                                            isCircle ? "/hop" : "/hop?n=" + std::to_string(now + 1));
                     }});
        CurlTransport transport(settingsOf(server));
        QCOMPARE(test::expectError([&] { transport.perform(get(server.url("hub") + "/hop")); }).code(),
                 ErrorCode::RedirectRefused);
        QCOMPARE(static_cast<int>(server.log().size()), requests);
    }
    void privateAddressesAreNotForTheInternet_data() {
        QTest::addColumn<QString>("url");
        for (const char* url :
             {"https://127.0.0.1:1/", "https://10.1.2.3/", "https://169.254.169.254/latest", "https://[::1]:1/",
              "https://192.168.1.1/", "https://[fe80::1]/", "https://[::ffff:127.0.0.1]/", "https://localhost:1/",
              "https://2130706433/", "https://0x7f.1/"})
            QTest::addRow("F31 %s", url) << QString(url);
    }
    void privateAddressesAreNotForTheInternet() {
        QFETCH(QString, url);
        CurlTransport transport{NetworkSettings{}};
        QCOMPARE(test::expectError([&] { transport.perform(get(url.toStdString())); }).code(),
                 ErrorCode::RedirectRefused);
    }
    void namesOfPrivateAddressesAreRefusedBeforeASocket() {
        char name[256] = {};
        addrinfo* found = nullptr;
        const addrinfo hints{.ai_flags = 0,
                             .ai_family = AF_INET,
                             .ai_socktype = SOCK_STREAM,
                             .ai_protocol = 0,
                             .ai_addrlen = 0,
                             .ai_addr = nullptr,
                             .ai_canonname = nullptr,
                             .ai_next = nullptr};
        if (::gethostname(name, sizeof name - 1) != 0 || ::getaddrinfo(name, nullptr, &hints, &found) != 0)
            QSKIP("this machine's own name does not resolve");
        const bool isPrivate = isPrivateAddress(found->ai_addr);
        ::freeaddrinfo(found);
        if (!isPrivate) QSKIP("this machine's own name resolves to a public address");
        CurlTransport transport{NetworkSettings{}};
        const Error error = test::expectError([&] { transport.perform(get("https://" + std::string(name) + ":1/")); });
        QCOMPARE(error.code(), ErrorCode::RedirectRefused);
    }
    void plainHttpIsForThisComputer() {
        CurlTransport transport{NetworkSettings{}};
        QCOMPARE(test::expectError([&] { transport.perform(get("http://huggingface.co/")); }).code(),
                 ErrorCode::RequestInvalid);
        QCOMPARE(test::expectError([&] { checkedEndpoint("http://hub.example"); }).code(), ErrorCode::RequestInvalid);
        QVERIFY(checkedEndpoint("http://127.0.0.1:8080/") == "http://127.0.0.1:8080");
    }
    void secureStaysSecure() {
        const standin::Authority authority;
        Standin secure(&authority);
        Standin plain;
        secure.fail({"hub", "", "/start", 0, -1, redirectTo(plain.url("hub") + "/x")});
        test::TempDir folder;
        NetworkSettings settings = settingsOf(secure);
        settings.caFile = folder / "ca.pem";
        authority.writeTo(settings.caFile);
        CurlTransport transport(settings);
        HttpRequest request = get(secure.url("hub") + "/start");
        request.redirects = RedirectPolicy::Anywhere;
        QCOMPARE(test::expectError([&] { transport.perform(request); }).code(), ErrorCode::RedirectRefused);
        QCOMPARE(plain.log().size(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(RedirectsTest)
#include "redirects_test.moc"
