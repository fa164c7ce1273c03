// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Publishing against the faults F56 to F59 of hub.md §11.1, over the stand-in.
#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include "core/hub/hf_upload.h"
#include "tests/core/hub/hub_world.h"

using namespace segmoe;
using namespace segmoe::hub;
using namespace segmoe::test;
using standin::Answer;
using standin::Request;
namespace fs = std::filesystem;

namespace {

const std::string kMine = "standin/mine";

/// A folder with a small model, and what it takes to publish it.
struct Desk : World {
    Desk() {
        request.folder = folder / "mine";
        request.repo = kMine;
        fs::create_directories(request.folder / "unet");
        writeFile(request.folder / "README.md", "# Mine\n");
        writeFile(request.folder / "unet/config.json", "{}");
        writeFile(weights, tinyModel().at("vae/diffusion_pytorch_model.safetensors"));
    }
    PushReport push() { return HfUpload(*hub, *transport, clock).push(request, {}, {}); }
    ErrorCode refusal() {
        return refusalOf([&] { (void)push(); }).code();
    }
    std::string digest() const { return standin::sha256Hex(readFile(weights)); }
    std::size_t commits() {
        std::size_t count = 0;
        server.editRepo(kMine, [&](standin::Repository& repository) { count = repository.commits.size(); });
        return count;
    }
    int asked(const std::string& origin, const std::string& target) const {
        int count = 0;
        for (const auto& record : server.log(origin))
            count += record.request.target.find(target) != std::string::npos ? 1 : 0;
        return count;
    }
    /// Whether main has every file as it lies in the folder.
    bool isPublished() {
        server.editRepo(kMine, [](standin::Repository& repository) { repository.access = standin::Access::Open; });
        const auto files = hub->tree(kMine, hub->info(kMine, "main", {}).commit, {});
        const auto has = [&](const std::string& path, const std::string& etag) {
            return std::ranges::any_of(files,
                                       [&](const RepoFile& file) { return file.path == path && file.etag() == etag; });
        };
        return has("README.md", standin::gitSha1Hex("# Mine\n")) &&
               has("unet/config.json", standin::gitSha1Hex("{}")) &&
               has("unet/diffusion_pytorch_model.safetensors", digest());
    }

    PushRequest request;
    fs::path weights = folder / "mine/unet/diffusion_pytorch_model.safetensors";
};

void isLost(const Request&, Answer& answer) { answer.isReset = true; }

/// Changes the first object of a batch answer.
std::function<void(const Request&, Answer&)> object(const std::function<void(nlohmann::json&)>& change) {
    return [=](const Request&, Answer& answer) {
        auto batch = nlohmann::json::parse(*answer.content);
        change(batch["objects"][0]);
        answer = Answer::json(200, batch.dump());
    };
}

}  // namespace

class UploadFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersOfCommitsAreLost_data() {
        QTest::addColumn<bool>("isMade");
        QTest::addColumn<int>("posts");
        QTest::newRow("F56a made") << true << 1;
        QTest::newRow("F56b not made") << false << 2;
    }
    void answersOfCommitsAreLost() {
        QFETCH(bool, isMade);
        QFETCH(int, posts);
        Desk desk;
        desk.server.fail({"hub", "POST", "/commit/", 0, 1, isLost, !isMade});
        QVERIFY(!desk.push().commit.empty());
        QVERIFY(desk.isPublished());
        QCOMPARE(desk.commits(), std::size_t(2));  // the empty one of a new repository, and ours
        QCOMPARE(desk.asked("hub", "/commit/"), posts);
    }
    void cancellingPublishesAllOrNothing_data() {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("isMade");
        QTest::newRow("when files are asked about") << QByteArray("hub") << QByteArray("/preupload/") << false;
        QTest::newRow("when bytes are sent") << QByteArray("storage") << QByteArray() << false;
        QTest::newRow("when the commit is recorded") << QByteArray("hub") << QByteArray("/commit/") << true;
    }
    void cancellingPublishesAllOrNothing() {
        QFETCH(QByteArray, origin);
        QFETCH(QByteArray, target);
        QFETCH(bool, isMade);
        Desk desk;
        CancelToken cancel;
        desk.server.fail(
            {origin.toStdString(), "", target.toStdString(), 0, -1, [&](const Request&, Answer&) { cancel.cancel(); }});
        const auto push = [&] {
            return HfUpload(*desk.hub, *desk.transport, desk.clock).push(desk.request, {}, cancel);
        };
        if (isMade)
            QVERIFY(!push().commit.empty());
        else
            QVERIFY_THROWS_EXCEPTION(Cancelled, (void)push());
        QCOMPARE(desk.asked("hub", "/commit/"), isMade ? 1 : 0);
        QCOMPARE(desk.commits(), std::size_t(isMade ? 2 : 1));
        if (isMade) return;
        desk.server.clearFaults();
        desk.request.mayExist = true;  // it was made, and is empty
        QVERIFY(!desk.push().commit.empty());
        QVERIFY(desk.isPublished());
    }
    void somebodyElseCommits() {
        Desk desk;  // F56c
        desk.server.fail({"hub", "POST", "/commit/", 0, -1,
                          [&](const Request& request, Answer& answer) {
                              desk.server.addRepo(kMine, {{"other.txt", "x"}});
                              isLost(request, answer);
                          },
                          true});
        QCOMPARE(desk.refusal(), ErrorCode::CommitUnknown);
        QCOMPARE(desk.asked("hub", "/commit/"), 1);
    }
    void commitsConflict() {
        Desk desk;  // F57a: a commit after ours was planned
        desk.server.fail({"hub", "POST", "/preupload/", 0, 1, [&](const Request&, Answer&) {
                              desk.server.addRepo(kMine, {{"other.txt", "x"}});
                          }});
        QCOMPARE(desk.refusal(), ErrorCode::UploadConflict);
        QCOMPARE(desk.commits(), std::size_t(2));
    }
    void ignoredFilesAreSaid() {
        Desk desk;  // F57b
        desk.server.fail({"hub", "POST", "/preupload/", 0, -1, [](const Request&, Answer& answer) {
                              auto said = nlohmann::json::parse(*answer.content);
                              for (auto& file : said["files"]) file["shouldIgnore"] = file["path"] == "README.md";
                              answer = Answer::json(200, said.dump());
                          }});
        const PushReport report = desk.push();
        QCOMPARE(report.notices.size(), std::size_t(1));
        QVERIFY(report.notices[0].find("README.md") != std::string::npos);
        QCOMPARE(report.files, 2);
    }

    void badInstructionsStop_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("code");
        QTest::newRow("F57c an object is refused") << 0 << int(ErrorCode::BadRequest);
        QTest::newRow("F57d a part without ETag") << 1 << int(ErrorCode::BadServerReply);
        QTest::newRow("F57e a part too few") << 2 << int(ErrorCode::BadServerReply);
        QTest::newRow("F57f parts of no size") << 3 << int(ErrorCode::BadServerReply);
        QTest::newRow("F57g an object is missing") << 4 << int(ErrorCode::BadServerReply);
        QTest::newRow("F57h a file too large for git") << 5 << int(ErrorCode::BadServerReply);
    }
    void badInstructionsStop() {
        QFETCH(int, kind);
        QFETCH(int, code);
        Desk desk;
        desk.server.setPartSize(1000);
        if (kind == 0)
            desk.server.fail({"hub", "POST", "/objects/batch", 0, -1, object([](nlohmann::json& it) {
                                  it.erase("actions");
                                  it["error"] = {{"code", 422}, {"message", "Quota exceeded"}};
                              })});
        if (kind == 1)
            desk.server.fail(
                {"storage", "PUT", "/parts/", 0, -1, [](const Request&, Answer& answer) { answer.set("ETag", ""); }});
        if (kind == 2 || kind == 3)
            desk.server.fail({"hub", "POST", "/objects/batch", 0, -1, object([=](nlohmann::json& it) {
                                  nlohmann::json& header = it["actions"]["upload"]["header"];
                                  if (kind == 2) header.erase("00002");
                                  if (kind == 3) header["chunk_size"] = "0";
                              })});
        if (kind == 4)
            desk.server.fail({"hub", "POST", "/objects/batch", 0, -1,
                              object([](nlohmann::json& it) { it["oid"] = std::string(64, 'a'); })});
        if (kind == 5) {
            std::string large = readFile(desk.weights);
            large.resize(11 * 1024 * 1024);
            writeFile(desk.weights, large);
            desk.server.fail({"hub", "POST", "/preupload/", 0, -1, [](const Request&, Answer& answer) {
                                  auto said = nlohmann::json::parse(*answer.content);
                                  for (auto& file : said["files"]) file["uploadMode"] = "regular";
                                  answer = Answer::json(200, said.dump());
                              }});
        }
        const Error error = refusalOf([&] { (void)desk.push(); });
        QVERIFY2(int(error.code()) == code, error.what());
        if (kind == 0) QVERIFY2(std::string(error.what()).find("Quota exceeded") != std::string::npos, error.what());
        QCOMPARE(desk.asked("hub", "/commit/"), 0);
        QVERIFY(!desk.server.hasBlob(desk.digest()));
    }

    void uploadsAreRepeatedFromTheirStart_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("F58a busy once") << 0;
        QTest::newRow("F58b breaks once") << 1;
    }
    void uploadsAreRepeatedFromTheirStart() {
        QFETCH(int, kind);
        Desk desk;
        desk.server.fail({"storage", "PUT", "", 0, 1,
                          [=](const Request& request, Answer& answer) {
                              if (kind == 0) answer = Answer::text(500, "");
                              if (kind == 1) isLost(request, answer);
                          },
                          true});
        QCOMPARE(desk.push().uploadedBytes, std::uint64_t(readFile(desk.weights).size()));
        QVERIFY(desk.isPublished());
        QCOMPARE(desk.server.log("storage", "PUT").size(), std::size_t(2));
        QCOMPARE(desk.clock.waits(), std::vector<long>{1000});
    }
    void headersAreForTheStorageAlone() {
        Desk desk;  // F58c
        desk.server.requireUploadHeader("x-amz-acl", "the-value");
        (void)desk.push();
        QVERIFY(desk.isPublished());
        for (const auto& record : desk.server.log("hub")) QVERIFY(!record.request.hasHeader("x-amz-acl"));
        for (const auto& record : desk.server.log("storage", "PUT")) {
            QCOMPARE(record.request.header("x-amz-acl"), std::string("the-value"));
            QVERIFY(!record.request.hasHeader("Authorization"));
        }
    }
    void confirmationsElsewhereSeeNoToken() {
        Desk desk;  // F58d
        desk.server.setVerifyOrigin("other");
        (void)desk.push();
        QVERIFY(desk.isPublished());
        const auto records = desk.server.log("other");
        QCOMPARE(records.size(), std::size_t(1));
        QVERIFY(!records[0].request.hasHeader("Authorization"));
    }
    void largeFilesGoInParts() {
        Desk desk;
        desk.server.setPartSize(1000);
        const std::size_t size = readFile(desk.weights).size();
        desk.server.fail({"storage", "PUT", "partNumber=2", 0, 1,
                          [](const Request&, Answer& answer) { answer = Answer::text(503, ""); }, true});
        (void)desk.push();
        QVERIFY(desk.isPublished());
        QCOMPARE(desk.server.log("storage", "PUT").size(), (size + 999) / 1000 + 1);
        QCOMPARE(desk.asked("hub", "/lfs-complete/"), 1);
        for (const auto& record : desk.server.log("storage")) QVERIFY(!record.request.hasHeader("Authorization"));
    }

    void namesAreTaken() {
        Desk desk;  // F59a
        desk.server.addRepo(kMine, {{"other.txt", "x"}});
        QCOMPARE(desk.refusal(), ErrorCode::RepoExists);
        QCOMPARE(desk.asked("hub", "/commit/") + desk.asked("hub", "/preupload/"), 0);
        desk.request.mayExist = true;
        QVERIFY(!desk.push().commit.empty());
    }
    void creationsCollide_data() {
        QTest::addColumn<int>("times");
        QTest::newRow("F59b for a moment") << 3;
        QTest::newRow("F59b for ever") << -1;
    }
    void creationsCollide() {
        QFETCH(int, times);
        Desk desk;
        desk.server.fail({"hub", "POST", "/api/repos/create", 0, times,
                          [](const Request&, Answer& answer) {
                              answer = Answer::json(409,
                                                    "{\"error\":\"Cannot create: another conflicting operation is "
                                                    "in progress. Please try again later.\"}");
                          },
                          true});
        if (times > 0) {
            QVERIFY(!desk.push().commit.empty());
            QCOMPARE(desk.clock.waits(), std::vector<long>(3, 1000));
        } else {
            QCOMPARE(desk.refusal(), ErrorCode::ServerBusy);
            QCOMPARE(desk.asked("hub", "/api/repos/create"), 10);
            QCOMPARE(desk.asked("hub", "/commit/"), 0);
        }
    }
    void tokensMayReadOnly() {
        Desk desk;  // F59c
        desk.server.fail({"hub", "POST", "/api/repos/create", 0, -1,
                          [](const Request&, Answer& answer) {
                              answer = Answer::json(403, "{\"error\":\"You don't have the rights\"}");
                          },
                          true});
        QCOMPARE(desk.refusal(), ErrorCode::TokenScope);
        QCOMPARE(desk.asked("hub", "/api/repos/create"), 1);
    }
};

QTEST_GUILESS_MAIN(UploadFaultsTest)
#include "upload_faults_test.moc"
