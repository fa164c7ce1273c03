// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/base/wait_asked.h"
#include "core/engine/hub_browser.h"
#include "tests/support/standin/standin.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using standin::Standin;
namespace fs = std::filesystem;

namespace {

const std::string kPng = std::string("\x89PNG\r\n\x1a\n", 8) + std::string(200, 'p');

/// The two hubs, and a browser whose environment knows nobody else.
struct World {
    Standin server;
    test::TempDir folder;
    std::unique_ptr<HubBrowser> browser;

    World() {
        const auto set = [](const char* name, const std::string& value) {
            qputenv(name, QByteArray::fromStdString(value));
        };
        for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "CIVITAI_API_TOKEN", "HF_HUB_OFFLINE"})
            qunsetenv(name);
        set("HF_ENDPOINT", server.url("hub"));
        set("SEGMOE_CIVITAI_ENDPOINT", server.url("civitai"));
        set("SEGMOE_HOME", (folder / "home").string());
        set("HF_HOME", (folder / "hf").string());
        browser = openHubBrowser();
    }

    HubPage search(HubSearch search) { return browser->search(search, {}); }
    void addDream() {
        server.addRepo(
            "ada/dream",
            {{"model_index.json",
              R"({"_class_name":"StableDiffusionPipeline","unet":["diffusers","UNet2DConditionModel"],)"
              R"("vae":["diffusers","AutoencoderKL"]})"},
             {"README.md", "---\nlicense: mit\n---\n# Dream\nA **soft** style. ![x](https://e.example/t.png)"},
             {"unet/config.json", "{}"},
             {"unet/diffusion_pytorch_model.safetensors", std::string(900, 'a')},
             {"unet/diffusion_pytorch_model.fp16.safetensors", std::string(400, 'b')},
             {"vae/config.json", "{}"},
             {"vae/diffusion_pytorch_model.safetensors", std::string(300, 'c')},
             {"vae/diffusion_pytorch_model.fp16.safetensors", std::string(200, 'd')},
             {"dream_v2.ckpt", std::string(500, 'e')},
             {"extra/one.safetensors", std::string(150, 'f')},
             {"images/sea.png", kPng}});
        server.editRepo("ada/dream", [](standin::Repository& repo) {
            repo.tags = {"diffusers", "text-to-image", "diffusers:StableDiffusionPipeline"};
            repo.downloads = 7;
            repo.preview = "images/sea.png";
        });
    }
    standin::CivitaiVersion ink(int id, const std::string& format = "SafeTensor") {
        standin::CivitaiVersion version;
        version.id = id;
        version.modelId = 40;
        version.name = "v" + std::to_string(id);
        version.modelName = "Inkline";
        version.baseModel = "SDXL 1.0";
        version.description = "<p>Ink &amp; <b>paper</b></p><script>x()</script>";
        version.files = {{id * 10, "ink.safetensors", std::make_shared<const std::string>(2048, 'i'), format, true}};
        return version;
    }
};

const HubFile* fileNamed(const HubVersion& version, const std::string& name) {
    const auto found = std::ranges::find(version.files, name, &HubFile::name);
    return found == version.files.end() ? nullptr : &*found;
}

}  // namespace

class HubBrowserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repositoriesAsRows() {
        World world;
        world.addDream();
        world.server.addRepo("ada/old", {{"old.ckpt", std::string(200, 'x')}});
        world.server.addRepo("ada/gated", {{"unet/diffusion_pytorch_model.safetensors", std::string(200, 'x')}});
        world.server.editRepo("ada/gated", [](standin::Repository& repo) { repo.access = standin::Access::Gated; });
        HubSearch search;
        search.text = "ada";
        const HubPage page = world.search(search);
        QCOMPARE(page.rows.size(), std::size_t{3});
        const HubRow& dream = page.rows[0];
        QCOMPARE(dream.reference, std::string("ada/dream"));
        QCOMPARE(dream.architecture, std::string("sd1"));
        QCOMPARE(dream.precision, std::string("fp16"));
        QCOMPARE(dream.state, HubState::Open);
        QCOMPARE(dream.presence, HubPresence::Absent);
        QCOMPARE(dream.preview.address, world.server.url("hub") + "/ada/dream/resolve/main/images/sea.png");
        QCOMPARE(page.rows[1].state, HubState::LoginNeeded);
        QCOMPARE(page.rows[2].state, HubState::PickleOnly);
        QCOMPARE(page.copiedAt, std::int64_t{0});
        QVERIFY(page.freeBytes > 0);
        search.architecture = "sd1";
        QCOMPARE(world.search(search).rows.size(), std::size_t{1});
        search.kind = HubKind::Mixture;
        QVERIFY(world.search(search).rows.empty());
    }

    void versionsAsRows() {
        World world;
        world.server.addVersion(world.ink(3));
        standin::CivitaiVersion early = world.ink(4);
        early.modelId = 41;
        early.modelName = "Comic";
        early.state = standin::CivitaiState::EarlyAccess;
        world.server.addVersion(early);
        standin::CivitaiVersion pickled = world.ink(5, "PickleTensor");
        pickled.modelId = 42;
        pickled.files.front().name = "old.ckpt";
        world.server.addVersion(pickled);
        HubSearch search;
        search.site = HubSite::CivitAi;
        const HubPage page = world.search(search);
        QCOMPARE(page.rows.size(), std::size_t{3});
        QCOMPARE(page.rows[0].reference, std::string("civitai:3"));
        QCOMPARE(page.rows[0].bytes, std::uint64_t{2048});
        QCOMPARE(page.rows[0].architecture, std::string("sdxl"));
        QCOMPARE(page.rows[0].sha256.size(), std::size_t{64});
        QCOMPARE(page.rows[1].state, HubState::EarlyAccess);
        QVERIFY(page.rows[1].until.starts_with("2027-01-02"));
        QCOMPARE(page.rows[2].state, HubState::PickleOnly);
    }

    void aRepositoryInFull() {
        World world;
        world.addDream();
        const HubDetails details = world.browser->details(world.server.url("hub") + "/ada/dream/tree/main", {});
        QCOMPARE(details.row.name, std::string("dream"));
        QCOMPARE(details.description, std::string("Dream\nA soft style."));
        QCOMPARE(details.row.license, std::string("openrail++"));
        QCOMPARE(details.versions.size(), std::size_t{1});
        const HubVersion& version = details.versions[0];
        // the folder in two variants, and what lies beside it
        QCOMPARE(version.files.size(), std::size_t{3});
        const auto half = std::ranges::find(version.files, std::optional<std::string>("fp16"), &HubFile::variant);
        QVERIFY(half != version.files.end());
        QVERIFY(half->isPreferred);
        QCOMPARE(half->reference, std::string("ada/dream@main"));
        const auto plain = std::ranges::find(version.files, std::optional<std::string>(""), &HubFile::variant);
        QVERIFY(plain->bytes > half->bytes && half->bytes >= 600);
        QCOMPARE(fileNamed(version, "dream_v2.ckpt")->use, HubFileUse::Pickle);
        QVERIFY(details.freeBytes > 0);
        QVERIFY(!details.hasToken);

        const HubDetails part = world.browser->details("ada/dream:extra", {});
        QCOMPARE(part.versions[0].files.size(), std::size_t{1});
        QCOMPARE(part.versions[0].files[0].reference, std::string("hf://ada/dream/extra/one.safetensors"));
        QVERIFY(part.versions[0].files[0].isPreferred);
    }

    void aModelInFull() {
        World world;
        world.server.addVersion(world.ink(3));
        standin::CivitaiVersion newer = world.ink(4);
        newer.files.push_back({41, "old.ckpt", std::make_shared<const std::string>("pickle"), "PickleTensor", false});
        world.server.addVersion(newer);
        for (const std::string text :
             {"civitai:4", "https://civitai.com/models/40?modelVersionId=4", "urn:air:sdxl:checkpoint:civitai:40@4"}) {
            const HubDetails details = world.browser->details(text, {});
            QCOMPARE(details.versions.size(), std::size_t{2});
            QCOMPARE(details.versions[details.current].reference, std::string("civitai:4"));
            QCOMPARE(details.description, std::string("Ink & paper"));
            QVERIFY(details.row.terms.maySellImages && !details.row.terms.maySellModel);
            QVERIFY(details.row.terms.needsCredit);
            const HubVersion& version = details.versions[details.current];
            QCOMPARE(fileNamed(version, "old.ckpt")->use, HubFileUse::Pickle);
            const HubFile* file = fileNamed(version, "ink.safetensors");
            QCOMPARE(file->reference, std::string("civitai:4?file=40"));
            QVERIFY(file->isPreferred);
            QCOMPARE(file->scan, std::string("Success"));
        }
        QCOMPARE(test::expectError([&] { (void)world.browser->details("no such thing", {}); }).code(),
                 ErrorCode::RequestInvalid);
        QCOMPARE(test::expectError([&] { (void)world.browser->details("https://evil.example/x", {}); }).code(),
                 ErrorCode::RequestInvalid);
    }

    void aFileIsRecognisedByItsDigest() {
        World world;
        world.server.addVersion(world.ink(3));
        const std::string digest =
            QCryptographicHash::hash(QByteArray(2048, 'i'), QCryptographicHash::Sha256).toHex().toStdString();
        const HubDetails details = world.browser->details("sha256:" + digest, {});
        QCOMPARE(details.versions[details.current].reference, std::string("civitai:3"));
        const Error unknown =
            test::expectError([&] { (void)world.browser->details("sha256:" + std::string(64, '0'), {}); });
        QVERIFY(unknown.code() == ErrorCode::RepoNotFound);
        QVERIFY(std::string(unknown.what()).find("digest") != std::string::npos);
        QVERIFY(test::expectError([&] { (void)world.browser->details("sha256:../x", {}); }).code() ==
                ErrorCode::RequestInvalid);
    }

    void picturesComeOnceAndWithoutToken() {
        World world;
        world.addDream();
        qputenv("HF_TOKEN", Standin::kToken);
        const std::string address = world.server.url("hub") + "/ada/dream/resolve/main/images/sea.png";
        const fs::path file = world.browser->picture(address, {});
        QCOMPARE(test::readFile(file), kPng);
        QCOMPARE(world.browser->picture(address, {}), file);
        int asked = 0;
        for (const standin::Record& record : world.server.log("hub")) {
            asked += record.request.target.find("sea.png") != std::string::npos;
            QVERIFY(!record.request.hasHeader("Authorization"));
        }
        QCOMPARE(asked, 1);
        qunsetenv("HF_TOKEN");
        QCOMPARE(test::expectError([&] {
                     (void)world.browser->picture(world.server.url("hub") + "/ada/dream/resolve/main/README.md", {});
                 }).code(),
                 ErrorCode::BadServerReply);
        QCOMPARE(test::expectError([&] { (void)world.browser->picture("https://evil.example/x.png", {}); }).code(),
                 ErrorCode::RequestInvalid);
    }

    void copiesWhileTheHubIsGone() {
        World world;
        world.addDream();
        HubSearch search;
        search.text = "dream";
        QCOMPARE(world.search(search).rows.size(), std::size_t{1});
        (void)world.browser->details("ada/dream", {});
        world.browser->setOffline(true);
        world.server.clearLog();
        const HubPage copy = world.search(search);
        QCOMPARE(copy.rows.size(), std::size_t{1});
        QVERIFY(copy.copiedAt > 0);
        QVERIFY(world.browser->details("ada/dream", {}).copiedAt > 0);
        search.text = "other";
        QCOMPARE(test::expectError([&] { (void)world.search(search); }).code(), ErrorCode::OfflineMissing);
        QVERIFY(world.server.log().empty());
    }

    void aHubThatWantsToBeLeftAlone() {
        World world;
        world.server.fail({"hub", {}, "/api/models", 0, 1, [](const auto&, standin::Answer& answer) {
                               answer = standin::Answer::text(429, "{}").set("Retry-After", "30");
                           }});
        try {
            (void)world.search({});
            QFAIL("it waited");
        } catch (const WaitAsked& asked) {
            QCOMPARE(asked.wait().count(), 31);
        }
    }
};

QTEST_GUILESS_MAIN(HubBrowserTest)
#include "hub_browser_test.moc"
