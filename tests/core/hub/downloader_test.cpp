// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/downloader.h"

#include <QtTest/QtTest>

#include <atomic>
#include <thread>

#include "tests/core/hub/downloading.h"

using namespace segmoe;
using namespace segmoe::hub;
using namespace segmoe::test;
using standin::Answer;
using standin::Request;

namespace {

constexpr std::size_t kSize = 200'000;

/// A server with several large files.
struct Shelf : DownloadBench {
    explicit Shelf(int count) : DownloadBench(weightsText(kSize)) {
        std::map<std::string, std::string> files;
        for (int i = 0; i < count; ++i)
            files["part-" + std::to_string(i) + ".safetensors"] = weightsText(kSize, static_cast<unsigned>(i + 2));
        contents = files;
        commit = server.addRepo("org/name", files);
    }
    std::vector<DownloadRequest> requests() const {
        std::vector<DownloadRequest> all;
        for (const auto& [name, text] : contents) {
            DownloadRequest wanted;
            wanted.source = {server.url("hub"), "org/name", commit, name, {}, {}};
            const std::string digest = standin::sha256Hex(text);
            wanted.expected = {text.size(), DigestKind::Sha256, digest, digest};
            wanted.target = folder / name;
            all.push_back(wanted);
        }
        return all;
    }
    bool isComplete() const {
        for (const auto& [name, text] : contents)
            if (!std::filesystem::exists(folder / name) || readFile(folder / name) != text) return false;
        return true;
    }
    /// With time that passes: what stalls stays stalled while a test looks.
    DownloadServices patient() {
        return {transport, resolver, real, [] { return 0.5; }};
    }
    DownloaderSettings settings() const { return {folder / "downloads.json", 4}; }

    std::map<std::string, std::string> contents;
    SystemClock real;
};

std::vector<TransferState> statesOf(const Downloader& downloader) {
    std::vector<TransferState> states;
    for (const DownloadEntry& entry : downloader.entries()) states.push_back(entry.progress.state);
    return states;
}

Change stallAt(std::uint64_t at) {
    return [=](const Request&, Answer& answer) { answer.stallAt = at; };
}

/// Waits until so many bytes of a download are on the disk.
bool hasArrived(const DownloadRequest& request, std::uint64_t bytes) {
    for (int i = 0; i < 24'000; ++i) {
        if (PartialFile::lengthOfLeftover(request.target, request.expected) >= bytes) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

/// Files and sockets of this process.
std::ptrdiff_t openDescriptors() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), std::filesystem::directory_iterator());
}

}  // namespace

class DownloaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fetchesSeveralAtATime() {
        Shelf shelf(9);
        std::atomic<int> published = 0;
        Downloader downloader(shelf.settings(), shelf.services(),
                              [&](const DownloadEntry& entry, const DownloadResult& result) {
                                  if (result.digest == entry.request.expected.digest) ++published;
                              });
        downloader.add("model", shelf.requests());
        downloader.start();
        downloader.waitUntilIdle();
        QVERIFY(shelf.isComplete());
        QCOMPARE(published.load(), 9);
        for (const TransferState state : statesOf(downloader)) QCOMPARE(state, TransferState::Done);
        QVERIFY(shelf.server.origin("storage").connections() >= 1);
        QVERIFY(shelf.server.origin("storage").connections() <= 4);
    }
    void listSurvivesARestart() {
        Shelf shelf(3);
        shelf.server.fail({"storage", "", "", 0, -1, stallAt(100'000)});
        {
            Downloader downloader(shelf.settings(), shelf.patient());
            const auto ids = downloader.add("model", shelf.requests());
            downloader.pause(ids.back());
            downloader.start();
            QVERIFY(hasArrived(shelf.requests().front(), 50'000));
        }
        const std::string list = readFile(shelf.folder / "downloads.json");
        QVERIFY(list.find(kSecret) == std::string::npos);
        QVERIFY(list.find('?') == std::string::npos);
        shelf.server.clearFaults();
        shelf.server.clearLog();
        Downloader downloader(shelf.settings(), shelf.services());
        QCOMPARE(statesOf(downloader),
                 (std::vector{TransferState::Queued, TransferState::Queued, TransferState::Paused}));
        downloader.start();
        downloader.waitUntilIdle();
        QVERIFY(!shelf.isComplete());
        downloader.resume(downloader.entries().back().id);
        downloader.waitUntilIdle();
        QVERIFY(shelf.isComplete());
        bool isResumed = false;
        for (const auto& record : shelf.server.log("storage"))
            isResumed |= record.request.header("Range").starts_with("bytes=");
        QVERIFY(isResumed);
    }
    void pauseResumeAndRemove() {
        Shelf shelf(2);
        shelf.server.fail({"storage", "", "", 0, -1, stallAt(100'000)});
        Downloader downloader(shelf.settings(), shelf.patient());
        const auto ids = downloader.add("model", shelf.requests());
        downloader.start();
        for (const DownloadRequest& request : shelf.requests()) QVERIFY(hasArrived(request, 50'000));
        downloader.pause(ids[0]);
        downloader.remove(ids[1]);
        downloader.waitUntilIdle();
        QCOMPARE(statesOf(downloader), std::vector{TransferState::Paused});
        // The list, and the part of the first with its description.
        QCOMPARE(shelf.leftovers().size(), std::size_t(3));
        shelf.server.clearFaults();
        downloader.resume(ids[0]);
        downloader.waitUntilIdle();
        QCOMPARE(statesOf(downloader), std::vector{TransferState::Done});
        QCOMPARE(shelf.leftovers().size(), std::size_t(2));
    }
    void revokedTokenStopsTheOthers() {
        Shelf shelf(8);
        shelf.server.fail(
            {"storage", "", "", 0, -1, [](const Request&, Answer& answer) { answer = Answer::text(400, "no"); }});
        // F22: the resolver is refused.
        struct Refusing : LinkResolver {
            FileLink resolve(const FileSource&, const CancelToken&) override {
                throw Error(ErrorCode::TokenInvalid, "The token is not valid any more.");
            }
        } resolver;
        DownloadServices services{shelf.transport, resolver, shelf.clock, [] { return 0.5; }};
        Downloader downloader({shelf.folder / "downloads.json", 1}, services);
        downloader.add("model", shelf.requests());
        downloader.start();
        downloader.waitUntilIdle();
        const auto entries = downloader.entries();
        QCOMPARE(entries.size(), std::size_t(8));
        QCOMPARE(entries.front().progress.state, TransferState::Failed);
        for (const DownloadEntry& entry : entries) {
            QVERIFY(entry.failure == ErrorCode::TokenInvalid);
            QVERIFY(&entry == &entries.front() || entry.progress.state == TransferState::Paused);
        }
    }
    void publisherMayFail() {
        Shelf shelf(1);
        Downloader downloader(shelf.settings(), shelf.services(), [](const DownloadEntry&, const DownloadResult&) {
            throw Error(ErrorCode::CacheRefused, "Not there.");
        });
        downloader.add("model", shelf.requests());
        downloader.start();
        downloader.waitUntilIdle();
        QVERIFY(downloader.entries().front().failure == ErrorCode::CacheRefused);
    }
    void noRoomNoStart() {
        Shelf shelf(1);
        auto requests = shelf.requests();
        requests.front().expected.size = std::uint64_t(1) << 60;
        Downloader downloader(shelf.settings(), shelf.services());
        QCOMPARE(expectError([&] { downloader.add("model", requests); }).code(), ErrorCode::DiskFull);
        QVERIFY(downloader.entries().empty());
        QCOMPARE(shelf.server.log().size(), std::size_t(0));
    }
    void damagedListsAreEmptyLists() {
        TempDir folder;
        for (const char* text :
             {"", "{", "[]", "{\"schema\":2}", "{\"schema\":1,\"downloads\":[{}]}", "{\"schema\":1}"}) {
            writeFile(folder / "list.json", text);
            QVERIFY(readDownloadList(folder / "list.json").empty());
        }
        QVERIFY(readDownloadList(folder / "none.json").empty());
    }
    void manyOnOneFile() {
        // F48: eight threads want the same, with the lock that the Python tools know.
        DownloadBench bench(weightsText(2'000'000));
        SystemClock clock;
        std::vector<std::thread> threads;
        std::atomic<int> good = 0;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                DownloadRequest request = bench.request(bench.path);
                request.lockFile = bench.folder / "blob.lock";
                DownloadServices services{bench.transport, bench.resolver, clock, [] { return 0.5; }};
                try {
                    FileDownload(request, services).run({});
                    ++good;
                } catch (const Error& error) {
                    qWarning("%s", error.what());
                }
            });
        for (std::thread& thread : threads) thread.join();
        QCOMPARE(good.load(), 8);
        QVERIFY(bench.isPublished());
        QCOMPARE(bench.leftovers(), std::vector<std::string>{"blob.lock"});
        QVERIFY(bench.server.log("storage").size() <= 8);
    }
    void stopAndGoAgainAndAgain() {
        // F50, F52: interrupted at many places, and always gone on with.
        DownloadBench bench(weightsText(4'000'000));
        bench.server.fail({"storage", "", "", 0, -1, [state = 7U](const Request&, Answer& answer) mutable {
                               state = state * 1664525U + 1013904223U;
                               answer.closeAt = (state >> 8) % 30'000;
                           }});
        int interrupted = 0;
        const auto held = openDescriptors();
        for (int round = 0; round < 200; ++round) {
            CancelToken cancel;
            const auto sink = [&](const TransferProgress& progress) {
                if (progress.state == TransferState::Waiting) cancel.cancel();
            };
            try {
                FileDownload(bench.request(bench.path), bench.services()).run(cancel, sink);
                break;
            } catch (const Cancelled&) {
                ++interrupted;
            }
            QVERIFY(bench.leftovers().size() <= 2);
        }
        bench.server.clearFaults();
        FileDownload(bench.request(bench.path), bench.services()).run({});
        QVERIFY(bench.isPublished());
        QVERIFY(bench.leftovers().empty());
        QCOMPARE(interrupted, 200);
        // a connection or two may wait for their next use
        QVERIFY(openDescriptors() < held + 20);
    }
};

QTEST_GUILESS_MAIN(DownloaderTest)
#include "downloader_test.moc"
