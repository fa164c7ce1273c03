// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// CivitAI against the faults F60 to F63 of hub.md §11.1, over the stand-in.
#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include "tests/core/hub/hub_world.h"

using namespace segmoe;
using namespace segmoe::hub;
using namespace segmoe::test;
using standin::Answer;
using standin::CivitaiState;
using standin::Request;
using standin::Standin;
namespace fs = std::filesystem;

namespace {

using Change = std::function<void(const Request&, Answer&)>;

const std::string& weights() {
    static const std::string bytes = tinyModel().at("vae/diffusion_pytorch_model.safetensors");
    return bytes;
}

standin::CivitaiVersion dream(CivitaiState state = CivitaiState::Open, const std::string& name = "dream.safetensors") {
    standin::CivitaiVersion version;
    version.id = 5;
    version.modelId = 4;
    version.name = "v1";
    version.modelName = "Dream";
    version.state = state;
    version.files = {{7, name, std::make_shared<const std::string>(weights()), "SafeTensor", true}};
    return version;
}

Change json(int status, const std::string& text) {
    return [=](const Request&, Answer& answer) { answer = Answer::json(status, text); };
}

struct Refusal {
    const char* name;
    CivitaiState state;
    Change change;  ///< of the download link; none = as the state has it
    ErrorCode code;
    const char* words;  ///< part of the sentence
};

const std::vector<Refusal> kRefusals = {
    {"F60a login needed", CivitaiState::LoginNeeded, {}, ErrorCode::LoginNeeded, "CivitAI key"},
    {"F60b downloads off", CivitaiState::DownloadsDisabled, {}, ErrorCode::DownloadsDisabled, "switched downloads off"},
    {"F60c early access", CivitaiState::EarlyAccess, {}, ErrorCode::EarlyAccess, "early access"},
    {"F60d forbidden", CivitaiState::Forbidden, {}, ErrorCode::Forbidden, "Forbidden"},
    {"F60e forbidden, in other words", CivitaiState::Open, json(403, "{\"error\":\"Not in your country\"}"),
     ErrorCode::Forbidden, "Not in your country"},
    {"F60f archived", CivitaiState::Archived, {}, ErrorCode::Archived, "no files"},
    {"F60g archived, link alone", CivitaiState::Open, json(410, "{\"error\":\"Model archived\"}"), ErrorCode::Archived,
     "archived"},
    {"F60h gone", CivitaiState::Open, json(404, "{\"error\":\"Not found\"}"), ErrorCode::RepoNotFound, "not exist"},
    {"F64b the key comes back", CivitaiState::Open,
     [](const Request& request, Answer& answer) {
         answer = Answer::json(404, "{\"error\":\"" + request.header("Authorization") + "\"}");
     },
     ErrorCode::RepoNotFound, "not exist"},
    {"F60i many downloads", CivitaiState::Open, json(429, "{\"error\":\"Too many\"}"), ErrorCode::RateLimited,
     "24 hours"},
    {"F60j login page", CivitaiState::LoginPage, {}, ErrorCode::LoginNeeded, "CivitAI key"},
    {"F60k JSON for the file", CivitaiState::JsonInstead, {}, ErrorCode::BadServerReply, "no link"},
};

}  // namespace

class CivitaiFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusals_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < kRefusals.size(); ++i) QTest::newRow(kRefusals[i].name) << static_cast<int>(i);
    }
    void refusals() {
        QFETCH(int, index);
        const Refusal& row = kRefusals[static_cast<std::size_t>(index)];
        World world({}, row.state == CivitaiState::LoginNeeded ? "" : Standin::kCivitaiKey);
        world.server.addVersion(dream(row.state));
        if (row.change) world.server.fail({"civitai", "", "/api/download/", 0, -1, row.change});
        const Error error = refusalOf([&] { world.fetch("civitai:5"); });
        QVERIFY2(error.code() == row.code, error.what());
        QVERIFY2(std::string(error.what()).find(row.words) != std::string::npos, error.what());
        QVERIFY((error.what() + error.detail()).find(Standin::kCivitaiKey) == std::string::npos);
        QVERIFY(world.server.log("storage").empty());
        QCOMPARE(world.files(), std::vector<std::string>{});
    }
    void fileInsteadOfTheFile_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("F60l a page from the storage") << QByteArray("text/html") << QByteArray("<html>Log in</html>");
        QTest::newRow("F60m JSON from the storage")
            << QByteArray("application/json") << QByteArray("{\"error\":\"x\"}");
    }
    void fileInsteadOfTheFile() {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, text);
        World world;
        world.server.addVersion(dream());
        world.server.fail({"storage", "", "", 0, -1, [&](const Request&, Answer& answer) {
                               answer = Answer::text(200, text.toStdString(), type.toStdString());
                           }});
        const Error error = refusalOf([&] { world.fetch("civitai:5"); });
        QVERIFY2(error.code() == ErrorCode::BadServerReply || error.code() == ErrorCode::HashMismatch, error.what());
        QCOMPARE(world.files(), std::vector<std::string>{});
    }
    void linksExpire_data() {
        QTest::addColumn<int>("times");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("F60n once") << 1 << true;
        QTest::newRow("F60o always") << -1 << false;
    }
    void linksExpire() {
        QFETCH(int, times);
        QFETCH(bool, isGood);
        World world;
        world.server.addVersion(dream());
        world.server.fail({"storage", "", "", 0, times, [](const Request&, Answer& answer) {
                               answer =
                                   Answer::text(403, "<Error><Code>AccessDenied</Code></Error>", "application/xml");
                           }});
        if (isGood)
            QVERIFY(readFile(world.fetch("civitai:5")) == weights());
        else
            QCOMPARE(refusalOf([&] { world.fetch("civitai:5"); }).code(), ErrorCode::LinkExpired);
        int links = 0;
        for (const auto& record : world.server.log("civitai"))
            links += record.request.target.find("/api/download/") != std::string::npos ? 1 : 0;
        QCOMPARE(links, isGood ? 2 : 3);
        for (const auto& record : world.server.log("storage")) QVERIFY(!record.request.hasHeader("Authorization"));
    }
    void overloadPasses() {
        World world;  // §4: 503 with a wait is ordinary
        world.server.addVersion(dream());
        world.server.fail({"civitai", "", "/api/download/", 0, 1, [](const Request&, Answer& answer) {
                               answer = Answer::text(503, "").set("Retry-After", "2");
                           }});
        QVERIFY(readFile(world.fetch("civitai:5")) == weights());
        QCOMPARE(world.clock.waits(), std::vector<long>{3000});
    }

    void searchesGoOn() {
        World world;  // F61
        const char* pages[] = {
            "{\"items\":[],\"metadata\":{\"nextCursor\":1699}}",
            "{\"items\":[],\"metadata\":{\"nextCursor\":\"2026-01-02T03:04:05.000Z\"}}",
            "{\"items\":[{\"id\":4,\"name\":\"Dream\",\"type\":\"SomethingNew\",\"modelVersions\":[{\"id\":5,"
            "\"baseModel\":\"SD 9\",\"files\":[{\"id\":7,\"name\":\"a\",\"sizeKB\":2082642.474609375,"
            "\"metadata\":{\"format\":\"SafeTensor\"}}]}]}],\"metadata\":{}}"};
        world.server.fail(
            {"civitai", "", "/api/v1/models", 0, -1, [&, page = 0](const Request&, Answer& answer) mutable {
                 answer = Answer::json(200, pages[std::min(page++, 2)]);
             }});
        CivitaiSearch search;
        search.text = "dream";
        const CivitaiPage page = world.civitai->search(search, {}, {});
        QCOMPARE(page.models.size(), std::size_t(1));
        QVERIFY(page.cursor.empty());
        const CivitaiVersion& version = page.models[0].versions.at(0);
        QCOMPARE(version.baseModel, std::string("SD 9"));
        QVERIFY(version.files[0].sha256.empty());
        QCOMPARE(version.files[0].bytes, std::uint64_t(2132625894));
        const auto asked = world.server.log("civitai");
        QCOMPARE(asked.size(), std::size_t(3));
        QCOMPARE(asked[1].request.queryValue("cursor"), std::string("1699"));
        QCOMPARE(asked[2].request.queryValue("cursor"), std::string("2026-01-02T03:04:05.000Z"));
    }
    void digestsMayBeMissing() {
        World world;  // F61: the size is a fraction and a hint, nothing verifies the bytes but their form
        world.server.addVersion(dream());
        world.server.fail({"civitai", "", "/api/v1/model-versions/", 0, -1, [](const Request&, Answer& answer) {
                               auto page = nlohmann::json::parse(*answer.content);
                               page["files"][0]["hashes"] = nullptr;
                               page["files"][0]["sizeKB"] = 12.3456;
                               answer = Answer::json(200, page.dump());
                           }});
        const FetchPlan plan = world.plan("civitai:5");
        QCOMPARE(plan.notices.size(), std::size_t(1));
        QVERIFY(readFile(world.fetch(plan)) == weights());
    }

    void hostileNames_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("disposition");
        QTest::addColumn<QByteArray>("stored");
        const QByteArray plain = "attachment; filename=\"dream.safetensors\"";
        QTest::newRow("F62a upwards") << QByteArray("../../x.safetensors") << plain << QByteArray("x.safetensors");
        QTest::newRow("F62b 300 letters")
            << QByteArray(300, 'x') + ".safetensors" << plain << QByteArray(100, 'x') + ".safetensors";
        QTest::newRow("F62c turned around")
            << QByteArray("\xE2\x80\xAEgpj.safetensors") << plain << QByteArray("gpj.safetensors");
        QTest::newRow("F62d a name of another header")
            << QByteArray("dream.safetensors")
            << QByteArray(
                   "attachment; filename=\"../../evil.safetensors\"; filename*=UTF-8''..%2F..%2Fevil%E2%82%AC.exe")
            << QByteArray("dream.safetensors");
        QTest::newRow("F62e a device") << QByteArray("con.safetensors") << plain << QByteArray("model-con.safetensors");
    }
    void hostileNames() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, disposition);
        QFETCH(QByteArray, stored);
        World world;
        auto version = dream(CivitaiState::Open, name.toStdString());
        version.disposition = disposition.toStdString();
        world.server.addVersion(version);
        const fs::path place = world.fetch("civitai:5");
        QCOMPARE(place, world.folder / "models/checkpoints" / stored.toStdString());
        QVERIFY(readFile(place) == weights());
        QCOMPARE(world.files(),
                 (std::vector<std::string>{"models/checkpoints/" + stored.toStdString(),
                                           "models/checkpoints/" + stored.toStdString() + ".segmoe.json"}));
    }

    void otherFilesAreNotBegun_data() {
        QTest::addColumn<QByteArray>("disposition");
        QTest::newRow("F62f a pickle") << QByteArray("attachment; filename=\"dream.ckpt\"");
        QTest::newRow("F62g an archive") << QByteArray(
            "attachment; filename=\"a.safetensors\"; filename*=UTF-8''b.zip");
    }
    void otherFilesAreNotBegun() {
        QFETCH(QByteArray, disposition);
        World world;
        auto version = dream();
        version.disposition = disposition.toStdString();
        version.files[0].bytes = std::make_shared<const std::string>(16 * 1024 * 1024, 'x');
        world.server.addVersion(version);
        const Error error = refusalOf([&] { world.fetch("civitai:5"); });
        QVERIFY2(error.code() == ErrorCode::PickleRefused, error.what());
        QCOMPARE(world.server.log("storage").size(), std::size_t(1));
        QCOMPARE(world.files(), std::vector<std::string>{});
    }

    void namesOfTheStorage_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("disposition");
        QTest::addColumn<QByteArray>("stored");
        const QByteArray plain = "attachment; filename=\"../dream v2.safetensors\"";
        QTest::newRow("F62h none on the page")
            << QByteArray() << QByteArray("SafeTensor") << plain << QByteArray("dream v2.safetensors");
        QTest::newRow("F62i no letter of ours")
            << QByteArray("\xE5\xA4\xA2.safetensors") << QByteArray("SafeTensor")
            << QByteArray("attachment; filename*=UTF-8''%E5%A4%A2%20dream.safetensors")
            << QByteArray("dream.safetensors");
        QTest::newRow("F62j no kind on the page")
            << QByteArray("dream") << QByteArray() << QByteArray("attachment; filename=y.safetensors")
            << QByteArray("y.safetensors");
        QTest::newRow("F62k nowhere") << QByteArray() << QByteArray("SafeTensor") << QByteArray("attachment")
                                      << QByteArray("model.safetensors");
        QTest::newRow("F62l a pickle after all")
            << QByteArray("dream") << QByteArray() << QByteArray("attachment; filename=\"dream.ckpt\"") << QByteArray();
    }
    void namesOfTheStorage() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, disposition);
        QFETCH(QByteArray, stored);
        World world;
        auto version = dream(CivitaiState::Open, name.toStdString());
        version.files[0].format = format.toStdString();
        version.disposition = disposition.toStdString();
        world.server.addVersion(version);
        if (stored.isEmpty()) {
            QCOMPARE(refusalOf([&] { world.fetch("civitai:5"); }).code(), ErrorCode::PickleRefused);
            QCOMPARE(world.files(), std::vector<std::string>{});
            return;
        }
        const fs::path place = world.fetch("civitai:5");
        QCOMPARE(place, world.folder / "models/checkpoints" / stored.toStdString());
        QVERIFY(readFile(place) == weights());
        const auto asked = world.server.log("storage");
        QCOMPARE(asked.size(), std::size_t(2));
        QCOMPARE(asked[0].request.header("Range"), std::string("bytes=0-0"));
        for (const auto& record : asked) QVERIFY(!record.request.hasHeader("Authorization"));
    }
    void noNameIsAskedForWhereThePageHasOne() {
        World world;
        world.server.addVersion(dream());
        world.fetch("civitai:5");
        QCOMPARE(world.server.log("storage").size(), std::size_t(1));
    }

    void keysGoToHostsOfTheSiteAlone() {
        World world;  // F63: civitai.green → civitai.com → storage, on three ports
        world.server.addVersion(dream());
        const std::string twin = world.server.url("civitai-twin");
        world.server.fail({"civitai", "", "/api/download/", 0, -1, [&](const Request& request, Answer& answer) {
                               answer = Answer::text(307, "").set("Location", twin + request.target);
                           }});
        HttpRequest request;
        request.url = world.server.url("civitai") + "/api/download/models/5?fileId=7";
        request.credential = Credential(Standin::kCivitaiKey, {world.server.url("civitai"), twin});
        request.homeOrigins = {twin};
        request.redirects = RedirectPolicy::Anywhere;
        QVERIFY(world.transport->perform(request).body == weights());
        const std::string key = std::string("Bearer ") + Standin::kCivitaiKey;
        for (const char* origin : {"civitai", "civitai-twin"}) {
            QCOMPARE(world.server.log(origin).size(), std::size_t(1));
            QCOMPARE(world.server.log(origin)[0].request.header("Authorization"), key);
        }
        QCOMPARE(world.server.log("storage").size(), std::size_t(1));
        QVERIFY(!world.server.log("storage")[0].request.hasHeader("Authorization"));
        QCOMPARE(originsOf(Site::CivitAi, "https://civitai.com"),
                 (std::vector<std::string>{"https://civitai.com", "https://civitai.red", "https://civitai.green"}));
    }
};

QTEST_GUILESS_MAIN(CivitaiFaultsTest)
#include "civitai_faults_test.moc"
