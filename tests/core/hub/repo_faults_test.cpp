// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Whole repositories against the faults of hub.md §11.1: refusals, portals, listings that lie, caches that are not what
// they should be.
#include <QtTest/QtTest>

#include "tests/core/hub/hub_world.h"

using namespace segmoe;
using namespace segmoe::hub;
using namespace segmoe::test;
using standin::Access;
using standin::Answer;
using standin::Fault;
using standin::Request;
namespace fs = std::filesystem;

namespace {

using Change = std::function<void(const Request&, Answer&)>;

const std::string kWeights = "unet/diffusion_pytorch_model.safetensors";
constexpr const char* kLogin = "segmoe login";

Change refusing(int status, const std::string& code, const std::string& text) {
    return [=](const Request&, Answer& answer) {
        answer = Answer::json(status, "{\"error\":\"" + text + "\"}").set("X-Error-Code", code);
    };
}
Change page() {
    return [](const Request&, Answer& answer) { answer = Answer::text(200, "<html>Log in</html>", "text/html"); };
}
Change body(const std::string& text) {
    return [=](const Request&, Answer& answer) { answer = Answer::json(200, text); };
}
Change line(const std::string& name, const std::string& value) {
    return [=](const Request&, Answer& answer) { answer.set(name, value); };
}
Change none() {
    return [](const Request&, Answer&) {};
}

std::string oneFile(const std::string& path, const std::string& size = "5") {
    return "[{\"type\":\"file\",\"oid\":\"" + std::string(40, 'a') + "\",\"size\":" + size + ",\"path\":\"" + path +
           "\"}]";
}

/// A refusal of the hub: who asks, what it answers where, and what has to come of it.
struct Refusal {
    const char* name;
    std::string token;
    Access access;
    const char* method;
    const char* target;
    Change change;
    ErrorCode code;
    const char* remedy;
    int requests;  ///< to the hub, all together; -1 = several files are asked for at a time
};

const std::vector<Refusal> kRefusals = {
    {"F23a private", "", Access::Private, "", "-", none(), ErrorCode::RepoNotFound, kLogin, 1},
    {"F23b bad token", "hf_thatIsNotGood", Access::Open, "", "-", none(), ErrorCode::TokenInvalid, kLogin, 1},
    {"F23c gated, with a token", standin::Standin::kToken, Access::Open, "", "/resolve/",
     refusing(403, "GatedRepo", "ask for access"), ErrorCode::Gated, "accept them", 3},
    {"F23d gated, without", "", Access::Gated, "", "-", none(), ErrorCode::Gated, kLogin, 3},
    {"F23e disabled", "", Access::Disabled, "", "-", none(), ErrorCode::RepoDisabled, "Choose another", 1},
    {"F23f scope", standin::Standin::kToken, Access::Open, "", "/api/models/", refusing(403, "", "no"),
     ErrorCode::TokenScope, "make a new one", 1},
    {"F64a the token comes back", standin::Standin::kToken, Access::Open, "", "/api/models/",
     [](const Request& request, Answer& answer) {
         answer = Answer::json(403, "{\"error\":\"" + request.header("Authorization") + "\"}")
                      .set("X-Error-Message", request.header("Authorization"));
     },
     ErrorCode::TokenScope, "make a new one", 1},
    {"F25a a page for the API", "", Access::Open, "", "/api/models/", page(), ErrorCode::BadServerReply, "again", 1},
    {"F25b a page for a file's head", "", Access::Open, "HEAD", "/resolve/", page(), ErrorCode::NotAHub, "proxy", -1},
    {"F25c nothing for the API", "", Access::Open, "", "/api/models/", body(""), ErrorCode::BadServerReply, "again", 1},
    {"F32a no commit", "", Access::Open, "HEAD", "/resolve/", line("X-Repo-Commit", ""), ErrorCode::NotAHub,
     "HF_ENDPOINT", -1},
    {"F32b no etag", "", Access::Open, "HEAD", "/resolve/",
     [](const Request&, Answer& answer) { answer.set("X-Linked-Etag", "").set("ETag", ""); }, ErrorCode::BadServerReply,
     "", -1},
    {"F32c etag is a path", "", Access::Open, "HEAD", "/resolve/",
     [](const Request&, Answer& answer) { answer.set("X-Linked-Etag", "\"../../x\""); }, ErrorCode::BadServerReply, "",
     -1},
    {"F32d 41 digits", "", Access::Open, "HEAD", "/resolve/", line("X-Linked-Etag", std::string(41, 'a')),
     ErrorCode::BadServerReply, "", -1},
    {"F32e upper case", "", Access::Open, "HEAD", "/resolve/", line("X-Linked-Etag", std::string(64, 'A')),
     ErrorCode::BadServerReply, "", -1},
};

}  // namespace

class RepoFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusals_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < kRefusals.size(); ++i) QTest::newRow(kRefusals[i].name) << static_cast<int>(i);
    }
    void refusals() {
        QFETCH(int, index);
        const Refusal& row = kRefusals[static_cast<std::size_t>(index)];
        World world(row.token);
        world.server.addRepo(kRepo, tinyModel());
        world.server.editRepo(kRepo, [&](standin::Repository& repository) { repository.access = row.access; });
        world.server.fail({"hub", row.method, row.target, 0, -1, row.change});
        const Error error = refusalOf([&] { world.fetch(kRepo); });
        QVERIFY2(error.code() == row.code, error.what());
        QVERIFY2(std::string(error.what()).find(row.remedy) != std::string::npos, error.what());
        QVERIFY(world.clock.waits().empty());  // nothing that waiting would mend
        if (row.requests >= 0) QCOMPARE(static_cast<int>(world.server.log("hub").size()), row.requests);
        QVERIFY(world.server.log("storage").empty());
        QCOMPARE(world.files(), std::vector<std::string>{});
    }

    void filesThatAreNotThere_data() {
        QTest::addColumn<QString>("errorCode");
        QTest::newRow("F24a entry") << "EntryNotFound";
        QTest::newRow("F24c bare") << "";
    }
    void filesThatAreNotThere() {
        QFETCH(QString, errorCode);
        World world;
        const std::string commit = world.server.addRepo(kRepo, tinyModel());
        const std::string known = errorCode.toStdString();
        world.server.fail({"hub", "HEAD", kWeights, 0, -1, [=](const Request&, Answer& answer) {
                               answer = Answer::text(404, "").set("X-Error-Code", known).set("X-Repo-Commit", commit);
                           }});
        QCOMPARE(refusalOf([&] { world.fetch(kRepo); }).code(), ErrorCode::FileNotFound);
        // Absent is what the Hub says is absent; a lost page says nothing.
        QCOMPARE(world.cache.isKnownAbsent(kRepo, commit, kWeights), !known.empty());
        for (const std::string& name : world.files()) {
            QVERIFY2(name.find("/refs/") == std::string::npos, name.c_str());
            QVERIFY2(name.find("/snapshots/") == std::string::npos, name.c_str());
        }
        world.server.clearFaults();
        const fs::path place = world.fetch(kRepo);
        QVERIFY(readFile(place / kWeights) == tinyModel().at(kWeights));
    }
    void revisionsThatAreNotThere() {
        World world;  // F24b
        world.server.addRepo(kRepo, tinyModel());
        QCOMPARE(refusalOf([&] { world.fetch(kRepo + "@nowhere"); }).code(), ErrorCode::RevisionNotFound);
        QCOMPARE(world.files(), std::vector<std::string>{});
    }
    void sizeMayBeMissing() {
        World world;  // F32
        world.server.addRepo(kRepo, tinyModel());
        world.server.fail({"hub", "HEAD", "/resolve/", 0, -1, line("X-Linked-Size", "")});
        QVERIFY(readFile(world.fetch(kRepo) / kWeights) == tinyModel().at(kWeights));
    }

    void branchesMove_data() {
        QTest::addColumn<bool>("isBetweenHeadAndGet");
        QTest::newRow("F34a between plan and HEAD") << false;
        QTest::newRow("F34b between HEAD and GET") << true;
    }
    void branchesMove() {
        QFETCH(bool, isBetweenHeadAndGet);
        World world;
        const std::string first = world.server.addRepo(kRepo, tinyModel());
        auto changed = tinyModel();
        changed[kWeights] = changed["vae/diffusion_pytorch_model.safetensors"];
        const FetchPlan plan = world.plan(kRepo);
        world.server.clearLog();
        if (isBetweenHeadAndGet)
            world.server.fail({"hub", "HEAD", kWeights, 0, 1,
                               [&](const Request&, Answer&) { world.server.addRepo(kRepo, changed); }});
        else
            world.server.addRepo(kRepo, changed);
        const fs::path place = world.fetch(plan);
        QCOMPARE(place, world.cache.snapshotFolder(kRepo, first));
        QVERIFY(readFile(place / kWeights) == tinyModel().at(kWeights));
        for (const auto& record : world.server.log("hub"))
            QVERIFY2(record.request.target.find("/resolve/" + first + "/") != std::string::npos,
                     record.request.target.c_str());
    }

    void answersThatAreNone_data() {
        QTest::addColumn<QByteArray>("text");
        const auto add = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        add("F36a cut", "[{\"type\":\"file\",\"oid\":\"");
        add("F36b deep", std::string(100'000, '['));
        add("F36c 100 MB", std::string(100'000'000, ' '));
        add("F36d twice the same key", "[{\"type\":\"file\",\"type\":\"file\"}]");
        add("F36e bad UTF-8", oneFile("\xff"));
        add("F36f 1e40", oneFile("x", "1e40"));
        add("F36g NaN", oneFile("x", "NaN"));
        add("F36h a text for a number", oneFile("x", "\"5\""));
        add("F36i null", "null");
        add("F36j an object for a list", "{}");
    }
    void answersThatAreNone() {
        QFETCH(QByteArray, text);
        for (const bool isChunked : {false, true}) {
            World world;
            world.server.addRepo(kRepo, tinyModel());
            world.server.fail({"hub", "GET", "/tree/", 0, -1, [&](const Request&, Answer& answer) {
                                   answer = Answer::json(200, text.toStdString());
                                   answer.isChunked = isChunked;
                               }});
            const Error error = refusalOf([&] { world.fetch(kRepo); });
            QVERIFY2(error.code() == ErrorCode::BadServerReply, error.what());
            // No more is read than the cap of an answer and what lies in the buffers of a connection.
            constexpr std::uint64_t kCap = 32 * 1024 * 1024, kBuffers = 16 * 1024 * 1024;
            for (const auto& record : world.server.log("hub")) QVERIFY(record.bodySent->load() <= kCap + kBuffers);
            QCOMPARE(world.server.log("hub").size(), std::size_t(2));
            QCOMPARE(world.files(), std::vector<std::string>{});
        }
    }

    void nextPagesThatLeadAstray_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("F37a another origin") << 0;
        QTest::newRow("F37b the same page") << 1;
        QTest::newRow("F37c without end") << 2;
        QTest::newRow("F37d no address") << 3;
    }
    void nextPagesThatLeadAstray() {
        QFETCH(int, kind);
        World world;
        world.server.addRepo(kRepo, tinyModel());
        const std::string other = world.server.url("other");
        world.server.fail(
            {"hub", "GET", "/tree/", 0, -1, [kind, other, pages = 0](const Request& request, Answer& answer) mutable {
                 std::string next = kind == 0   ? other + "/api/x"
                                    : kind == 1 ? request.target
                                    : kind == 3 ? "http://[half"
                                                : request.target + "&cursor=" + std::to_string(++pages);
                 answer.set("Link", "<" + next + ">; rel=\"next\"");
             }});
        const Error error = refusalOf([&] { world.fetch(kRepo); });
        QVERIFY2(error.code() == ErrorCode::BadServerReply, error.what());
        QVERIFY(world.server.log("hub").size() <= 102);
        QVERIFY(world.server.log("other").empty());
        QCOMPARE(world.files(), std::vector<std::string>{});
    }

    void hostileNames_data() {
        QTest::addColumn<QByteArray>("path");
        for (const char* path : {"unet/../evil.safetensors", "unet/../../evil.safetensors", "unet/./evil.safetensors",
                                 "unet//evil.safetensors", "unet/..\\evil.safetensors", "unet/C:evil.safetensors",
                                 "unet/evil.safetensors:stream", "unet/con.safetensors", "unet/evil.safetensors.",
                                 "unet/evil.safetensors ",
                                 "unet/\xE2\x80\xAE"
                                 "evil.safetensors",
                                 "unet/evil\n.safetensors", "unet/\\\\server\\evil.safetensors"})
            QTest::newRow(QByteArray(path).toPercentEncoding(" /").constData()) << QByteArray(path);
        QTest::newRow("longer than any path") << QByteArray("unet/" + QByteArray(5000, 'x') + "/evil.safetensors");
    }
    void hostileNames() {
        QFETCH(QByteArray, path);  // F38, F43
        World world;
        auto files = tinyModel();
        files[path.toStdString()] = files.extract(kWeights).mapped();
        files.erase("unet/diffusion_pytorch_model.bin");
        world.server.addRepo(kRepo, files);
        const Error error = refusalOf([&] { world.fetch(kRepo); });
        QVERIFY2(error.code() == ErrorCode::NameRefused, error.what());
        QCOMPARE(world.files(), std::vector<std::string>{});
        for (const fs::path& outside : {world.folder.path().parent_path(), fs::current_path()})
            QVERIFY(!fs::exists(outside / "evil.safetensors"));
    }
    void twinsAreRefused() {
        World world;  // F38, F43
        auto files = tinyModel();
        files["tokenizer/VOCAB.json"] = files.at("tokenizer/vocab.json");
        world.server.addRepo(kRepo, files);
        QCOMPARE(refusalOf([&] { world.fetch(kRepo); }).code(), ErrorCode::NameRefused);
        QCOMPARE(world.files(), std::vector<std::string>{});
    }
    void disksWithoutLinks() {
        qputenv("HF_HUB_DISABLE_SYMLINKS", "1");  // F43
        World world;
        world.server.addRepo(kRepo, tinyModel());
        const fs::path place = world.fetch(kRepo);
        qunsetenv("HF_HUB_DISABLE_SYMLINKS");
        QVERIFY(!fs::is_symlink(place / kWeights));
        QVERIFY(readFile(place / kWeights) == tinyModel().at(kWeights));
        for (const std::string& name : world.files()) QVERIFY2(name.find("/blobs/") == std::string::npos, name.c_str());
    }

    void sharedPayloadsAreUsed() {
        World world;  // F46
        const std::string commit = world.server.addRepo(kRepo, tinyModel());
        const std::string bytes = tinyModel().at(kWeights);
        const std::string hash(64, 'e');
        const fs::path payload = world.cache.root() / "blobs/ee" / hash;
        fs::create_directories(payload.parent_path());
        writeFile(payload, bytes);
        fs::permissions(payload, fs::perms::owner_read | fs::perms::group_read);
        writeFile(world.cache.root() / "blobs/.huggingface-shared-blobs", "1\n");
        world.cache.prepare(kRepo, commit);
        const fs::path blob = world.cache.blobFile(kRepo, standin::sha256Hex(bytes));
        fs::create_symlink("../../blobs/ee/" + hash, blob);
        const fs::path place = world.fetch(kRepo);
        QVERIFY(readFile(place / kWeights) == bytes);
        QVERIFY(fs::is_symlink(blob));
        QVERIFY(readFile(payload) == bytes);
        QCOMPARE(fs::status(payload).permissions(), fs::perms::owner_read | fs::perms::group_read);
        for (const auto& record : world.server.log("storage"))
            QVERIFY(record.request.target.find(standin::sha256Hex(bytes)) == std::string::npos);
    }
    void foreignLinksAreLeftAlone() {
        World world;  // F46
        const std::string commit = world.server.addRepo(kRepo, tinyModel());
        writeFile(world.folder / "secret", "secret");
        world.cache.prepare(kRepo, commit);
        const fs::path blob = world.cache.blobFile(kRepo, standin::sha256Hex(tinyModel().at(kWeights)));
        fs::create_symlink(world.folder / "secret", blob);
        QCOMPARE(refusalOf([&] { world.fetch(kRepo); }).code(), ErrorCode::CacheRefused);
        QCOMPARE(fs::read_symlink(blob), world.folder / "secret");
        QCOMPARE(readFile(world.folder / "secret"), std::string("secret"));
        QVERIFY(world.server.log("storage").empty());
    }

    void damagedRefs_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("F47a empty") << 0;
        QTest::newRow("F47b 41 bytes") << 1;
        QTest::newRow("F47c line end") << 2;
        QTest::newRow("F47d of no snapshot") << 3;
    }
    void damagedRefs() {
        QFETCH(int, kind);
        World world;
        const std::string commit = world.server.addRepo(kRepo, tinyModel());
        const std::string texts[] = {"", commit + "c", commit + "\n", std::string(40, 'd')};
        const fs::path ref = world.cache.repoFolder(kRepo) / "refs/main";
        fs::create_directories(ref.parent_path());
        writeFile(ref, texts[kind]);
        QVERIFY(!findModel(*parseModelLink(kRepo), world.cache, {}));
        const fs::path place = world.fetch(kRepo);
        QCOMPARE(place, world.cache.snapshotFolder(kRepo, commit));
        QCOMPARE(readFile(ref), commit);
    }

    void networkIsSwitchedOffOnTheWay() {
        World world;  // F54
        world.server.addRepo(kRepo, tinyModel());
        const FetchPlan plan = world.plan(kRepo);
        world.server.fail({"hub", "HEAD", "", 3, 1, [&](const Request&, Answer&) { world.curl->setOffline(true); }});
        QCOMPARE(refusalOf([&] { world.fetch(plan); }).code(), ErrorCode::OfflineMissing);
        const std::size_t asked = world.server.log().size();
        QCOMPARE(refusalOf([&] { world.fetch(plan); }).code(), ErrorCode::OfflineMissing);
        QCOMPARE(world.server.log().size(), asked);
        QVERIFY(!world.cache.commitOf(kRepo, "main"));
        world.curl->setOffline(false);
        const fs::path place = world.fetch(kRepo);
        QVERIFY(readFile(place / kWeights) == tinyModel().at(kWeights));
    }
};

QTEST_GUILESS_MAIN(RepoFaultsTest)
#include "repo_faults_test.moc"
