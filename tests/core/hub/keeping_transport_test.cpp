// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/hub/keeping_transport.h"
#include "core/hub/retrying_transport.h"
#include "tests/core/hub/canned_transport.h"
#include "tests/core/hub/fake_clock.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::hub;
namespace fs = std::filesystem;

namespace {

const std::string kUrl = "https://hub.example/api/models?search=x";
constexpr std::chrono::hours kWeek{168};

HttpRequest get(const std::string& url = kUrl) {
    HttpRequest request;
    request.url = url;
    return request;
}

/// Fails until it is told otherwise.
struct Broken final : HttpTransport {
    ErrorCode code = ErrorCode::Unreachable;
    int asked = 0;
    HttpResponse perform(const HttpRequest&) override {
        ++asked;
        throw Error(code, "No answer.");
    }
    HttpResponse performStreaming(const HttpRequest& request, HttpSink&) override { return perform(request); }
};

void makeOlder(const fs::path& folder, std::chrono::hours by) {
    for (const auto& entry : fs::directory_iterator(folder))
        fs::last_write_time(entry.path(), fs::last_write_time(entry.path()) - by);
}

}  // namespace

class KeepingTransportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copiesStandInForNoAnswer() {
        test::TempDir folder;
        KeptFiles files(folder / "copies", 1'000'000);
        test::CannedTransport online;
        online.answer("GET " + kUrl, 200, "[1]", {{"Link", "<https://hub.example/next>; rel=\"next\""}});
        KeepingTransport first(online, files, kWeek);
        QCOMPARE(first.perform(get()).body, std::string("[1]"));
        QVERIFY(!first.takeOldestCopy());

        Broken broken;
        KeepingTransport later(broken, files, kWeek);
        const HttpResponse copy = later.perform(get());
        QCOMPARE(copy.body, std::string("[1]"));
        QCOMPARE(copy.status, 200);
        QCOMPARE(copy.headers.first("Link").value_or(""), std::string("<https://hub.example/next>; rel=\"next\""));
        QVERIFY(later.takeOldestCopy());
        QVERIFY(!later.takeOldestCopy());
        QCOMPARE(broken.asked, 1);
        QCOMPARE(test::expectError([&] { later.perform(get("https://hub.example/other")); }).code(),
                 ErrorCode::Unreachable);
    }

    void refusalsAreNotHidden() {
        test::TempDir folder;
        KeptFiles files(folder / "copies", 1'000'000);
        test::CannedTransport server;
        server.answer("GET " + kUrl, 200, "[1]");
        server.answer("GET " + kUrl, 401, "{}");
        KeepingTransport transport(server, files, kWeek);
        transport.perform(get());
        QCOMPARE(transport.perform(get()).status, 401);
        Broken broken;
        broken.code = ErrorCode::RedirectRefused;
        KeepingTransport refused(broken, files, kWeek);
        QCOMPARE(test::expectError([&] { refused.perform(get()); }).code(), ErrorCode::RedirectRefused);
    }

    void offlineAsksNobody() {
        test::TempDir folder;
        KeptFiles files(folder / "copies", 1'000'000);
        test::CannedTransport server;
        server.answer("GET " + kUrl, 200, "[1]");
        KeepingTransport transport(server, files, kWeek);
        transport.setOffline(true);
        QCOMPARE(test::expectError([&] { transport.perform(get()); }).code(), ErrorCode::OfflineMissing);
        QVERIFY(server.asked.empty());
        transport.setOffline(false);
        transport.perform(get());
        transport.setOffline(true);
        QCOMPARE(transport.perform(get()).body, std::string("[1]"));
        QCOMPARE(server.asked.size(), std::size_t{1});
    }

    void copiesGrowOldAndBelongToATokensOwner() {
        test::TempDir folder;
        KeptFiles files(folder / "copies", 1'000'000);
        test::CannedTransport server;
        server.answer("GET " + kUrl, 200, "[1]");
        KeepingTransport(server, files, kWeek).perform(get());
        Broken broken;
        KeepingTransport later(broken, files, kWeek);
        HttpRequest withToken = get();
        withToken.credential = Credential("secret-token-of-mine", {"https://hub.example"});
        QCOMPARE(test::expectError([&] { later.perform(withToken); }).code(), ErrorCode::Unreachable);
        makeOlder(folder / "copies", std::chrono::hours(167));
        QCOMPARE(later.perform(get()).body, std::string("[1]"));
        makeOlder(folder / "copies", std::chrono::hours(2));
        QCOMPARE(test::expectError([&] { later.perform(get()); }).code(), ErrorCode::Unreachable);
    }

    void copiesNameNoToken() {
        test::TempDir folder;
        KeptFiles files(folder / "copies", 1'000'000);
        test::CannedTransport server;
        server.answer("GET " + kUrl, 200, "[1]");
        HttpRequest request = get();
        request.credential = Credential("secret-token-of-mine", {"https://hub.example"});
        KeepingTransport(server, files, kWeek).perform(request);
        int copies = 0;
        for (const auto& entry : fs::directory_iterator(folder / "copies")) {
            ++copies;
            QVERIFY(test::readFile(entry.path()).find("secret-token") == std::string::npos);
            QCOMPARE(fs::status(entry.path()).permissions() & fs::perms::others_all, fs::perms::none);
        }
        QCOMPARE(copies, 1);
    }

    void theOldestGoFirst() {
        test::TempDir folder;
        KeptFiles files(folder / "kept", 1000);
        const std::string bytes(400, 'x');
        QVERIFY(files.keep("one", bytes));
        makeOlder(folder / "kept", std::chrono::hours(3));
        QVERIFY(files.keep("two", bytes));
        makeOlder(folder / "kept", std::chrono::hours(1));
        QVERIFY(files.touch("one"));
        QVERIFY(files.keep("three", bytes));
        QVERIFY(files.find("one", kWeek));
        QVERIFY(!files.find("two", kWeek));
        QVERIFY(files.find("three", kWeek));
    }

    /// Somebody who looks on is told how long to wait, instead of waiting.
    void impatienceTellsTheWait() {
        test::CannedTransport server;
        server.answer("GET " + kUrl, 429, "{}", {{"Retry-After", "40"}});
        test::FakeClock clock;
        RetryingTransport transport(server, clock, [] { return 0.5; }, {1, std::chrono::seconds(3)});
        try {
            transport.perform(get());
            QFAIL("it waited");
        } catch (const WaitAsked& asked) {
            QCOMPARE(asked.code(), ErrorCode::RateLimited);
            QCOMPARE(asked.wait().count(), 41);
        }
        QVERIFY(clock.waits().empty());
        Broken broken;
        RetryingTransport hasty(broken, clock, [] { return 0.5; }, {1, std::chrono::seconds(3)});
        test::expectError([&] { hasty.perform(get()); });
        QCOMPARE(broken.asked, 2);
    }
};

QTEST_APPLESS_MAIN(KeepingTransportTest)
#include "keeping_transport_test.moc"
