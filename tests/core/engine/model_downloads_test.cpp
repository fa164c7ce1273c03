// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_downloads.h"

#include <QtTest/QtTest>

#include <atomic>
#include <thread>

#include "core/engine/hub_access.h"
#include "core/engine/listed_download.h"
#include "core/engine/model_library.h"
#include "tests/support/standin/folder_files.h"
#include "tests/support/standin/standin.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::test;
using standin::Answer;
using standin::Request;
using standin::Standin;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kWeights = 600'000;
constexpr int kLimit = 120'000;  ///< ms, for whatever a busy machine does

std::string weights(unsigned seed) {
    std::string text(kWeights, '\0');
    unsigned state = seed * 2654435761U + 1;
    for (char& c : text) c = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24);
    return text.replace(0, 10, std::string("\x02\0\0\0\0\0\0\0{}", 10));
}

std::map<std::string, std::string> tinyModel() { return segmoe::standin::filesOf(goldenPath("models/sd1")); }

/// Hubs, folders and environment of one test.
struct World {
    Standin server;
    TempDir folder;
    std::atomic<int> changes = 0;
    std::unique_ptr<ModelDownloads> list;

    World() {
        for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE",
                                 "HF_TOKEN_PATH", "HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "CIVITAI_API_TOKEN",
                                 "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
        qputenv("HF_ENDPOINT", server.url("hub").c_str());
        qputenv("SEGMOE_CIVITAI_ENDPOINT", server.url("civitai").c_str());
        qputenv("HF_HOME", (folder / "hf").c_str());
        qputenv("SEGMOE_HOME", (folder / "home").c_str());
        qputenv("HF_HUB_DOWNLOAD_TIMEOUT", "900");  // what stalls stays stalled while a busy machine looks
    }

    ModelDownloads& open(int parallel = 4) {
        list.reset();
        DownloadsOptions options;
        options.folder = folder / "list";
        options.parallel = parallel;
        options.firstWait = std::chrono::milliseconds(50);
        options.changed = [this] { ++changes; };
        list = openDownloads(options);
        list->start();
        return *list;
    }
    std::optional<ModelDownload> row(std::uint64_t id) const {
        for (const ModelDownload& row : list->rows())
            if (row.id == id) return row;
        return std::nullopt;
    }
    DownloadState state(std::uint64_t id) const {
        const auto found = row(id);
        return found ? found->state : DownloadState::Cancelled;
    }
    /// A checkpoint of CivitAI with one file.
    void addCivitai(int version, standin::CivitaiState state = standin::CivitaiState::Open) {
        standin::CivitaiVersion one;
        one.id = version;
        one.modelId = 7;
        one.name = "v1";
        one.modelName = "Inkline";
        one.state = state;
        one.files.push_back({version * 10, "inkline.safetensors",
                             std::make_shared<const std::string>(weights(static_cast<unsigned>(version)))});
        server.addVersion(one);
    }
    /// Bytes stop coming after these; they come slowly enough to be told of.
    void stall(std::uint64_t at) {
        server.fail({"storage", "", "", 0, -1, [at](const Request&, Answer& answer) {
                         answer.bytesPerSecond = 600'000;
                         answer.stallAt = at;
                     }});
    }
    std::vector<std::string> unfinished() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator(folder.path()))
            if (entry.path().extension() == ".incomplete") names.push_back(entry.path().filename().string());
        return names;
    }
};

}  // namespace

class ModelDownloadsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRepositoryArrivesWhereTheEngineFindsIt() {
        World world;
        world.server.addRepo("ada/tiny", tinyModel());
        world.open();
        const auto id = world.list->get("https://huggingface.co/ada/tiny", std::nullopt);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(id), DownloadState::Done, kLimit);
        const ModelDownload row = *world.row(id);
        QCOMPARE(row.reference, std::string("ada/tiny"));
        QCOMPARE(row.title, std::string("ada/tiny"));
        QCOMPARE(row.folder, world.folder / "hf/hub");
        QCOMPARE(row.done, row.total);
        QVERIFY(row.total > 0);
        QCOMPARE(row.arrivals, 1);
        QVERIFY(fs::exists(row.place / "model_index.json"));
        QVERIFY(world.changes > 3);
        QVERIFY(missingReferences("ada/tiny").empty());
        QVERIFY(world.unfinished().empty());
        // what HubAccess says of it: nothing is left to fetch
        QCOMPARE(openHub()->plan("ada/tiny", std::nullopt, {}).missingBytes, std::uint64_t(0));
        // once more: joined, and there at once
        world.server.clearLog();
        QCOMPARE(world.list->get("ada/tiny", std::nullopt), id);
        QTRY_COMPARE_WITH_TIMEOUT(world.row(id)->arrivals, 2, kLimit);
        QCOMPARE(world.list->rows().size(), std::size_t(1));
        QVERIFY(world.server.log("storage").empty());
    }

    void aFileOfCivitaiGoesToItsFolder() {
        World world;
        world.addCivitai(31);
        world.open();
        const auto id = world.list->get("https://civitai.com/models/7?modelVersionId=31", std::nullopt);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(id), DownloadState::Done, kLimit);
        const ModelDownload row = *world.row(id);
        QCOMPARE(row.reference, std::string("civitai:31"));
        QCOMPARE(row.title, std::string("Inkline v1"));
        QCOMPARE(row.folder, world.folder / "home/models");
        QCOMPARE(row.place, world.folder / "home/models/checkpoints/inkline.safetensors");
        QCOMPARE(readFile(row.place), weights(31));
        QVERIFY(fs::exists(row.place.string() + ".segmoe.json"));
    }

    void aLinkWithoutAVersionOpensAfterwards() {
        const std::string link = "https://civitai.com/models/7";
        World world;
        world.addCivitai(31);
        world.stall(150'000);
        world.open();
        QCOMPARE(missingReferences(link), std::vector<std::string>{link});
        const auto id = world.list->get(link, std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(world.row(id)->done >= 100'000, kLimit);
        QCOMPARE(world.row(id)->reference, std::string("civitai:31"));
        world.list.reset();  // the end of the program, and its next start
        world.server.clearFaults();
        world.open();
        QTRY_COMPARE_WITH_TIMEOUT(world.state(id), DownloadState::Done, kLimit);
        for (const char* text : {"https://civitai.com/models/7", "urn:air:sd1:checkpoint:civitai:7", "civitai:31"})
            QVERIFY2(missingReferences(text).empty(), text);
    }

    void whatTheLibraryKnowsIsNotFetchedAgain() {
        World world;
        world.addCivitai(31);
        const fs::path own = world.folder / "own/mine.safetensors";
        fs::create_directories(own.parent_path());
        writeFile(own, weights(31));
        fs::create_directories(world.folder / "home");
        {
            const auto library = openLibrary(world.folder / "home");
            library->addRoot(own.parent_path(), false);
            (void)library->scan({}, {}, {});
            (void)library->hash(own, {}, {});
        }
        world.open();
        const auto id = world.list->get("civitai:31", std::nullopt);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(id), DownloadState::Done, kLimit);
        QVERIFY(world.server.log("storage").empty());
        QVERIFY(fs::equivalent(world.row(id)->place, own));
        QCOMPARE(world.row(id)->done, world.row(id)->total);
    }

    void pauseKeepsAndResumeGoesOn() {
        World world;
        world.addCivitai(31);
        world.stall(300'000);
        world.open();
        const auto id = world.list->get("civitai:31", std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(world.row(id)->done >= 250'000, kLimit);
        QCOMPARE(world.state(id), DownloadState::Running);
        world.list->pause(id);
        QCOMPARE(world.state(id), DownloadState::Paused);
        QTRY_COMPARE_WITH_TIMEOUT(world.unfinished().size(), std::size_t(2), kLimit);
        QCOMPARE(world.row(id)->total, std::uint64_t(kWeights));
        world.server.clearFaults();
        world.server.clearLog();
        world.list->resume(id);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(id), DownloadState::Done, kLimit);
        bool isContinued = false;
        for (const auto& record : world.server.log("storage"))
            isContinued |= record.request.header("Range").starts_with("bytes=");
        QVERIFY(isContinued);
        QVERIFY(world.unfinished().empty());
    }

    void theListSurvivesAnEndInTheMiddle() {
        World world;
        world.server.addRepo("ada/tiny", tinyModel());
        world.addCivitai(31);
        world.stall(150'000);
        world.open();
        const auto running = world.list->get("civitai:31", std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(world.row(running)->done >= 100'000, kLimit);
        world.list->pauseAll();
        const auto paused = world.list->get("ada/tiny", std::nullopt);
        world.list->pause(paused);
        world.list->resume(running);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(running), DownloadState::Running, kLimit);
        world.list.reset();
        const std::string kept = readFile(world.folder / "list/downloads.json");
        QVERIFY(kept.find("ada/tiny") != std::string::npos);
        for (const char* secret : {Standin::kToken, Standin::kCivitaiKey, "?X-Amz", "Bearer"})
            QVERIFY2(kept.find(secret) == std::string::npos, secret);

        world.server.clearFaults();
        world.server.clearLog();
        world.open();
        QTRY_COMPARE_WITH_TIMEOUT(world.state(running), DownloadState::Done, kLimit);
        QCOMPARE(world.state(paused), DownloadState::Paused);
        bool isContinued = false;
        for (const auto& record : world.server.log("storage"))
            isContinued |= record.request.header("Range").starts_with("bytes=");
        QVERIFY(isContinued);
        // what is done stays listed
        world.open();
        QCOMPARE(world.state(running), DownloadState::Done);
        world.list->clearDone();
        QCOMPARE(world.list->rows().size(), std::size_t(1));
        world.list->resume(paused);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(paused), DownloadState::Done, kLimit);
    }

    void theBranchMayMoveMeanwhile() {
        World world;
        auto files = tinyModel();
        const std::string commit = world.server.addRepo("ada/tiny", files);
        world.stall(100);
        world.open();
        const auto id = world.list->get("ada/tiny", std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(world.row(id)->total > 0 && world.row(id)->done > 0, kLimit);
        world.list.reset();
        files["README.md"] = "moved";
        files["unet/config.json"] += "\n";
        world.server.addRepo("ada/tiny", files);
        world.server.clearFaults();
        world.open();
        QTRY_COMPARE_WITH_TIMEOUT(world.state(id), DownloadState::Done, kLimit);
        QCOMPARE(world.row(id)->place.filename().string(), commit);
    }

    void aClosedDoorSaysWhyAndOpensLater() {
        World world;
        world.server.addRepo("ada/tiny", tinyModel());
        world.server.editRepo("ada/tiny", [](standin::Repository& repo) { repo.access = standin::Access::Gated; });
        world.open();
        const auto id = world.list->get("ada/tiny", std::nullopt);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(id), DownloadState::Failed, kLimit);
        QVERIFY(world.row(id)->failure);
        QCOMPARE(world.row(id)->failure->code, ErrorCode::Gated);
        QVERIFY(world.row(id)->page.find("ada/tiny") != std::string::npos);
        world.server.editRepo("ada/tiny", [](standin::Repository& repo) { repo.access = standin::Access::Open; });
        world.list->resume(id);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(id), DownloadState::Done, kLimit);
        QVERIFY(!world.row(id)->failure);
    }

    void aHubThatAsksToWaitIsWaitedFor() {
        World world;
        world.addCivitai(31);
        world.server.fail({"civitai", "", "/api/", 0, 1, [](const Request&, Answer& answer) {
                               answer = Answer::text(429, "slowly");
                               answer.set("Retry-After", "7200");
                           }});
        world.open();
        const auto id = world.list->get("civitai:31", std::nullopt);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(id), DownloadState::Waiting, kLimit);
        QCOMPARE(world.row(id)->failure->code, ErrorCode::RateLimited);
        QVERIFY(world.row(id)->waitsUntil > std::chrono::system_clock::now() + std::chrono::hours(1));
        world.list->pause(id);
        QCOMPARE(world.state(id), DownloadState::Paused);
        // the next start of the program asks anew
        world.open();
        world.list->resume(id);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(id), DownloadState::Done, kLimit);
    }

    void waitsGrowUntilSomethingArrives() {
        using namespace std::chrono_literals;
        ListedDownload row;
        row.begin(1, {}, std::nullopt, {});
        const auto fail = [&](ErrorCode code) {
            row.enter(CancelToken());
            row.failure = Failure{code, "It failed.", {}};
            const auto now = std::chrono::steady_clock::now();
            row.leave({}, 1h, 100h);
            return std::chrono::round<std::chrono::hours>(row.retryAt - now).count();
        };
        QCOMPARE(fail(ErrorCode::Unreachable), 1);
        QCOMPARE(fail(ErrorCode::TransferBroken), 2);
        QCOMPARE(fail(ErrorCode::ServerBusy), 4);
        for (int i = 0; i < 8; ++i) fail(ErrorCode::Timeout);
        QCOMPARE(fail(ErrorCode::Unreachable), 100);
        QCOMPARE(row.kept.shown.state, DownloadState::Waiting);
        QVERIFY(row.isActive());
        fail(ErrorCode::HashMismatch);
        QCOMPARE(row.kept.shown.state, DownloadState::Failed);
        QVERIFY(!row.isActive());
    }

    void cancelKeepsAndRemoveTidiesUp() {
        World world;
        world.addCivitai(31);
        world.stall(300'000);
        world.open();
        const auto id = world.list->get("civitai:31", std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(world.row(id)->done >= 250'000, kLimit);
        world.list->cancel(id);
        QCOMPARE(world.state(id), DownloadState::Cancelled);
        QTRY_COMPARE_WITH_TIMEOUT(world.unfinished().size(), std::size_t(2), kLimit);
        world.list->resumeAll();
        QCOMPARE(world.state(id), DownloadState::Cancelled);  // that was meant
        world.list->remove(id);
        QTRY_VERIFY_WITH_TIMEOUT(world.unfinished().empty(), kLimit);
        QVERIFY(world.list->rows().empty());
    }

    void removeInTheMiddleTidiesUpToo() {
        World world;
        world.addCivitai(31);
        world.stall(300'000);
        world.open();
        const auto id = world.list->get("civitai:31", std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(world.row(id)->done >= 250'000, kLimit);
        world.list->remove(id);
        QVERIFY(world.list->rows().empty());
        QTRY_VERIFY_WITH_TIMEOUT(world.unfinished().empty(), kLimit);
    }

    void orderAndStartNow() {
        World world;
        for (int version : {31, 32, 33}) world.addCivitai(version);
        world.stall(300'000);
        world.open(1);
        std::vector<std::uint64_t> ids{world.list->get("civitai:31", std::nullopt)};
        QTRY_COMPARE_WITH_TIMEOUT(world.state(ids[0]), DownloadState::Running, kLimit);
        for (const char* reference : {"civitai:32", "civitai:33"})
            ids.push_back(world.list->get(reference, std::nullopt));
        QTRY_VERIFY_WITH_TIMEOUT(world.row(ids[2])->total > 0, kLimit);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(ids[2]), DownloadState::Queued, kLimit);
        QCOMPARE(world.row(ids[2])->ahead, 2);
        world.list->move(ids[2], -1);
        QCOMPARE(world.row(ids[2])->ahead, 1);
        world.list->startNow(ids[2]);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(ids[2]), DownloadState::Running, kLimit);
        QCOMPARE(world.row(ids[2])->ahead, 0);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(ids[0]), DownloadState::Queued, kLimit);
        world.server.clearFaults();
        world.list->setParallel(3);
        // what stalled before begins again
        world.list->pauseAll();
        world.list->resumeAll();
        for (const auto id : ids) QTRY_COMPARE_WITH_TIMEOUT(world.state(id), DownloadState::Done, kLimit);
    }

    void noRoomIsSaidBeforeAByteMoves() {
        World world;
        world.addCivitai(31);
        world.server.fail({"civitai", "", "/model-versions/", 0, -1, [](const Request&, Answer& answer) {
                               // the site says it is larger than any disk
                               std::string body = answer.content ? *answer.content : std::string();
                               const std::size_t at = body.find("\"sizeKB\":");
                               if (at == std::string::npos) return;
                               body.replace(at, body.find_first_of(",}", at) - at, "\"sizeKB\":9e11");
                               answer = Answer::json(200, body);
                           }});
        world.open();
        const auto id = world.list->get("civitai:31", std::nullopt);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(id), DownloadState::Failed, kLimit);
        QCOMPARE(world.row(id)->failure->code, ErrorCode::DiskFull);
        QVERIFY(world.server.log("storage").empty());
    }

    void whatIsNoModelIsRefused() {
        World world;
        world.open();
        QCOMPARE(expectError([&] { world.list->get("https://example.org/x", std::nullopt); }).code(),
                 ErrorCode::RequestInvalid);
        QCOMPARE(expectError([&] { world.list->get("ada/-x", std::nullopt); }).code(), ErrorCode::NameRefused);
        QVERIFY(world.list->rows().empty());
    }

    void damagedListsAreEmptyLists() {
        for (const char* text : {"", "{", "[]", "{\"schema\":2}", "{\"schema\":1,\"models\":[{}]}"}) {
            World world;
            fs::create_directories(world.folder / "list");
            writeFile(world.folder / "list/downloads.json", text);
            world.open();
            QVERIFY(world.list->rows().empty());
        }
    }
};

QTEST_MAIN(ModelDownloadsTest)
#include "model_downloads_test.moc"
