// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Waiting and repeating (hub.md §2.9) over answers from memory and a clock that does not tick.
#include <QtTest/QtTest>

#include "core/hub/retrying_transport.h"
#include "tests/core/hub/fake_clock.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::hub;
using test::FakeClock;

namespace {

/// Answers with what it was given, in order; the last one for ever.
class Scripted final : public HttpTransport {
public:
    using Step = std::function<HttpResponse()>;
    explicit Scripted(std::vector<Step> steps) : m_steps(std::move(steps)) {}

    HttpResponse perform(const HttpRequest& request) override {
        asked.push_back(request);
        return m_steps[std::min(asked.size(), m_steps.size()) - 1]();
    }
    HttpResponse performStreaming(const HttpRequest& request, HttpSink& sink) override {
        asked.push_back(request);
        HttpResponse answer = m_steps[std::min(asked.size(), m_steps.size()) - 1]();
        if (sink.wantsBody(answer)) sink.write(std::as_bytes(std::span(answer.body)));
        return answer;
    }
    std::vector<HttpRequest> asked;

private:
    std::vector<Step> m_steps;
};

Scripted::Step answers(int status, HttpHeaders headers = {}) {
    return [=] {
        HttpResponse answer;
        answer.status = status;
        answer.headers = headers;
        answer.body = "body";
        return answer;
    };
}
Scripted::Step fails(ErrorCode code) {
    return [=]() -> HttpResponse { throw Error(code, "No."); };
}

HttpRequest to(std::string url) {
    HttpRequest request;
    request.url = std::move(url);
    return request;
}

const char* const kApi = "https://hub.example/api/models";
const char* const kFile = "https://hub.example/org/name/resolve/main/x";

}  // namespace

class RetryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsRepeated_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isRepeated");
        for (int status : {408, 429, 500, 502, 503, 504}) QTest::addRow("%d", status) << status << true;
        for (int status : {200, 206, 304, 400, 401, 403, 404, 409, 412, 413, 416, 501, 505})
            QTest::addRow("%d", status) << status << false;
    }
    void whatIsRepeated() {
        QFETCH(int, status);
        QFETCH(bool, isRepeated);
        FakeClock clock;
        Scripted below({answers(status)});
        const HttpResponse answer = RetryingTransport(below, clock, [] { return 0.5; }).perform(to(kApi));
        QCOMPARE(answer.status, status);
        QCOMPARE(below.asked.size(), isRepeated ? std::size_t(6) : std::size_t(1));
        if (isRepeated) QCOMPARE(clock.waits(), (std::vector<long>{1000, 2000, 4000, 8000, 8000}));
    }
    void whichErrorsAreRepeated() {
        for (const ErrorCode code : allErrorCodes()) {
            FakeClock clock;
            Scripted below({fails(code)});
            RetryingTransport transport(below, clock, [] { return 0.5; });
            QCOMPARE(test::expectError([&] { transport.perform(to(kApi)); }).code(), code);
            const bool isNetwork =
                code == ErrorCode::Unreachable || code == ErrorCode::Timeout || code == ErrorCode::TransferBroken;
            QCOMPARE(below.asked.size(), isNetwork ? std::size_t(6) : std::size_t(1));
        }
    }
    void noBlindRepeats() {
        FakeClock clock;
        Scripted below({fails(ErrorCode::TransferBroken)});
        HttpRequest commit = to(kApi);
        commit.mayRepeat = false;
        RetryingTransport transport(below, clock, [] { return 0.5; });
        test::expectError([&] { transport.perform(commit); });
        QCOMPARE(below.asked.size(), std::size_t(1));
    }
    void slowServersGetMoreTime() {
        FakeClock clock;
        Scripted below({fails(ErrorCode::Timeout), answers(200)});
        RetryingTransport(below, clock, [] { return 0.5; }).perform(to(kApi));
        QCOMPARE(below.asked.at(0).timeouts.firstByte.count(), 10'000);
        QCOMPARE(below.asked.at(1).timeouts.firstByte.count(), 60'000);
    }
    void waitsAreSpread() {
        for (int repeat = 1; repeat <= 9; ++repeat) {
            const long middle = backoff(repeat, [] { return 0.5; }).count();
            QCOMPARE(backoff(repeat, [] { return 0.0; }).count(), middle * 8 / 10);
            QCOMPARE(backoff(repeat, [] { return 1.0; }).count(), middle * 12 / 10);
        }
        const Jitter jitter = randomJitter();
        for (int i = 0; i < 100; ++i) QVERIFY(jitter() >= 0.0 && jitter() <= 1.0);
    }
    void bucketsWaitOnTheirOwn() {
        FakeClock clock;
        Scripted below({answers(200, {{"RateLimit", "\"api\";r=0;t=7"}}), answers(200)});
        RetryingTransport transport(below, clock, [] { return 0.5; });
        transport.perform(to(kApi));
        transport.perform(to(kFile));
        transport.perform(to("https://other.example/api/models"));
        QVERIFY(clock.waits().empty());
        transport.perform(to(kApi));
        QCOMPARE(clock.waits(), std::vector<long>{8000});
    }
    void littleLeftIsSpreadOverTheWindow() {
        FakeClock clock;
        Scripted below({answers(200, {{"RateLimit", "\"api\";r=10;t=100"},
                                      {"RateLimit-Policy", "\"fixed window\";\"api\";q=500;w=300"}}),
                        answers(200)});
        RetryingTransport transport(below, clock, [] { return 0.5; });
        transport.perform(to(kApi));
        transport.perform(to(kApi));
        QCOMPARE(clock.waits(), std::vector<long>{10'000});
    }
    void retryAfterIsRead_data() {
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("seconds");  // 0 = nothing
        QTest::newRow("seconds") << "3" << 3;
        QTest::newRow("zero") << "0" << -1;
        QTest::newRow("date") << "Thu, 01 Jan 2026 00:17:40 GMT" << 60;
        QTest::newRow("past date") << "Thu, 01 Jan 2015 00:00:00 GMT" << 0;
        QTest::newRow("negative") << "-1" << 0;
        QTest::newRow("fraction") << "1.5" << 0;
        QTest::newRow("word") << "soon" << 0;
        QTest::newRow("absurd") << "99999999999999999999" << 0;
        QTest::newRow("empty") << "" << 0;
    }
    void retryAfterIsRead() {
        QFETCH(QString, value);
        QFETCH(int, seconds);
        const FakeClock clock;  // starts at 00:16:40
        const auto wait = parseRetryAfter({{"Retry-After", value.toStdString()}}, clock.date());
        QCOMPARE(wait.has_value(), seconds != 0);
        if (wait) QCOMPARE(static_cast<int>(wait->count()), std::max(0, seconds));
    }
    void longWaitsAreNotOurs() {
        FakeClock clock;
        Scripted below({answers(503, {{"Retry-After", "901"}})});
        RetryingTransport transport(below, clock, [] { return 0.5; });
        QCOMPARE(test::expectError([&] { transport.perform(to(kApi)); }).code(), ErrorCode::RateLimited);
        QVERIFY(clock.waits().empty());
    }
    void rateLimitIsRead_data() {
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("usual") << "\"api\";r=12;t=274" << true;
        QTest::newRow("blanks, other order") << "\"pages\"; t=7 ; r=0" << true;
        QTest::newRow("no quotes") << "api;r=1;t=2" << false;
        QTest::newRow("no rest") << "\"api\";t=2" << false;
        QTest::newRow("negative") << "\"api\";r=-1;t=2" << false;
        QTest::newRow("junk") << "\"" << false;
        QTest::newRow("semicolons") << "\"api\";;;;" << false;
    }
    void rateLimitIsRead() {
        QFETCH(QString, value);
        QFETCH(bool, isGood);
        QCOMPARE(parseRateLimit({{"RateLimit", value.toStdString()}}).has_value(), isGood);
    }
    void sinksSeeGoodAnswersOnly() {
        struct Sink : HttpSink {
            std::vector<int> heads;
            std::string text;
            bool wantsBody(const HttpResponse& head) override {
                heads.push_back(head.status);
                return true;
            }
            void write(std::span<const std::byte> bytes) override {
                text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
            }
        } sink;
        FakeClock clock;
        Scripted below({answers(503), fails(ErrorCode::TransferBroken), answers(200)});
        RetryingTransport(below, clock, [] { return 0.5; }).performStreaming(to(kFile), sink);
        QCOMPARE(sink.heads, std::vector<int>{200});
        QVERIFY(sink.text == "body");
    }
    void begunStreamsAreNotRepeated() {
        struct Sink : HttpSink {
            bool wantsBody(const HttpResponse&) override { return true; }
            void write(std::span<const std::byte>) override { throw Error(ErrorCode::TransferBroken, "Broke."); }
        } sink;
        FakeClock clock;
        Scripted below({answers(200)});
        RetryingTransport transport(below, clock, [] { return 0.5; });
        test::expectError([&] { transport.performStreaming(to(kFile), sink); });
        QCOMPARE(below.asked.size(), std::size_t(1));
    }
    void cancelEndsAWait() {
        SystemClock clock;
        CancelToken cancel;
        cancel.cancel();
        QVERIFY_EXCEPTION_THROWN(clock.sleep(std::chrono::hours(1), cancel), Cancelled);
    }
};

QTEST_APPLESS_MAIN(RetryTest)
#include "retry_test.moc"
