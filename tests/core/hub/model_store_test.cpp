// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/hub/civitai_folder.h"
#include "core/hub/hf_upload.h"
#include "tests/core/hub/hub_world.h"
#include "tests/core/hub/other_programs.h"

using namespace segmoe;
using namespace segmoe::hub;
using standin::Standin;
using test::kRepo;
using test::tinyModel;
using test::World;
namespace fs = std::filesystem;

namespace {

QByteArray python(const fs::path& cache, const std::string& endpoint, const QString& script) {
    const QString where = endpoint.empty() ? "HF_HUB_OFFLINE" : "HF_ENDPOINT";
    return test::runHuggingFace(script, {{"HF_HUB_CACHE", QString::fromStdString(cache.string())},
                                         {where, endpoint.empty() ? "1" : QString::fromStdString(endpoint)}});
}

}  // namespace

class ModelStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repositoriesAreFetchedOnce() {
        World world;
        const std::string commit = world.server.addRepo(kRepo, tinyModel());
        world.server.setPageSize(3);  // the listing has several pages
        QVERIFY(!findModel(*parseModelLink(kRepo), world.cache, {}));
        const fs::path place = world.fetch(kRepo);
        QCOMPARE(place, world.cache.snapshotFolder(kRepo, commit));
        for (const auto& [path, bytes] : tinyModel())
            if (!path.ends_with(".bin")) QVERIFY2(test::readFile(place / path) == bytes, path.c_str());
        QVERIFY(!fs::exists(place / "unet/diffusion_pytorch_model.bin"));
        QCOMPARE(findModel(*parseModelLink(kRepo), world.cache, {}), std::optional(place));

        world.server.clearLog();
        QCOMPARE(world.fetch(kRepo), place);
        QCOMPARE(world.server.log("hub").size(), std::size_t{1});  // which commit is main?
        QVERIFY(world.server.log("storage").empty());
        world.server.clearLog();
        QCOMPARE(world.fetch(kRepo + "@" + commit), place);
        QVERIFY(world.server.log().empty());  // a commit never changes
    }

    void tokensStayAtHome() {
        World world;
        world.server.addRepo(kRepo, tinyModel());
        world.fetch(kRepo);
        for (const standin::Record& record : world.server.log("storage"))
            QVERIFY(!record.request.hasHeader("Authorization"));
        for (const auto& entry : fs::recursive_directory_iterator(world.folder.path()))
            if (entry.is_regular_file())
                QVERIFY2(test::readFile(entry.path()).find(Standin::kToken) == std::string::npos, entry.path().c_str());
    }

    void aBranchThatMovesIsAskedAgain() {
        World world;
        const std::string first = world.server.addRepo(kRepo, tinyModel());
        world.fetch(kRepo);
        auto changed = tinyModel();
        changed["README.md"] = "new";
        const std::string second = world.server.addRepo(kRepo, changed);
        QVERIFY(first != second);
        QCOMPARE(world.fetch(kRepo), world.cache.snapshotFolder(kRepo, second));
        QCOMPARE(test::readFile(world.cache.snapshotFolder(kRepo, second) / "README.md"), std::string("new"));
        QCOMPARE(world.cache.commitOf(kRepo, "main"), std::optional(second));
        QCOMPARE(world.cache.scan().front().revisions.size(), std::size_t{2});
    }

    void whatIsHereServesWhenTheHubIsAway() {
        World world;
        world.server.addRepo(kRepo, tinyModel());
        const fs::path place = world.fetch(kRepo);
        world.curl->setOffline(true);
        const FetchPlan plan = world.store->plan(*parseModelLink(kRepo), std::nullopt, {});
        QCOMPARE(plan.notices.size(), std::size_t{1});
        QCOMPARE(plan.missingBytes(), std::uint64_t{0});
        QCOMPARE(world.fetch(kRepo), place);
        const Error error = test::expectError([&] { world.fetch("ada/other"); });
        QCOMPARE(error.code(), ErrorCode::OfflineMissing);
    }

    void singleFilesOfARepository() {
        World world;
        world.server.addRepo(kRepo, {{"style.safetensors", tinyModel().at("vae/diffusion_pytorch_model.safetensors")},
                                     {"old.ckpt", "pickle"}});
        const fs::path place = world.fetch(kRepo);
        QVERIFY(place.string().ends_with("/style.safetensors"));
        QCOMPARE(world.fetch("hf://" + kRepo + "/style.safetensors"), place);
        QCOMPARE(findModel(*parseModelLink(kRepo), world.cache, {}), std::optional(place));
        QCOMPARE(test::expectError([&] { world.fetch("hf://" + kRepo + "/old.ckpt"); }).code(),
                 ErrorCode::PickleRefused);
    }

    void refusedRepositories_data() {
        QTest::addColumn<int>("access");
        QTest::addColumn<int>("code");
        QTest::newRow("gated") << static_cast<int>(standin::Access::Gated) << static_cast<int>(ErrorCode::Gated);
        QTest::newRow("disabled") << static_cast<int>(standin::Access::Disabled)
                                  << static_cast<int>(ErrorCode::RepoDisabled);
    }
    void refusedRepositories() {
        QFETCH(int, access);
        QFETCH(int, code);
        World world("");
        world.server.addRepo(kRepo, tinyModel());
        world.server.editRepo(kRepo,
                              [&](standin::Repository& it) { it.access = static_cast<standin::Access>(access); });
        const Error error = test::expectError([&] { world.fetch(kRepo); });
        QVERIFY2(static_cast<int>(error.code()) == code, error.what());
        QVERIFY(world.cache.scan().empty() || world.cache.scan().front().revisions.front().files.empty());
    }

    void filesOfCivitai() {
        World world;
        const auto bytes =
            std::make_shared<const std::string>(tinyModel().at("vae/diffusion_pytorch_model.safetensors"));
        standin::CivitaiVersion version;
        version.id = 5;
        version.modelId = 4;
        version.name = "v1";
        version.modelName = "Dream";
        version.disposition = "attachment; filename=\"../../evil.safetensors\"";
        version.files = {{7, "../dream.safetensors", bytes, "SafeTensor", true}};
        world.server.addVersion(version);
        const fs::path place = world.fetch("civitai:5");
        QCOMPARE(place, world.folder / "models/checkpoints/dream.safetensors");
        QVERIFY(test::readFile(place) == *bytes);
        QCOMPARE(findModel(*parseModelLink("civitai:5"), world.cache, world.folder / "models"), std::optional(place));
        for (const standin::Record& record : world.server.log("storage"))
            QVERIFY(!record.request.hasHeader("Authorization"));
        QCOMPARE(world.fetch("https://civitai.com/models/4?modelVersionId=5"), place);
    }

    void licencesOfCivitai_data() {
        QTest::addColumn<QByteArray>("licence");
        QTest::addColumn<bool>("isAway");
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("said") << QByteArray("{\"allowCommercialUse\":[\"Sell\"],\"allowDerivatives\":true}") << false
                              << true;
        QTest::newRow("not said") << QByteArray() << false << false;
        QTest::newRow("not to be had") << QByteArray("{\"allowDerivatives\":true}") << true << false;
    }
    void licencesOfCivitai() {
        QFETCH(QByteArray, licence);
        QFETCH(bool, isAway);
        QFETCH(bool, isKnown);
        World world;
        standin::CivitaiVersion version;
        version.id = 5;
        version.modelId = 4;
        version.modelName = "Dream";
        version.licence = licence.toStdString();
        version.files = {
            {7, "dream.safetensors",
             std::make_shared<const std::string>(tinyModel().at("vae/diffusion_pytorch_model.safetensors")),
             "SafeTensor", true}};
        world.server.addVersion(version);
        if (isAway)
            world.server.fail(
                {"civitai", "", "/api/v1/models/", 0, -1,
                 [](const standin::Request&, standin::Answer& a) { a = standin::Answer::json(404, "{}"); }});
        const FetchPlan plan = world.plan("civitai:5");
        QCOMPARE(plan.license.empty(), !isKnown);
        const auto note = fetchedFile(world.fetch(plan));
        QVERIFY(note && note->licence.isSaid == isKnown);
        QCOMPARE(note->licence.allowCommercialUse.size(), std::size_t(isKnown ? 1 : 0));
        QCOMPARE(hubTermsText(termsOf(note->licence)), plan.license);
    }

    void pushedFoldersAreServed() {
        World world;
        const fs::path folder = world.folder / "mine";
        for (const auto& [path, bytes] : tinyModel()) {
            if (path.ends_with(".bin")) continue;
            fs::create_directories((folder / path).parent_path());
            test::writeFile(folder / path, bytes);
        }
        PushRequest request;
        request.folder = folder;
        request.repo = "standin/mine";
        HfUpload upload(*world.hub, *world.transport);
        const PushReport report = upload.push(request, {}, {});
        QVERIFY(!report.commit.empty());
        QVERIFY(report.uploadedBytes > 0);
        const fs::path place = world.fetch("standin/mine");
        QVERIFY(test::readFile(place / "unet/config.json") == test::readFile(folder / "unet/config.json"));
        QVERIFY(test::readFile(place / "unet/diffusion_pytorch_model.safetensors") ==
                test::readFile(folder / "unet/diffusion_pytorch_model.safetensors"));
        QCOMPARE(test::expectError([&] { upload.push(request, {}, {}); }).code(), ErrorCode::RepoExists);
        request.mayExist = true;
        const PushReport again = upload.push(request, {}, {});
        QVERIFY(again.commit.empty());  // everything is there
        QCOMPARE(again.files, 0);
        test::writeFile(folder / "unet/x.bin", "pickle");
        QCOMPARE(test::expectError([&] { upload.push(request, {}, {}); }).code(), ErrorCode::PickleRefused);
    }

    void pythonAndWeShareTheCache() {
        if (test::peersPython().isEmpty()) QSKIP(test::kNoPeers);
        World world;
        const std::string commit = world.server.addRepo(kRepo, tinyModel());
        const fs::path place = world.fetch(kRepo);
        const QString script =
            "import huggingface_hub as h\n"
            "print(h.hf_hub_download('ada/tiny', 'unet/diffusion_pytorch_model.safetensors'))\n"
            "info = h.scan_cache_dir()\n"
            "print(len(info.warnings), [(r.repo_id, sorted(r.refs)) for r in info.repos])\n";
        QCOMPARE(python(world.cache.root(), {}, script),
                 QByteArray::fromStdString((place / "unet/diffusion_pytorch_model.safetensors").string()) +
                     "\n0 [('ada/tiny', ['main'])]");

        // the other way round: Python fetches, we need nothing
        const HfCache theirs(world.folder / "theirs");
        python(theirs.root(), world.server.url("hub"),
               "import huggingface_hub as h\nh.snapshot_download('ada/tiny', ignore_patterns='*.bin')\n");
        QCOMPARE(findModel(*parseModelLink(kRepo), theirs, {}), std::optional(theirs.snapshotFolder(kRepo, commit)));
        world.server.clearLog();
        ModelStore store(*world.hub, *world.civitai, theirs, world.folder / "models");
        const FetchPlan plan = store.plan(*parseModelLink(kRepo + "@" + commit), std::nullopt, {});
        QCOMPARE(plan.missingBytes(), std::uint64_t{0});
        QVERIFY(world.server.log().empty());
    }
};

QTEST_GUILESS_MAIN(ModelStoreTest)
#include "model_store_test.moc"
