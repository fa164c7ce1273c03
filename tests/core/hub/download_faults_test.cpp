// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// One file against the faults of hub.md §11.1: the end state on disk, the requests that were sent, the error code.
#include <QtTest/QtTest>

#include "tests/core/hub/download_fault_rows.h"
#include "tests/core/hub/downloading.h"

using namespace segmoe;
using namespace segmoe::hub;
using namespace segmoe::test;

class DownloadFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matrix_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < kFaultRows.size(); ++i) QTest::newRow(kFaultRows[i].name) << static_cast<int>(i);
    }
    void matrix() {
        QFETCH(int, index);
        const Row& row = kFaultRows[static_cast<std::size_t>(index)];
        const bool isAboutSilence = std::string_view(row.name).starts_with("F8");
        DownloadBench bench(weightsText(kSize), std::chrono::seconds(isAboutSilence ? 2 : 120));
        // The first fault that still has times left takes an answer; the next ones wait for theirs.
        int before = 0;
        for (Fault fault : row.faults) {
            if (fault.origin == "storage") {
                fault.skip = before;
                before += std::max(0, fault.times);
            }
            bench.server.fail(fault);
        }
        std::optional<Error> failure;
        std::uint64_t most = 0;
        bench.sink = [&](const TransferProgress& progress) { most = std::max(most, progress.done); };
        try {
            bench.run();
        } catch (const Error& error) {
            failure = error;
        }
        if (row.end == Published) {
            QVERIFY2(!failure, failure ? failure->what() : "");
            QVERIFY(bench.isPublished());
            QVERIFY(bench.leftovers().empty());
        } else {
            QVERIFY(failure);
            QCOMPARE(QString::fromUtf8(errorCodeName(failure->code()).data()),
                     QString::fromUtf8(errorCodeName(row.code).data()));
            QVERIFY(!std::filesystem::exists(bench.folder / "blob"));
            QCOMPARE(bench.leftovers().size(), row.end == Kept ? std::size_t(2) : std::size_t(0));
        }
        QVERIFY(most <= kSize);
        if (row.gets >= 0) QCOMPARE(static_cast<int>(bench.server.log("storage").size()), row.gets);
        if (!row.waits.empty()) QCOMPARE(bench.clock.waits(), row.waits);
        // F64: the token is on the hub alone, in nothing that was written, in no sentence.
        for (const auto& record : bench.server.log("storage")) QVERIFY(!record.request.hasHeader("Authorization"));
        for (const std::string& name : bench.leftovers())
            QVERIFY(readFile(bench.folder / name).find(kSecret) == std::string::npos);
        if (failure) QVERIFY((failure->what() + failure->detail()).find(kSecret) == std::string::npos);
    }
    void resumedWhereItEnded() {
        DownloadBench bench(weightsText(kSize));
        bench.server.fail(storage(0, 1, closeAt(123'456)));
        bench.run();
        QVERIFY(bench.rangeOf(0).empty());
        QVERIFY(bench.rangeOf(1) == "bytes=123456-");
        const Request second = bench.server.log("storage").at(1).request;
        QVERIFY(second.header("If-Range").starts_with('"'));
        QVERIFY(second.header("If-Range").find(bench.request(bench.path).expected.etag) == std::string::npos);
    }
    void keptPartIsGoneOnWithByTheNextTry() {
        DownloadBench bench(weightsText(kSize));
        bench.server.fail(storage(0, 1, closeAt(200'000)));
        bench.server.fail(storage(1, 6, closeAt(0)));
        expectError([&] { bench.run(); });
        QCOMPARE(bench.leftovers().size(), std::size_t(2));
        bench.server.clearFaults();
        bench.server.clearLog();
        bench.run();
        QVERIFY(bench.isPublished());
        QVERIFY(bench.leftovers().empty());
        QVERIFY(bench.rangeOf(0) == "bytes=200000-");
    }
    void progressSetsTheCounterBack() {
        // F6's counterpart: thirteen breaks, each after more than a megabyte.
        constexpr std::size_t kLarge = 16 * 1100 * 1000;
        DownloadBench bench(weightsText(kLarge));
        bench.server.fail(storage(0, 13, closeAt(1'100'000)));
        bench.run();
        QVERIFY(bench.isPublished());
        QCOMPARE(bench.clock.waits(), std::vector<long>(13, 1000));
    }
    void nobodyListens() {
        DownloadBench bench(weightsText(kSize));
        {
            const standin::Origin gone(
                "gone", nullptr, [](const Request&) { return Answer(); }, [](auto) {});
            bench.server.fail({"hub", "HEAD", "", 0, -1, header("Location", gone.url() + "/x")});
        }
        const Error error = expectError([&] { bench.run(); });
        QCOMPARE(error.code(), ErrorCode::Unreachable);
        QCOMPARE(bench.clock.waits(), (std::vector<long>{1000, 2000, 4000, 8000, 8000}));
        QVERIFY(bench.leftovers().empty());
    }
    void expiredLinksAreAskedForAgain() {
        DownloadBench bench(weightsText(kSize));  // F21: twice at most
        bench.server.fail(storage(0, -1, expired));
        QCOMPARE(expectError([&] { bench.run(); }).code(), ErrorCode::LinkExpired);
        QCOMPARE(bench.server.log("hub", "HEAD").size(), std::size_t(3));
    }
    void compressedAnswersGetAFreshConnection() {
        DownloadBench bench(weightsText(kSize));  // F16
        bench.server.fail(storage(0, 1, header("Content-Encoding", "gzip")));
        bench.run();
        QCOMPARE(bench.server.origin("storage").connections(), 2);
    }
    void nobodyKnowsTheName() {
        // F2: no name server is asked for a word of more than 63 letters.
        for (const char* name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) qunsetenv(name);
        DownloadBench bench(weightsText(kSize));
        const std::string host = std::string(64, 'x') + ".example";
        bench.server.fail({"hub", "HEAD", "", 0, -1, header("Location", "https://" + host + "/x")});
        const Error error = expectError([&] { bench.run(); });
        QVERIFY2(error.code() == ErrorCode::Unreachable, error.what());
        QVERIFY2(std::string(error.what()).find(host) != std::string::npos, error.what());
        QCOMPARE(bench.clock.waits(), (std::vector<long>{1000, 2000, 4000, 8000, 8000}));
        QCOMPARE(bench.server.log().size(), std::size_t(1));
        QVERIFY(bench.leftovers().empty());
    }
    void changedAtTheSourceInTheMiddle() {
        DownloadBench bench(weightsText(kSize));
        bench.server.fail(storage(0, 1, closeAt(1000)));
        bench.server.fail(storage(1, -1, status(416, "Content-Range", "bytes */12")));
        bench.server.fail({"hub", "HEAD", "", 1, -1, header("X-Linked-Etag", std::string(64, 'b'))});
        QCOMPARE(expectError([&] { bench.run(); }).code(), ErrorCode::ContentChanged);
        QVERIFY(bench.leftovers().empty());
    }
    void dateJumpsChangeNothing() {
        DownloadBench bench(weightsText(kSize));
        bench.server.fail(storage(0, 3, closeAt(10)));
        bench.sink = [&](const TransferProgress& progress) {
            if (progress.state == TransferState::Waiting) bench.clock.jumpDate(std::chrono::hours(24));
        };
        bench.run();
        QCOMPARE(bench.clock.waits(), (std::vector<long>{1000, 2000, 4000}));
    }
    void picklesAreNotKept_data() {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<int>("code");
        QTest::newRow("F39 zipped pickle")
            << QByteArray("PK\x03\x04 archive/data.pkl") << int(ErrorCode::PickleRefused);
        QTest::newRow("F39 zip") << QByteArray("PK\x03\x04", 4) << int(ErrorCode::FormatUnsupported);
        QTest::newRow("F39 pickle") << QByteArray("\x80\x02}q\x00", 5) << int(ErrorCode::PickleRefused);
        QTest::newRow("nothing known") << QByteArray("hello") << int(ErrorCode::SafetensorsInvalid);
    }
    void picklesAreNotKept() {
        QFETCH(QByteArray, start);
        QFETCH(int, code);
        std::string bytes = start.toStdString();
        bytes.resize(5000, '\xff');
        DownloadBench bench(bytes);
        QCOMPARE(int(expectError([&] { bench.run(); }).code()), code);
        QVERIFY(bench.leftovers().empty());
        QVERIFY(!std::filesystem::exists(bench.folder / "blob"));
    }
    void filesOfGitComeWithTheTokenAndTheirOwnDigest() {
        DownloadBench bench(weightsText(kSize));
        const DownloadResult result = FileDownload(bench.request("config.json"), bench.services()).run({});
        QVERIFY(readFile(bench.folder / "blob") == bench.config);
        QVERIFY(result.digest == standin::gitSha1Hex(bench.config));
        QVERIFY(bench.server.log("hub", "GET").at(0).request.hasHeader("Authorization"));
    }
    void revokedTokenIsTold() {
        DownloadBench bench(weightsText(kSize));
        bench.server.fail({"hub", "GET", "", 0, -1, status(401)});
        const Error error = expectError([&] { FileDownload(bench.request("config.json"), bench.services()).run({}); });
        QCOMPARE(error.code(), ErrorCode::TokenInvalid);
        QVERIFY(bench.leftovers().empty());
    }
    void presentFilesAskNobody() {
        DownloadBench bench(weightsText(kSize));
        writeFile(bench.folder / "blob", bench.bytes);
        QVERIFY(bench.run().wasPresent);
        QCOMPARE(bench.server.log().size(), std::size_t(0));
    }
    void damagedPresentFilesAreReplaced() {
        DownloadBench bench(weightsText(kSize));
        std::string damaged = bench.bytes;
        damaged[1000] ^= 1;
        writeFile(bench.folder / "blob", damaged);
        DownloadRequest request = bench.request(bench.path);
        request.verifiesPresent = true;
        QVERIFY(!FileDownload(request, bench.services()).run({}).wasPresent);
        QVERIFY(bench.isPublished());
    }
    void offlineAsksNobody() {
        DownloadBench bench(weightsText(kSize));
        bench.network.setOffline(true);
        QCOMPARE(expectError([&] { bench.run(); }).code(), ErrorCode::OfflineMissing);
        QCOMPARE(bench.server.origin("hub").connections() + bench.server.origin("storage").connections(), 0);
        QVERIFY(bench.leftovers().empty());
    }
    void cancelKeepsWhatIsThere() {
        DownloadBench bench(weightsText(kSize), std::chrono::seconds(2));
        bench.server.fail(storage(0, 1, stallAt(100'000)));
        CancelToken cancel;
        const auto sink = [&](const TransferProgress& progress) {
            if (progress.done >= 50'000) cancel.cancel();
        };
        QVERIFY_EXCEPTION_THROWN(FileDownload(bench.request(bench.path), bench.services()).run(cancel, sink),
                                 Cancelled);
        QVERIFY(!bench.isPublished());
        bench.run();
        QVERIFY(bench.isPublished());
        QVERIFY(bench.leftovers().empty());
    }
};

QTEST_GUILESS_MAIN(DownloadFaultsTest)
#include "download_faults_test.moc"
