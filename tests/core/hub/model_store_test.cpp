// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

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

std::string bytesOf(int version) {
    return tinyModel().at("vae/diffusion_pytorch_model.safetensors") + std::string(8, static_cast<char>('0' + version));
}

/// A version of model 4 with one file of ten times its number.
void addVersion(World& world, int id, const std::string& name) {
    standin::CivitaiVersion version;
    version.id = id;
    version.modelId = 4;
    version.name = "v" + std::to_string(id);
    version.modelName = "Dream";
    version.files = {{id * 10, name, std::make_shared<const std::string>(bytesOf(id)), "SafeTensor", true}};
    world.server.addVersion(version);
}

/// As the site lists them.
void newestFirst(World& world) {
    world.server.fail({"civitai", "", "/api/v1/models/", 0, -1, [](const standin::Request&, standin::Answer& answer) {
                           nlohmann::json model = nlohmann::json::parse(*answer.content);
                           nlohmann::json& versions = model["modelVersions"];
                           std::reverse(versions.begin(), versions.end());
                           answer = standin::Answer::json(200, model.dump());
                       }});
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
        QCOMPARE(findModel(*parseModelLink("civitai:5"), world.cache, {world.folder / "models"}), std::optional(place));
        for (const standin::Record& record : world.server.log("storage"))
            QVERIFY(!record.request.hasHeader("Authorization"));
        QCOMPARE(world.fetch("https://civitai.com/models/4?modelVersionId=5"), place);
    }

    void linksWithoutAVersion_data() {
        QTest::addColumn<QString>("link");
        QTest::addColumn<int>("version");
        QTest::newRow("page") << "https://civitai.com/models/4" << 6;
        QTest::newRow("file") << "https://civitai.com/models/4?fileId=60" << 6;
        QTest::newRow("file of an older version") << "https://civitai.com/models/4?fileId=50" << 5;
        QTest::newRow("wish") << "https://civitai.com/models/4?fp=fp16" << 6;
        QTest::newRow("AIR") << "urn:air:sd1:checkpoint:civitai:4" << 6;
        QTest::newRow("version with a wish") << "https://civitai.com/api/download/models/5?fp=fp16" << 5;
    }
    void linksWithoutAVersion() {
        QFETCH(QString, link);
        QFETCH(int, version);
        World world;
        addVersion(world, 5, "five.safetensors");
        addVersion(world, 6, "six.safetensors");
        newestFirst(world);
        const ModelLink meant = *parseModelLink(link.toStdString());
        QVERIFY(!findModel(meant, world.cache, {world.folder / "models"}));
        const fs::path place = world.fetch(link.toStdString());
        QCOMPARE(test::readFile(place), bytesOf(version));
        QCOMPARE(findModel(meant, world.cache, {world.folder / "models"}), std::optional(place));
        world.server.clearLog();
        QCOMPARE(world.fetch(link.toStdString()), place);
        QVERIFY(world.server.log("storage").empty());
    }

    void whatIsOnThisComputerIsNotFetchedAgain_data() {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("place");  // used from then on; empty = where it lies
        QTest::addColumn<bool>("isTheSame");
        const QString target = "models/checkpoints/five.safetensors";
        QTest::newRow("another folder") << "own/mine.safetensors" << target << true;
        QTest::newRow("the cache") << "cache/models--ada--x/snapshots/y/mine.safetensors"
                                   << "" << true;
        QTest::newRow("its place, without a note") << target << target << true;
        QTest::newRow("beside its place") << "models/checkpoints/mine.safetensors"
                                          << "" << true;
        QTest::newRow("something else by now") << "own/mine.safetensors" << target << false;
    }
    void whatIsOnThisComputerIsNotFetchedAgain() {
        QFETCH(QString, where);
        QFETCH(QString, place);
        QFETCH(bool, isTheSame);
        World world;
        addVersion(world, 5, "five.safetensors");
        const fs::path own = world.folder / where.toStdString();
        fs::create_directories(own.parent_path());
        std::string bytes = bytesOf(5);
        if (!isTheSame) bytes.back() ^= 1;
        test::writeFile(own, bytes);
        std::vector<std::string> asked;
        ModelStore store(*world.hub, *world.civitai, world.cache, world.folder / "models",
                         [&](const std::string& sha256) {
                             asked.push_back(sha256);
                             return std::vector<fs::path>{world.folder / "gone.safetensors", own};
                         });
        const FetchPlan plan = store.plan(*parseModelLink("civitai:5"), std::nullopt, {});
        QCOMPARE(asked, std::vector<std::string>{standin::sha256Hex(bytesOf(5))});
        QCOMPARE(plan.missingBytes(), std::uint64_t{0});
        QVERIFY(plan.notices.back().find(own.string()) != std::string::npos);
        ParallelFetcher fetcher(*world.transport, world.clock);
        const fs::path used = store.fetch(plan, fetcher, {});
        QCOMPARE(used, place.isEmpty() ? own : world.folder / place.toStdString());
        QCOMPARE(test::readFile(used), bytesOf(5));
        QCOMPARE(world.server.log("storage").empty(), isTheSame);
        QCOMPARE(fs::equivalent(used, own), isTheSame);
        QCOMPARE(test::readFile(own), bytes);
        const auto find = [&] {
            return findModel(*parseModelLink("civitai:5"), world.cache, {world.folder / "models"});
        };
        QCOMPARE(find(), std::optional(used));
        world.server.clearLog();
        const FetchPlan again = store.plan(*parseModelLink("civitai:5"), std::nullopt, {});
        QVERIFY(again.files.front().isPresent);
        QCOMPARE(store.fetch(again, fetcher, {}), used);
        QVERIFY(world.server.log("storage").empty());
    }

    void filesOfOneNameThatArePlannedTogether() {
        World world;
        for (int id : {5, 6}) addVersion(world, id, "dream.safetensors");
        const FetchPlan first = world.plan("civitai:5"), second = world.plan("civitai:6");
        QCOMPARE(test::readFile(world.fetch(first)), bytesOf(5));
        const fs::path later = world.fetch(second);
        QCOMPARE(later, world.folder / "models/checkpoints/dream (v6).safetensors");
        QCOMPARE(test::readFile(later), bytesOf(6));
        QCOMPARE(test::readFile(world.folder / "models/checkpoints/dream.safetensors"), bytesOf(5));

        CivitaiFile file = *first.file;
        file.name = "other.safetensors";
        const CivitaiPlace one(world.folder.path(), *first.version, file);
        const CivitaiPlace same(world.folder.path(), *first.version, file);
        CivitaiFile another = *second.file;
        another.name = "other.safetensors";
        const CivitaiPlace two(world.folder.path(), *second.version, another);
        QCOMPARE(same.path(), one.path());
        QCOMPARE(two.path().filename().string(), std::string("other (v6).safetensors"));
    }

    void aNameThatAnotherProgramTakesMeanwhile_data() {
        QTest::addColumn<bool>("isSame");
        QTest::newRow("another file") << false;
        QTest::newRow("the same file") << true;
    }
    void aNameThatAnotherProgramTakesMeanwhile() {
        QFETCH(bool, isSame);
        World world;
        addVersion(world, 5, "five.safetensors");
        const fs::path plain = world.folder / "models/checkpoints/five.safetensors";
        const std::string theirs = isSame ? bytesOf(5) : "another file";
        ModelStore store(*world.hub, *world.civitai, world.cache, world.folder / "models", {});
        ParallelFetcher fetcher(*world.transport, world.clock, [&](const Progress& progress) {
            if (progress.fraction > 0 && !fs::exists(plain)) test::writeFile(plain, theirs);
        });
        const fs::path place = store.fetch(store.plan(*parseModelLink("civitai:5"), std::nullopt, {}), fetcher, {});
        QCOMPARE(test::readFile(plain), theirs);
        QCOMPARE(place, isSame ? plain : world.folder / "models/checkpoints/five (v5).safetensors");
        QCOMPARE(test::readFile(place), bytesOf(5));
        for (const auto& entry : fs::directory_iterator(plain.parent_path()))
            QVERIFY2(entry.path().extension() != ".incomplete", entry.path().c_str());
    }

    void aSharedFileThatChangesIsFetchedAfterAll() {
        World world;
        addVersion(world, 5, "five.safetensors");
        const fs::path own = world.folder / "own.safetensors";
        test::writeFile(own, bytesOf(5));
        ModelStore store(*world.hub, *world.civitai, world.cache, world.folder / "models",
                         [&](const std::string&) { return std::vector<fs::path>{own}; });
        const auto fetch = [&] {
            ParallelFetcher fetcher(*world.transport, world.clock);
            return store.fetch(store.plan(*parseModelLink("civitai:5"), std::nullopt, {}), fetcher, {});
        };
        const fs::path target = fetch();
        QVERIFY(fs::equivalent(target, own) && world.server.log("storage").empty());
        test::writeFile(own, "overwritten by another program");
        const auto find = [&] {
            return findModel(*parseModelLink("civitai:5"), world.cache, {world.folder / "models"});
        };
        QVERIFY(!find());
        QCOMPARE(fetch(), target);
        QCOMPARE(test::readFile(target), bytesOf(5));
        QCOMPARE(test::readFile(own), std::string("overwritten by another program"));
        QCOMPARE(find(), std::optional(target));
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

    void pythonReadsWhatWePublish() {
        if (test::peersPython().isEmpty()) QSKIP(test::kNoPeers);
        World world;
        const std::string weights = tinyModel().at("vae/diffusion_pytorch_model.safetensors");
        fs::create_directories(world.folder / "mine/vae");
        test::writeFile(world.folder / "mine/README.md", "# Mine\n");
        test::writeFile(world.folder / "mine/vae/diffusion_pytorch_model.safetensors", weights);
        PushRequest request;
        request.folder = world.folder / "mine";
        request.repo = "standin/mine";
        QVERIFY(!HfUpload(*world.hub, *world.transport).push(request, {}, {}).commit.empty());
        world.server.editRepo("standin/mine", [](standin::Repository& it) { it.access = standin::Access::Open; });
        const QString script =
            "import hashlib, pathlib, huggingface_hub as h\n"
            "folder = pathlib.Path(h.snapshot_download('standin/mine'))\n"
            "print((folder / 'README.md').read_text().strip())\n"
            "weights = (folder / 'vae/diffusion_pytorch_model.safetensors').read_bytes()\n"
            "print(hashlib.sha256(weights).hexdigest())\n";
        QCOMPARE(python(world.folder / "theirs", world.server.url("hub"), script),
                 QByteArray::fromStdString("# Mine\n" + standin::sha256Hex(weights)));
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
